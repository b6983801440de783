#include "model/in_kind.hpp"

#include <algorithm>

namespace samenloop::model {

bool in_kind(const RuleBase& base, Index scheme) {
    const auto& of = base.schemes[scheme];
    const auto is_income = [&](Index need) { return base.needs[need].coverage == Coverage::income; };
    if (of.disposable || std::ranges::any_of(of.covers, is_income)) return false;
    return std::ranges::none_of(base.rules, [&](const Rule& rule) {
        return std::ranges::any_of(rule.effects, [&](const Effect& x) {
            return x.kind == EffectKind::grant && x.scheme == scheme && x.value.has_value();
        });
    });
}

}  // namespace samenloop::model
