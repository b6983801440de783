#pragma once
// What a case says must (or must not) be found, compared with what was found.
//
//   must:
//     - line: "the words of the case"       # printed when it fails
//       code: CL-3                          # which findings; without: any
//       settled: false                      # or true, or either
//       status: open                        # a value or a list of values, also for severity, certainty, type
//       rules: [A, B]                       # contains; exactly: the same set; not_rules: none of these
//       organisations, needs, items, concepts, depends_on, settled_by, chain: [...]   # contain; * stands for anything
//       links: ["outcome:a>outcome:b"]      # steps of the chain; not_links: none of these
//       facts: {p.age: 26}
//       amounts: {eur_month: 384.41}        # at the printed precision, one unit of the last digit off at most
//       amounts_at_least, amounts_at_most
//       remedies: [{rule: R, organisation: O, discretion: may, eur_month: 10}]
//       removed_by: [{item: dwelling, from: room, to: self}]
//       borders: [{item: p.age, to: 27}]    # nobody changes it; with this value it is gone
//       mentions: [R]                       # the rule is named anywhere in the finding
//       text: [word, [this, or that]]       # in Dutch or in English, titles of the finding's rules included
//       root_cause: CL-3                    # code of the finding it is grouped under
//       absent: true                        # no such finding; or count: 2
//
// Without absent and count one finding at least must meet all lines.

#include <string>

#include <yaml-cpp/yaml.h>

#include "trial.hpp"

/// Empty when met; else what was expected and what is there instead.
std::string unmet(const YAML::Node& expectation, const Trial& trial);

/// "CL-3 open certain 3 [A, B] eur_month=384.41", for messages and golden files.
std::string brief(const samenloop::RuleBase& rules, const samenloop::Finding& finding);

/// Is `found` the number that was printed as `printed`, or one unit of its last digit beside it?
bool printed_as(const samenloop::Decimal& found, const std::string& printed);

/// A value as YAML would write it: without quotes, dates bare.
std::string plain(const samenloop::Value& value);
