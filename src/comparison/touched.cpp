#include "comparison/touched.hpp"

#include <algorithm>
#include <set>

#include "graph/graph.hpp"
#include "model/ordinary.hpp"

namespace samenloop::comparison {
namespace {

/// Who does it, who holds it, which law it stands in and whom it is for ties things together that have nothing to do
/// with one another.
graph::EdgeKinds island_ties() {
    return graph::all_ties &
           ~of(graph::EdgeKind::contains, graph::EdgeKind::sends, graph::EdgeKind::acts, graph::EdgeKind::executes,
               graph::EdgeKind::held_by, graph::EdgeKind::gives, graph::EdgeKind::receives, graph::EdgeKind::collects,
               graph::EdgeKind::covers, graph::EdgeKind::allocates, graph::EdgeKind::refers);
}

std::set<graph::Node> island_of(const graph::Graph& graph, const std::set<graph::Node>& from) {
    const auto along = island_ties();
    std::set<graph::Node> seen = from;
    std::vector<graph::Node> pending(from.begin(), from.end());
    const auto add = [&](const graph::Node& n, graph::EdgeKind tie) {
        if (along[static_cast<std::size_t>(tie)] && seen.insert(n).second) pending.push_back(n);
    };
    while (!pending.empty()) {
        const auto node = pending.back();
        pending.pop_back();
        for (const auto& e : graph.from(node)) add(e.to, e.tie);
        for (const auto& e : graph.to(node)) add(e.from, e.tie);
    }
    return seen;
}

}  // namespace

/// One of the two rule bases, with the island in it.
struct Touched::Side {
    const RuleBase* base = nullptr;
    std::set<graph::Node> island;
    std::vector<Slot> facts;     // that the island reads
    std::vector<Index> needs;    // that its schemes cover
    bool quiet_unknown = true;   // no rule of it applies to somebody of whom nothing is known
    bool quiet_ordinary = true;  // … or to the ordinary person
    bool varied = false;         // it reads what detectors vary of themselves: earnings, assets, costs
    std::vector<Value> unknown;
    std::vector<Value> ordinary;

    Side(const RuleBase& rules, const std::set<std::string>& touched, Date day) : base(&rules) {
        std::set<graph::Node> from;
        for (Index r = 0; r < rules.rules.size(); ++r)
            if (touched.contains("rule:" + rules.rules[r].id)) from.insert({graph::NodeKind::rule, r});
        island = island_of(graph::Graph(rules), from);
        for (const auto& node : island) {
            if (node.thing == graph::NodeKind::item) {
                const auto& item = rules.items[node.index];
                facts.push_back(node.index);
                varied = varied || item.earnings || item.assets || item.fixed_cost;
            }
            if (node.thing == graph::NodeKind::scheme)
                for (const auto n : rules.schemes[node.index].covers) needs.push_back(n);
        }
        const auto program = engine::compile(rules, day);
        unknown = look(program, Rest::unknown, quiet_unknown);
        ordinary = look(program, Rest::ordinary, quiet_ordinary);
    }

    /// The facts of a person of whom nothing is told; is the island quiet for that person?
    std::vector<Value> look(const engine::Program& program, Rest rest, bool& quiet) const {
        Situation nobody;
        nobody.date = program.day;
        nobody.rest = rest;
        nobody.facts.resize(base->items.size());
        nobody.assumed.resize(base->items.size(), false);
        if (rest == Rest::ordinary) nobody = model::with_ordinary_person(std::move(nobody), *base);
        const auto e = engine::evaluate(program, nobody, engine::World::practice);
        for (const auto& node : island)
            if (node.thing == graph::NodeKind::rule && e.applies(node.index) != Truth::no) quiet = false;
        return nobody.facts;
    }
};

Touched::Touched(const RuleBase& before, const Amended& amended, Date day) {
    std::set<std::string> touched;
    for (const auto& m : amended.modifications)
        for (const auto& id : m.touches) {
            touched.insert(id);
            everybody_ = everybody_ || !id.starts_with("rule:");
        }
    if (everybody_) return;
    sides_ = {
        std::make_shared<const Side>(before, touched, day), std::make_shared<const Side>(amended.rules, touched, day)};
}

bool Touched::touches(const Situation& situation) const {
    return everybody_ || std::ranges::any_of(sides_, [&](const auto& side) { return touches(*side, situation); });
}

bool Touched::touches(const Side& side, const Situation& situation) const {
    if (side.varied) return true;
    if (!(situation.rest == Rest::ordinary ? side.quiet_ordinary : side.quiet_unknown)) return true;
    const auto& usual = situation.rest == Rest::ordinary ? side.ordinary : side.unknown;
    for (const auto& event : situation.events)
        if (side.island.contains({graph::NodeKind::item, event.item})) return true;
    for (const auto s : side.facts)
        if (s < situation.facts.size() && !(situation.facts[s] == usual[s])) return true;
    for (const auto n : side.needs) {
        const auto& active = side.base->needs[n].active;
        if (!active) return true;
        for (const auto& read : active->reads())
            if (read.slot < situation.facts.size() && !(situation.facts[read.slot] == usual[read.slot])) return true;
        if (evaluate(*active, {situation.facts, {}}).truth() != Truth::no) return true;
    }
    return false;
}

}  // namespace samenloop::comparison
