#include "graph/edges.hpp"

#include <algorithm>

namespace samenloop::graph {
namespace {

class Collector {
  public:
    explicit Collector(const RuleBase& rules) : rules_(rules) {}

    void rule(Index r) {
        const Node me{Thing::rule, r};
        const auto& rule = rules_.rules[r];
        add({Thing::law, rule.law}, me, Tie::contains);
        reads(me, rule.each);
        reads(me, rule.when);
        reads(me, rule.request);
        if (rule.premise) reads(me, rule.premise->holds);
        if (rule.against) reads(me, rule.against->value);
        actor(me, rule.actor, Tie::acts);
        for (const auto o : rule.overrides) add(me, {Thing::rule, o}, Tie::overrides);
        for (const auto l : rule.overrides_laws) add(me, {Thing::law, l}, Tie::overrides);
        for (const auto o : rule.exception_to) add(me, {Thing::rule, o}, Tie::excepts);
        for (const auto o : rule.rebuts) add(me, {Thing::rule, o}, Tie::rebuts);
        std::size_t k = 0;
        for (const auto& effect : rule.effects) {
            this->effect(me, effect);
            if (effect.kind != EffectKind::requires_) continue;
            for (const auto& set : rule.requirements[k++])
                for (const auto o : set) add(me, {Thing::outcome, o}, Tie::demands);
        }
    }

    void exchange(Index x) {
        const Node me{Thing::exchange, x};
        const auto& exchange = rules_.exchanges[x];
        add(me, {Thing::item, exchange.item}, Tie::carries);
        actor(me, exchange.from, Tie::gives);
        actor(me, exchange.to, Tie::receives);
        reads(me, exchange.person_class);
    }

    void scheme(Index s) {
        const Node me{Thing::scheme, s};
        actor(me, rules_.schemes[s].executor, Tie::executes);
        for (const auto n : rules_.schemes[s].covers) add(me, {Thing::need, n}, Tie::covers);
        if (const auto& goal = rules_.schemes[s].goal) {
            reads(me, goal->reached);
            reads(me, goal->target);
        }
    }

    void outcome(Index o) {
        const Node me{Thing::outcome, o};
        const auto& outcome = rules_.outcomes[o];
        add(me, {Thing::scheme, outcome.scheme}, Tie::stands_for);
        actor(me, outcome.organisation, Tie::executes);
        reads(me, outcome.holds);
    }

    void need(Index n) {
        const Node me{Thing::need, n};
        const auto& need = rules_.needs[n];
        reads(me, need.active);
        reads(me, need.covered);
        add({Thing::outcome, need.outcome}, me, Tie::covers);
        add({Thing::act, need.act}, me, Tie::covers);
    }

    void item(Index i) {
        const Node me{Thing::item, i};
        actor(me, rules_.items[i].holder, Tie::held_by);
        reads(me, rules_.items[i].fallback);
        // what a scheme or a charge comes to is read off it
        add(me, {Thing::scheme, rules_.items[i].scheme}, Tie::reads);
        add(me, {Thing::charge, rules_.items[i].charge}, Tie::reads);
    }

    void concept_of(Index c) {
        for (const auto s : rules_.concepts[c].definitions) add({Thing::concept_, c}, {Thing::item, s}, Tie::meant_by);
    }

    void charge(Index c) { actor({Thing::charge, c}, rules_.charges[c].creditor, Tie::collects); }

    std::vector<Edge> take() && {
        std::ranges::sort(edges_);
        edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
        return std::move(edges_);
    }

  private:
    void add(Node from, Node to, Tie tie) {
        if (from.index != none && to.index != none) edges_.push_back({from, to, tie});
    }

    void reads(Node me, const std::optional<Expression>& expression) {
        if (!expression) return;
        for (const auto& read : expression->reads()) add(me, {Thing::item, read.slot}, Tie::reads);
    }

    void actor(Node me, const OrganisationRef& who, Tie tie) {
        add(me, {Thing::organisation, who.organisation}, tie);
        reads(me, who.instance);
    }

    void effect(Node me, const Effect& e) {
        if (e.kind != EffectKind::requires_) reads(me, e.value);
        actor(me, e.actor, Tie::acts);
        actor(me, e.to, Tie::sends);
        if (e.floor != none) add(me, {Thing::item, rules_.floors[e.floor].item}, Tie::reads);
        add(me, {Thing::outcome, e.achieves}, Tie::achieves);
        add(me, {Thing::outcome, e.other}, Tie::demands);
        for (const auto slot : e.items) add(me, {Thing::item, slot}, Tie::concerns);
        switch (e.kind) {
        case EffectKind::define: return add(me, {Thing::item, e.item}, Tie::defines);
        case EffectKind::grant: return add(me, {Thing::scheme, e.scheme}, Tie::grants);
        case EffectKind::deny: return add(me, {Thing::scheme, e.scheme}, Tie::denies);
        case EffectKind::basis: return add(me, {Thing::scheme, e.scheme}, Tie::conditions);
        case EffectKind::reduce:
            add(me, {Thing::scheme, e.scheme}, Tie::reduces);
            return add(me, {Thing::charge, e.charge}, Tie::reduces);
        case EffectKind::obligation: return add(me, {Thing::act, e.act}, Tie::obliges);
        case EffectKind::permission: return add(me, {Thing::act, e.act}, Tie::permits);
        case EffectKind::prohibition: return add(me, {Thing::act, e.act}, Tie::forbids);
        case EffectKind::charge: return add(me, {Thing::charge, e.charge}, Tie::charges);
        case EffectKind::recover: return add(me, {Thing::scheme, e.scheme}, Tie::recovers);
        case EffectKind::attach: return;
        case EffectKind::allocate: return add(me, {Thing::need, e.need}, Tie::allocates);
        case EffectKind::refer: return add(me, {Thing::need, e.need}, Tie::refers);
        case EffectKind::requires_data: return add(me, {Thing::item, e.item}, Tie::needs_data);
        case EffectKind::asks_citizen: return add(me, {Thing::item, e.item}, Tie::asks);
        case EffectKind::requires_:
        case EffectKind::waive: return add(me, {Thing::outcome, e.outcome}, Tie::bars);
        }
    }

    const RuleBase& rules_;
    std::vector<Edge> edges_;
};

template <class Things, class Visit>
void each(const Things& all, Visit visit) {
    for (Index i = 0; i < all.size(); ++i) visit(i);
}

}  // namespace

std::vector<Edge> edges_of(const RuleBase& rules, std::optional<Date> day) {
    Collector all(rules);
    const auto now = [&](const Interval& interval) { return !day || interval.contains(*day); };
    each(rules.rules, [&](Index r) {
        const auto law = rules.rules[r].law;
        if (now(rules.rules[r].in_force) && (law == none || now(rules.laws[law].in_force))) all.rule(r);
    });
    each(rules.exchanges, [&](Index x) {
        if (now(rules.exchanges[x].in_force)) all.exchange(x);
    });
    each(rules.schemes, [&](Index i) { all.scheme(i); });
    each(rules.outcomes, [&](Index i) { all.outcome(i); });
    each(rules.needs, [&](Index i) { all.need(i); });
    each(rules.items, [&](Index i) { all.item(i); });
    each(rules.concepts, [&](Index i) { all.concept_of(i); });
    each(rules.charges, [&](Index i) { all.charge(i); });
    return std::move(all).take();
}

}  // namespace samenloop::graph
