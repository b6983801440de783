#include "detect/needed_data.hpp"

#include <algorithm>

namespace samenloop::detect {

Index need_of(const RuleBase& base, const Effect& requires_data) {
    const auto is_it = [&](const Need& need, Index n) {
        if (requires_data.act != none && need.act == requires_data.act) return true;
        if (requires_data.scheme == none) return false;
        const auto& covers = base.schemes[requires_data.scheme].covers;
        return std::ranges::find(covers, n) != covers.end();
    };
    for (Index n = 0; n < base.needs.size(); ++n)
        if (is_it(base.needs[n], n)) return n;
    return none;
}

Candidate datum_candidate(const DetectionContext& scene, engine::ArgumentId requires_data, Truth holds) {
    const auto& effect = *scene.program().effect(requires_data);
    Candidate c;
    c.key = scene.base().items[effect.item].id + ">" + scene.e.actor(requires_data, 0) + ":" + effect.purpose;
    c.holds = holds;
    c.rules = {scene.program().arguments[requires_data].rule};
    c.ids = {requires_data};
    return c;
}

}  // namespace samenloop::detect
