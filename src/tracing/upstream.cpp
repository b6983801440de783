#include "tracing/upstream.hpp"

#include <algorithm>
#include <set>

#include "detect/attempts.hpp"
#include "detect/minimal.hpp"
#include "engine/flows.hpp"

namespace samenloop::tracing {
namespace {

constexpr std::size_t most_values = 6;  // tried of one fact

std::vector<Index> rules_of(const Trace& trace) {
    std::set<Index> rules;
    for (const auto& r : trace.reasons)
        if (r.rule != none) rules.insert(r.rule);
    return {rules.begin(), rules.end()};
}

detect::Ground ground_of(const RuleBase& base, const Trace& trace) {
    detect::Ground ground{rules_of(trace), {}};
    if (trace.goal.kind != GoalKind::need) return ground;
    const auto& need = base.needs[trace.goal.index];
    if (need.active) ground.conditions.push_back(&*need.active);
    if (need.covered) ground.conditions.push_back(&*need.covered);
    return ground;
}

class Upstreams {
  public:
    Upstreams(const Case& of, Trace& trace)
        : of_(of), e_(of.practice()), trace_(trace), rules_(rules_of(trace)), instead_(of.base(), of.situation()) {}

    void run() {
        auto paths = detect::facts_behind(e_, ground_of(of_.base(), trace_));
        for (const auto item : told_late(paths))
            if (std::ranges::none_of(paths, [&](const model::Path& p) { return p.slot == item; }))
                paths.push_back({item, 0, 0});
        for (const auto& path : paths) add(path);
    }

  private:
    /// Items of exchanges of which one of these facts tells when they came through.
    std::vector<Slot> told_late(const std::vector<model::Path>& paths) const {
        std::vector<Slot> items;
        for (const auto& x : of_.base().exchanges) {
            if (!x.arrived || e_.base().items[x.item].type.element) continue;
            const auto& reads = x.arrived->reads();
            const bool told = std::ranges::any_of(paths, [&](const model::Path& p) {
                return std::ranges::any_of(reads, [&](const Read& r) { return r.slot == p.slot; });
            });
            if (told && std::ranges::find(items, x.item) == items.end()) items.push_back(x.item);
        }
        return items;
    }

    void add(const model::Path& path) {
        Upstream u;
        u.fact = {model::to_string(of_.base(), path), model::value_at(e_.facts, path)};
        u.holders = engine::holders(e_, path.slot);
        u.freshness = of_.base().items[path.slot].freshness;
        for (const auto r : rules_)
            if (std::ranges::binary_search(e_.program->reads[r], path.slot)) u.readers.push_back(r);
        follow(path.slot, u);
        tip(path, u);
        trace_.upstream.push_back(std::move(u));
    }

    /// Back from those who decide to the keeper, one exchange after the other; where no decider is known, all of them.
    void follow(Slot item, Upstream& u) const {
        std::set<std::string> takers;
        for (const auto& r : trace_.reasons)
            if (!r.organisation.empty()) takers.insert(engine::kind_of(r.organisation));
        const auto& base = of_.base();
        const bool any = takers.empty();
        for (bool more = true; more;) {
            more = false;
            for (Index x = 0; x < base.exchanges.size(); ++x) {
                const auto& exchange = base.exchanges[x];
                if (exchange.item != item || !exchange.in_force.contains(of_.situation().date) ||
                    std::ranges::find(u.exchanges, x) != u.exchanges.end() ||
                    (!any && !takers.contains(engine::kind_of(e_.organisation(exchange.to)))))
                    continue;
                u.exchanges.push_back(x);
                add_latency(exchange, u);
                more = takers.insert(engine::kind_of(e_.organisation(exchange.from))).second || more;
            }
        }
        // What leaves the keeper comes first.
        const auto leaves = [&](Index x) {
            const auto from = engine::kind_of(e_.organisation(base.exchanges[x].from));
            return std::ranges::none_of(
                u.exchanges, [&](Index y) { return engine::kind_of(e_.organisation(base.exchanges[y].to)) == from; });
        };
        std::ranges::stable_partition(u.exchanges, leaves);
    }

    void add_latency(const Exchange& exchange, Upstream& u) const {
        if (exchange.latency)
            u.latency = {u.latency.months + exchange.latency->months, u.latency.days + exchange.latency->days};
        if (!exchange.arrived) return;
        const auto day = evaluate(*exchange.arrived, {e_.values, {}});
        if (const auto* d = day.get<Date>(); d != nullptr && (!u.arrived || *u.arrived < *d)) u.arrived = *d;
    }

    /// The nearest value with which the goal comes out otherwise, and whom that value would hit beside.
    void tip(const model::Path& path, Upstream& u) const {
        const auto& base = of_.base();
        const bool exogenous = is_exogenous(base, path);
        const auto now = model::value_at(e_.facts, path);
        auto values =
            detect::better_values(detect::nearby_values(e_, path), now, detect::changer_at(base, path).better);
        if (values.size() > most_values) values.resize(most_values);
        for (const auto& v : values) {
            const auto facts = instead_.at(path, v);
            if (!facts) continue;
            const auto w = of_.with({}, *facts);
            if (detect::contradicts(of_.law(), w.law)) continue;
            std::vector<Index> hits;
            for (Index s = 0; s < base.schemes.size(); ++s)
                if (!(w.practice.values[base.schemes[s].granted] == e_.values[base.schemes[s].granted]) ||
                    !(w.practice.values[base.schemes[s].sum] == e_.values[base.schemes[s].sum]))
                    hits.push_back(s);
            const bool tips = !exogenous && comes_out_otherwise(w);
            if (u.hits.empty()) u.hits = hits;
            if (!tips) continue;
            u.tips = Change{u.fact.item, u.fact.value, v};
            u.hits = std::move(hits);
            return;
        }
    }

    bool comes_out_otherwise(const Worlds& w) const {
        auto goal = trace_.goal;
        goal.in_full = in_full(w.practice, goal);
        return reached(w.practice, w.law, goal) != trace_.reached;
    }

    static bool is_exogenous(const RuleBase& base, const model::Path& path) {
        const auto& item = base.items[path.slot];
        if (path.element == 0) return item.exogenous;
        return path.field < item.field_exogenous.size() && item.field_exogenous[path.field];
    }

    const Case& of_;
    const engine::Evaluation& e_;
    Trace& trace_;
    std::vector<Index> rules_;
    detect::Instead instead_;
};

}  // namespace

void look_upstream(const Case& of, Trace& trace) { Upstreams(of, trace).run(); }

}  // namespace samenloop::tracing
