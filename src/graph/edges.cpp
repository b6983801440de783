#include "graph/edges.hpp"

#include <algorithm>

namespace samenloop::graph {
namespace {

class Collector {
  public:
    explicit Collector(const RuleBase& rules) : rules_(rules) {}

    void rule(Index r) {
        const Node me{NodeKind::rule, r};
        const auto& rule = rules_.rules[r];
        add({NodeKind::law, rule.law}, me, EdgeKind::contains);
        reads(me, rule.each);
        reads(me, rule.when);
        reads(me, rule.request);
        if (rule.premise) reads(me, rule.premise->holds);
        if (rule.against) reads(me, rule.against->value);
        actor(me, rule.actor, EdgeKind::acts);
        for (const auto o : rule.overrides) add(me, {NodeKind::rule, o}, EdgeKind::overrides);
        for (const auto l : rule.overrides_laws) add(me, {NodeKind::law, l}, EdgeKind::overrides);
        for (const auto o : rule.exception_to) add(me, {NodeKind::rule, o}, EdgeKind::excepts);
        for (const auto o : rule.rebuts) add(me, {NodeKind::rule, o}, EdgeKind::rebuts);
        std::size_t k = 0;
        for (const auto& effect : rule.effects) {
            this->effect(me, effect);
            if (effect.kind != EffectKind::requires_) continue;
            for (const auto& set : rule.requirements[k++])
                for (const auto o : set) add(me, {NodeKind::outcome, o}, EdgeKind::demands);
        }
    }

    void exchange(Index x) {
        const Node me{NodeKind::exchange, x};
        const auto& exchange = rules_.exchanges[x];
        add(me, {NodeKind::item, exchange.item}, EdgeKind::carries);
        actor(me, exchange.from, EdgeKind::gives);
        actor(me, exchange.to, EdgeKind::receives);
        reads(me, exchange.person_class);
    }

    void scheme(Index s) {
        const Node me{NodeKind::scheme, s};
        actor(me, rules_.schemes[s].executor, EdgeKind::executes);
        for (const auto n : rules_.schemes[s].covers) add(me, {NodeKind::need, n}, EdgeKind::covers);
        if (const auto& goal = rules_.schemes[s].goal) {
            reads(me, goal->reached);
            reads(me, goal->target);
        }
    }

    void outcome(Index o) {
        const Node me{NodeKind::outcome, o};
        const auto& outcome = rules_.outcomes[o];
        add(me, {NodeKind::scheme, outcome.scheme}, EdgeKind::stands_for);
        actor(me, outcome.organisation, EdgeKind::executes);
        reads(me, outcome.holds);
    }

    void need(Index n) {
        const Node me{NodeKind::need, n};
        const auto& need = rules_.needs[n];
        reads(me, need.active);
        reads(me, need.covered);
        add({NodeKind::outcome, need.outcome}, me, EdgeKind::covers);
        add({NodeKind::act, need.act}, me, EdgeKind::covers);
    }

    void item(Index i) {
        const Node me{NodeKind::item, i};
        actor(me, rules_.items[i].holder, EdgeKind::held_by);
        reads(me, rules_.items[i].fallback);
        // what a scheme or a charge comes to is read off it
        add(me, {NodeKind::scheme, rules_.items[i].scheme}, EdgeKind::reads);
        add(me, {NodeKind::charge, rules_.items[i].charge}, EdgeKind::reads);
    }

    void concept_of(Index c) {
        for (const auto s : rules_.concepts[c].definitions)
            add({NodeKind::concept_, c}, {NodeKind::item, s}, EdgeKind::meant_by);
    }

    void charge(Index c) { actor({NodeKind::charge, c}, rules_.charges[c].creditor, EdgeKind::collects); }

    std::vector<Edge> take() && {
        std::ranges::sort(edges_);
        edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
        return std::move(edges_);
    }

  private:
    void add(Node from, Node to, EdgeKind tie) {
        if (from.index != none && to.index != none) edges_.push_back({from, to, tie});
    }

    void reads(Node me, const std::optional<Expression>& expression) {
        if (!expression) return;
        for (const auto& read : expression->reads()) add(me, {NodeKind::item, read.slot}, EdgeKind::reads);
    }

    void actor(Node me, const OrganisationRef& who, EdgeKind tie) {
        add(me, {NodeKind::organisation, who.organisation}, tie);
        reads(me, who.instance);
    }

    void effect(Node me, const Effect& e) {
        if (e.kind != EffectKind::requires_) reads(me, e.value);
        actor(me, e.actor, EdgeKind::acts);
        actor(me, e.to, EdgeKind::sends);
        if (e.floor != none) add(me, {NodeKind::item, rules_.floors[e.floor].item}, EdgeKind::reads);
        add(me, {NodeKind::outcome, e.achieves}, EdgeKind::achieves);
        add(me, {NodeKind::outcome, e.other}, EdgeKind::demands);
        for (const auto slot : e.items) add(me, {NodeKind::item, slot}, EdgeKind::concerns);
        switch (e.kind) {
        case EffectKind::define: return add(me, {NodeKind::item, e.item}, EdgeKind::defines);
        case EffectKind::grant: return add(me, {NodeKind::scheme, e.scheme}, EdgeKind::grants);
        case EffectKind::deny: return add(me, {NodeKind::scheme, e.scheme}, EdgeKind::denies);
        case EffectKind::basis: return add(me, {NodeKind::scheme, e.scheme}, EdgeKind::conditions);
        case EffectKind::reduce:
            add(me, {NodeKind::scheme, e.scheme}, EdgeKind::reduces);
            return add(me, {NodeKind::charge, e.charge}, EdgeKind::reduces);
        case EffectKind::obligation: return add(me, {NodeKind::act, e.act}, EdgeKind::obliges);
        case EffectKind::permission: return add(me, {NodeKind::act, e.act}, EdgeKind::permits);
        case EffectKind::prohibition: return add(me, {NodeKind::act, e.act}, EdgeKind::forbids);
        case EffectKind::charge: return add(me, {NodeKind::charge, e.charge}, EdgeKind::charges);
        case EffectKind::recover: return add(me, {NodeKind::scheme, e.scheme}, EdgeKind::recovers);
        case EffectKind::attach: return;
        case EffectKind::allocate: return add(me, {NodeKind::need, e.need}, EdgeKind::allocates);
        case EffectKind::refer: return add(me, {NodeKind::need, e.need}, EdgeKind::refers);
        case EffectKind::requires_data: return add(me, {NodeKind::item, e.item}, EdgeKind::needs_data);
        case EffectKind::asks_citizen: return add(me, {NodeKind::item, e.item}, EdgeKind::asks);
        case EffectKind::requires_:
        case EffectKind::waive: return add(me, {NodeKind::outcome, e.outcome}, EdgeKind::bars);
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
