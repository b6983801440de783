#include "detect/breakpoints.hpp"

namespace samenloop::detect {
namespace {

const std::string& field_name(const RuleBase& base, const model::Path& path) {
    static const std::string whole;
    const auto& type = base.items[path.slot].type;
    return path.element > 0 && type.element && type.element->kind == Kind::record
               ? type.element->fields[path.field].first
               : whole;
}

void borders_in(const Rule& rule, const RuleBase& base, const model::Path& path, std::vector<Value>& into) {
    const auto& field = field_name(base, path);
    const bool over_this = rule.each && !rule.each->reads().empty() && rule.each->reads().front().slot == path.slot;
    const auto look = [&](const std::optional<Expression>& e) {
        if (!e) return;
        for (auto& v : e->borders({path.slot, field})) into.push_back(std::move(v));
        if (over_this)
            for (auto& v : e->local_borders({0, field})) into.push_back(std::move(v));
    };
    look(rule.when);
    for (const auto& effect : rule.effects)
        if (effect.kind != EffectKind::requires_) look(effect.value);
    if (rule.premise) look(rule.premise->holds);
}

}  // namespace

std::vector<Value> breakpoints_of(const engine::Evaluation& e, const model::Path& path) {
    const auto& base = e.base();
    std::vector<Value> borders;
    for (Index r = 0; r < base.rules.size(); ++r)
        if (e.program->in_force[r]) borders_in(base.rules[r], base, path, borders);
    for (const auto& need : base.needs)
        if (need.active)
            for (auto& v : need.active->borders({path.slot, field_name(base, path)})) borders.push_back(std::move(v));
    return borders;
}

}  // namespace samenloop::detect
