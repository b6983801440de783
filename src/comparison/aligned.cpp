#include "comparison/aligned.hpp"

#include <algorithm>

#include "feel/rewrite.hpp"
#include "model/order.hpp"

namespace samenloop::comparison {
namespace {

/// Calls with every expression of the rule that a definition can stand in.
template <class Made, class Do>
void for_expressions(Made& rule, Do act) {
    for (auto* e : {&rule.each, &rule.when, &rule.request})
        if (*e) act(**e);
    for (auto& effect : rule.effects)
        if (effect.value) act(*effect.value);
}

bool reads(const Rule& rule, Slot slot) {
    bool found = false;
    for_expressions(rule, [&](const Expression& e) {
        found = found || std::ranges::any_of(e.reads(), [&](const auto& read) { return read.slot == slot; });
    });
    return found;
}

}  // namespace

std::vector<Index> readers_of(const RuleBase& rules, Slot slot) {
    std::vector<Index> all;
    for (Index r = 0; r < rules.rules.size(); ++r)
        if (reads(rules.rules[r], slot)) all.push_back(r);
    return all;
}

std::optional<RuleBase> aligned(const RuleBase& rules, Slot from, Slot to) {
    auto changed = rules;
    for (auto& rule : changed.rules) for_expressions(rule, [&](Expression& e) { e = feel::with_slot(e, from, to); });
    return model::definition_order(changed) ? std::optional(std::move(changed)) : std::nullopt;
}

}  // namespace samenloop::comparison
