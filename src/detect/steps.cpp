#include "detect/steps.hpp"

#include <algorithm>

namespace samenloop {
namespace {

const Event* income_event(const Scene& scene, const Path& path) {
    const auto at = std::ranges::find_if(scene.situation.events, [&](const Event& e) {
        return e.item == path.slot && e.element == path.element && e.to.get<Decimal>() != nullptr;
    });
    return at == scene.situation.events.end() ? nullptr : &*at;
}

Decimal norm_step(const Scene& scene) {
    const auto* n = scene.base().norm("im2b.step");
    return n != nullptr ? n->value : Decimal(1000);
}

/// Does more of it bring in more?  A yearly figure beside other income is only a figure.
bool brings_in(const Scene& scene, Slot s, const Decimal& now) {
    if (!scene.base().disposable) return true;
    const auto more = vary(scene.e, {{}, {}, {{s, Value(now + Decimal(1))}}});
    return evaluate(*scene.base().disposable, {more.values, {}}) !=
           evaluate(*scene.base().disposable, {scene.e.values, {}});
}

std::vector<Slot> slots_of_object(const RuleBase& base, const Object& object) {
    if (object.kind == ObjectKind::item) return {object.index};
    if (object.kind == ObjectKind::charge) return {base.charges[object.index].slot};
    if (object.kind == ObjectKind::scheme) return {base.schemes[object.index].granted, base.schemes[object.index].sum};
    return {};
}

EarningsStep forward_step(const Scene& scene, const Path& path, const Decimal& now, const Decimal& yearly) {
    EarningsStep step{path, now, now + norm_step(scene) / yearly, yearly, true};
    const auto* event = income_event(scene, path);
    if (event == nullptr) return step;
    const auto to = *event->to.get<Decimal>();
    if (to > now) step.to = to;
    else if (const auto* from = event->from.get<Decimal>(); from != nullptr && *from < to && to == now) {
        step.from = *from;
        step.to = to;
    }
    return step;
}

}  // namespace

std::vector<EarningsStep> earnings_steps(const Scene& scene) {
    std::vector<EarningsStep> steps;
    for (Slot s = 0; s < scene.base().items.size(); ++s) {
        const auto& item = scene.base().items[s];
        const auto* now = scene.e.values[s].get<Decimal>();
        if (!item.earnings || now == nullptr || *now <= Decimal(0) || !brings_in(scene, s, *now)) continue;
        const Path path{s, 0, 0};
        if (scene.focus != nullptr && scene.focus->path != path) continue;
        const Decimal yearly = item.type.unit == "eur/month" ? 12 : 1;
        steps.push_back({path, Decimal(0), *now, yearly, false});
        steps.push_back(forward_step(scene, path, *now, yearly));
    }
    return steps;
}

std::optional<Decimal> curve_at(const Curve& c, const Decimal& x, Side side) {
    for (const auto& p : c.pieces) {
        const bool inside = p.low < x && x < p.high;
        if (inside || (side == Side::right && p.low == x) || (side == Side::left && p.high == x))
            return at(p.disposable, x);
    }
    if (!c.pieces.empty() && x == c.pieces.front().low) return at(c.pieces.front().disposable, x);
    if (!c.pieces.empty() && x == c.pieces.back().high) return at(c.pieces.back().disposable, x);
    return std::nullopt;
}

std::optional<Decimal> marginal_rate(const Curve& c, const EarningsStep& step, const Decimal& from, const Decimal& to) {
    const auto before = curve_at(c, from, Side::right);
    const auto after = curve_at(c, to, Side::left);
    if (!before || !after || to <= from) return std::nullopt;
    return Decimal(100) - (*after - *before) * Decimal(100) / ((to - from) * step.yearly);
}

std::vector<Index> rules_that_move(const Scene& scene, const Path& path) {
    const auto& program = scene.program();
    std::vector<bool> slots(scene.base().items.size(), false);
    std::vector<bool> rules(scene.base().rules.size(), false);
    std::vector<Slot> pending{path.slot};
    slots[path.slot] = true;
    const auto reach_slot = [&](Slot s) {
        if (!slots[s]) {
            slots[s] = true;
            pending.push_back(s);
        }
    };
    while (!pending.empty()) {
        const auto s = pending.back();
        pending.pop_back();
        for (const auto f : program.fallback_readers[s]) reach_slot(f);
        for (const auto r : program.readers[s]) {
            rules[r] = true;
            for (const auto a : program.arguments_of_rule[r])
                for (const auto t : slots_of_object(scene.base(), program.objects[program.arguments[a].object]))
                    reach_slot(t);
        }
    }
    std::vector<Index> all;
    for (Index r = 0; r < rules.size(); ++r)
        if (rules[r]) all.push_back(r);
    return all;
}

}  // namespace samenloop
