#pragma once
// tests/cases/<id>/case.yaml and tests/detectors/<id>/case.yaml, read into a list of runs.
//
//   title: ...                     # for the reader
//   rules: [folder, …]             # default: the shipped rules
//   like: ../CL-1-positive         # rules and situation of that folder …
//   but: {set: {p.age: 27}}        # … with one change (trial.hpp)
//   loaded: [PW-21]                # rules that must exist
//   must: […]                      # expectation.hpp
//   values: {pw.norm: 961.04}      # what items, amount.<scheme>, granted.<scheme>, charge.<id> come to
//   norms: [{who: svb, must: …}]   # who must, may or must not do what, and who is responsible: norms.hpp
//   nothing: true                  # nothing of severity 1 or more
//   accounted: [CL-3]              # every other finding above severity 1 must be grouped under one of these codes …
//   also: [{code, why}]            # … or be one of these
//   golden: report                 # all that is found, compared with <golden>.golden
//   dates: [{date, must, …}]       # the same situation on another day
//   near_misses: [{name, <change>, must, values, norms, nothing}]   # golden: <name>.golden, always
//   variants: [{name, <change>, must, values, norms, nothing}]      # the same without golden
//   concept, differ, agree: […]   # of all situations: static_demands.hpp
//   later: [lines of the case whose subtype is detected later]

#include <string>
#include <vector>

#include "trial.hpp"

struct Run {
    std::string name;
    Edit edit;
    YAML::Node demands;  // must, values, norms, nothing
    std::string golden;  // file name without .golden; "" = none
    bool whole = false;  // loaded, accounted: of the case itself
};

struct Case {
    Setting setting;
    YAML::Node yaml;
    std::vector<Run> runs;
};

/// Throws std::runtime_error on an unknown key or a wrong shape.
Case read_case(const std::filesystem::path& folder);
