#include "model/order.hpp"

#include <algorithm>

#include "base/both.hpp"
#include "model/components.hpp"

namespace samenloop::model {
namespace {

// Nodes: the slots, then the rules ("does it apply?"), then all effects in the order of their rules.
class Definitions {
  public:
    explicit Definitions(const RuleBase& rules) : rules_(rules), first_rule_(rules.items.size()) {
        first_effect_ = first_rule_ + rules.rules.size();
        std::size_t nodes = first_effect_;
        for (const auto& rule : rules.rules) nodes += rule.effects.size();
        needs_.resize(nodes);
        places_.resize(nodes);
        for (Slot slot = 0; slot < rules.items.size(); ++slot) add_slot(slot);
        for (const auto& part : rules.unmodelled) add_unmodelled(part);
        std::size_t effect = first_effect_;
        for (std::size_t rule = 0; rule < rules.rules.size(); ++rule) add_rule(rule, effect);
        for (auto& needed : needs_) {
            std::ranges::sort(needed);
            needed.erase(std::unique(needed.begin(), needed.end()), needed.end());
        }
    }

    Result<std::vector<Slot>> order() const {
        std::vector<Slot> slots;
        Diagnostics circles;
        for (const auto& component : components(needs_)) {
            // Rules that are exceptions to one another are no circle among definitions; slots in a component are.
            if (component.front() >= first_rule_) continue;
            slots.push_back(component.front());
            const auto circle = circle_in(needs_, component);
            if (!circle.empty()) circles.push_back(complaint(circle));
        }
        if (!circles.empty()) return tl::unexpected(std::move(circles));
        return slots;
    }

  private:
    void reads(std::size_t node, const std::optional<Expression>& expression) {
        if (!expression) return;
        for (const auto& read : expression->reads()) needs_[node].push_back(read.slot);
    }
    void needs(std::size_t node, std::size_t other) { needs_[node].push_back(static_cast<std::uint32_t>(other)); }

    void add_slot(Slot slot) {
        const auto& item = rules_.items[slot];
        places_[slot] = item.at;
        reads(slot, item.fallback);
        if (item.scheme == none) return;
        const auto& scheme = rules_.schemes[item.scheme];
        reads(slot, scheme.executor.instance);
        if (item.kind == SlotKind::sum) needs(slot, scheme.granted);
    }

    void add_unmodelled(const Unmodelled& part) {
        for (const auto slot : part.items) reads(slot, part.when);
        for (const auto c : part.charges) reads(rules_.charges[c].slot, part.when);
        for (const auto s : part.schemes)
            for (const auto slot : slots_of(s)) reads(slot, part.when);
    }

    void add_rule(std::size_t index, std::size_t& effect_node) {
        const auto& rule = rules_.rules[index];
        const std::size_t node = first_rule_ + index;
        places_[node] = rule.at;
        reads(node, rule.when);
        reads(node, rule.each);
        reads(node, rule.request);
        for (const Index other : rule.exception_to) needs(first_rule_ + other, node);
        for (const auto& effect : rule.effects) {
            places_[effect_node] = rule.at;
            needs(effect_node, node);
            reads(effect_node, effect.value);
            reads(effect_node, effect.until);
            reads(effect_node, effect.actor.empty() ? rule.actor.instance : effect.actor.instance);
            reads(effect_node, effect.to.instance);
            for (const Slot slot : decided_by(effect)) needs(slot, effect_node);
            ++effect_node;
        }
    }

    std::vector<Slot> decided_by(const Effect& effect) const {
        switch (effect.kind) {
        case EffectKind::define: return {effect.item};
        case EffectKind::grant:
        case EffectKind::deny:
        case EffectKind::basis: return slots_of(effect.scheme);
        case EffectKind::reduce:
            if (effect.scheme != none) return slots_of(effect.scheme);
            return {rules_.charges[effect.charge].slot};
        case EffectKind::charge: return {rules_.charges[effect.charge].slot};
        default: return {};
        }
    }
    std::vector<Slot> slots_of(Index scheme) const {
        return {rules_.schemes[scheme].granted, rules_.schemes[scheme].sum};
    }

    Diagnostic complaint(const std::vector<std::uint32_t>& circle) const {
        std::string row;
        for (const auto node : circle)
            if (node < first_rule_) row += rules_.items[node].id + " -> ";
        Diagnostic d;
        d.message = base::both("de bepalingen vormen een kring: {}", "the definitions run in a circle: {}",
                               row + rules_.items[circle.front()].id);
        const auto rule = std::ranges::find_if(circle, [this](auto node) { return node >= first_rule_; });
        const auto& place = places_[rule == circle.end() ? circle.front() : *rule];
        d.offset = place.offset;
        d.source = place.source;
        return d;
    }

    const RuleBase& rules_;
    std::size_t first_rule_;
    std::size_t first_effect_ = 0;
    Needs needs_;
    std::vector<Location> places_;
};

}  // namespace

Result<std::vector<Slot>> definition_order(const RuleBase& rules) { return Definitions(rules).order(); }

}  // namespace samenloop::model
