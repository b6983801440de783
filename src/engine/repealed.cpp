#include "engine/repealed.hpp"

#include <algorithm>

namespace samenloop::engine {
namespace {

/// All of a list are repealed, and there are some.
template <class Gone>
bool all_gone(const std::vector<Index>& list, Gone gone) {
    return !list.empty() && std::ranges::all_of(list, gone);
}

bool reads_only_repealed(const RuleBase& base, const std::vector<Slot>& reads, Date day) {
    std::vector<Slot> of_laws;
    for (const auto s : reads)
        if (base.items[s].law != none) of_laws.push_back(s);
    return all_gone(of_laws, [&](Slot s) { return repealed(base.laws[base.items[s].law].in_force, day); });
}

}  // namespace

bool repealed(const Interval& in_force, Date day) { return in_force.to && *in_force.to <= day; }

bool repealed(const RuleBase& base, Index rule, Date day) {
    return repealed(base.rules[rule].in_force, day) || repealed(base.laws[base.rules[rule].law].in_force, day);
}

bool dangles(const Program& program, Index r) {
    const auto& base = *program.base;
    const auto& rule = base.rules[r];
    const auto gone = [&](Index x) { return repealed(base, x, program.day); };
    const auto law_gone = [&](Index l) { return repealed(base.laws[l].in_force, program.day); };
    return all_gone(rule.overrides, gone) || all_gone(rule.exception_to, gone) || all_gone(rule.rebuts, gone) ||
           all_gone(rule.overrides_laws, law_gone) || reads_only_repealed(base, program.reads[r], program.day);
}

}  // namespace samenloop::engine
