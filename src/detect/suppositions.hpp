#pragma once
// What if a fact that is not known were known?  Detectors of money and of words need exact values; where a few facts
// are left open they are asked again with these facts supposed, and what they then find is a conditional finding that
// depends on them.
//
// A supposition gives values to some open facts that matter: that of the ordinary person, for yes-or-no and for names
// also the others, for a number its least and for numbers and
// days what rules compare them with.  With more than a few such facts nothing is supposed: of somebody of
// whom little is known everything could be said.

#include <utility>
#include <vector>

#include "engine/evaluation.hpp"
#include "model/path.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::detect {

using Supposition = std::vector<std::pair<Slot, Value>>;

inline constexpr std::size_t most_open_facts = 3;
inline constexpr std::size_t most_suppositions = 12;

struct Suppositions {
    std::vector<Supposition> all;
    bool gave_up = false;  // more is open than is supposed
};

/// None when every fact that matters is known.
Suppositions suppositions(const engine::Evaluation& law);

/// Values that a place may have and at which answers can change: the ordinary one, names, borders; money in whole
/// cents.
std::vector<Value> possible_values(const engine::Evaluation& e, const model::Path& path);

/// The facts that a supposition adds to what is known.
std::vector<Fact> supposed_facts(const engine::Evaluation& law, const Supposition& supposed);

}  // namespace samenloop::detect
