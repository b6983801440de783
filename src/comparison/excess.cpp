#include "comparison/excess.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/parallel.hpp"
#include "comparison/duplicates.hpp"
#include "engine/calendar.hpp"
#include "engine/repealed.hpp"
#include "graph/graph.hpp"
#include "survey/situation_space.hpp"

namespace samenloop::comparison {
namespace {

/// Questions about one rule.  What can never apply is mostly seen in tens; a rule of which more is needed is one that
/// hangs together with much, and nothing is told of it.
constexpr std::size_t questions_per_rule = 500;

Index rule_named(const RuleBase& base, const std::string& id) {
    const auto at = std::ranges::find(base.rules, id, &Rule::id);
    return at == base.rules.end() ? none : static_cast<Index>(at - base.rules.begin());
}

/// Rules whose text is changed, and those that meet them or read what they define.
std::set<std::string> concerned(const Comparison& c, const RuleBase& base, const engine::Program& program) {
    std::set<std::string> ids;
    std::set<Slot> items;
    for (const auto& m : c.amended.modifications)
        for (const auto& id : m.touches) {
            if (id.starts_with("rule:")) ids.insert(id.substr(5));
            if (!id.starts_with("item:")) continue;
            if (const auto at = base.names.find(id.substr(5)); at != base.names.end()) items.insert(at->second.slot);
        }
    auto all = ids;
    for (const auto& object : program.objects) {
        const auto changed = [&](engine::ArgumentId a) { return ids.contains(program.rule(a).id); };
        if (!std::ranges::any_of(object.arguments, changed)) continue;
        if (object.kind == engine::ObjectKind::item) items.insert(object.index);
        for (const auto a : object.arguments) all.insert(program.rule(a).id);
    }
    for (Index r = 0; r < base.rules.size(); ++r)
        if (std::ranges::any_of(program.reads[r], [&](Slot s) { return items.contains(s); }))
            all.insert(base.rules[r].id);
    return all;
}

/// Rules of one rule base, over all situations.
class Looks {
  public:
    Looks(const RuleBase& base, Date day) : base_(base), everybody_(base, day) {}

    const engine::Program& program() const { return everybody_.program(); }

    /// No situation in which it applies.
    bool dead(Index r) const {
        return never(r, [r](const engine::Evaluation& e) { return e.applies(r); });
    }
    /// It may apply, and then always something wins from it.
    bool defeated(Index r) const {
        return !program().arguments_of_rule[r].empty() && winner_over(r) != none &&
               never(r, [r](const engine::Evaluation& e) { return e.effective(r); });
    }

    /// Who wins from it; none when nobody does.
    Index winner_over(Index r) const {
        for (const auto& object : program().objects)
            for (const auto& x : object.conflicts) {
                if (x.winner == engine::Winner::nobody) continue;
                const auto [winner, loser] =
                    x.winner == engine::Winner::first ? std::pair(x.first, x.second) : std::pair(x.second, x.first);
                if (program().arguments[loser].rule == r) return program().arguments[winner].rule;
            }
        return none;
    }

    /// The higher law that it goes against.
    Index superior_to(Index r) const {
        for (const auto& object : program().objects)
            for (const auto& x : object.conflicts) {
                if (x.criterion != engine::Criterion::superior || !x.clash) continue;
                const auto [winner, loser] =
                    x.winner == engine::Winner::first ? std::pair(x.first, x.second) : std::pair(x.second, x.first);
                if (program().arguments[loser].rule == r) return program().arguments[winner].rule;
            }
        return none;
    }

  private:
    template <class Asked>
    bool never(Index r, Asked asked) const {
        const auto& rule = base_.rules[r];
        if (!program().in_force[r] || rule.each || rule.discretion == Discretion::may || rule.on_request) return false;
        auto support = everybody_.support();
        auto items = program().reads[r];
        support.condition(rule.when);
        for (const auto other : rivals(r)) {
            support.condition(base_.rules[other].when);
            items.insert(items.end(), program().reads[other].begin(), program().reads[other].end());
        }
        std::ranges::sort(items);
        items.erase(std::unique(items.begin(), items.end()), items.end());
        const auto answer = everybody_.find(
            support,
            [&](const engine::Evaluation& e) -> solve::Reply {
                const auto t = asked(e);
                if (t != Truth::unknown) return {t, {}};
                return {t, survey::open_facts(e, items)};
            },
            {}, questions_per_rule);
        return answer.verdict == solve::SearchResult::unsatisfiable;
    }

    std::vector<Index> rivals(Index r) const {
        std::vector<Index> all;
        for (const auto a : program().arguments_of_rule[r])
            for (const auto& x : program().objects[program().arguments[a].object].conflicts)
                if (x.first == a || x.second == a)
                    all.push_back(program().arguments[x.first == a ? x.second : x.first].rule);
        return all;
    }

    const RuleBase& base_;
    survey::SituationSpace everybody_;
};

/// Why a rule that the bill concerns is superfluous, and was not before.
std::optional<Superfluous> excess_of(const Comparison& c, const Looks& before, const Looks& after, Index r) {
    const auto old = rule_named(c.before, c.after().rules[r].id);
    if (after.dead(r)) {
        if (old == none || !before.dead(old)) return Superfluous{Excess::dead, r};
    } else if (after.defeated(r) && (old == none || !before.defeated(old))) {
        return Superfluous{.why = Excess::defeated, .rule = r, .beside = after.winner_over(r)};
    } else if (const auto above = after.superior_to(r);
               above != none && (old == none || before.superior_to(old) == none)) {
        return Superfluous{.why = Excess::lower, .rule = r, .beside = above};
    }
    return std::nullopt;
}

/// Each rule is a search of its own.
void find_rules(Comparison& c, const Looks& before, const Looks& after) {
    std::vector<Index> rules;
    for (const auto& id : concerned(c, c.after(), after.program()))
        if (const auto r = rule_named(c.after(), id); r != none) rules.push_back(r);
    std::vector<std::optional<Superfluous>> found(rules.size());
    base::in_parallel(rules.size(), [&](std::size_t i) { found[i] = excess_of(c, before, after, rules[i]); });
    for (auto& one : found)
        if (one) c.superfluous.push_back(*one);
}

/// Two rules, by ids: that say the same, or of which the first adds nothing to the second.
struct Twins {
    std::string first;
    std::string second;
    Excess why{};
    auto operator<=>(const Twins&) const = default;
};

std::set<Twins> twins(const RuleBase& base, const engine::Program& program) {
    std::set<Twins> all;
    const Calendar calendar(program);
    for (const auto& [a, b] : program.look_alikes) {
        const auto first = program.arguments[a].rule;
        const auto second = program.arguments[b].rule;
        const auto& [low, high] = std::minmax(base.rules[first].id, base.rules[second].id);
        if (calendar.equivalent(first, second)) all.insert({low, high, Excess::redundant});
        else
            for (const auto& [narrow, wide] : {std::pair{first, second}, std::pair{second, first}})
                if (engine::adds_nothing(program, narrow, wide) && calendar.within(narrow, wide))
                    all.insert({base.rules[narrow].id, base.rules[wide].id, Excess::part});
    }
    return all;
}

void find_twins(Comparison& c, const engine::Program& before, const engine::Program& after) {
    const auto known = twins(c.before, before);
    for (const auto& pair : twins(c.after(), after))
        if (!known.contains(pair))
            c.superfluous.push_back({.why = pair.why,
                                     .rule = rule_named(c.after(), pair.first),
                                     .beside = rule_named(c.after(), pair.second)});
}

/// Items that somebody reads, asks for or needs.
std::set<std::string> used_items(const RuleBase& base) {
    const graph::Graph graph(base);
    std::set<std::string> all;
    const auto counts = of(graph::EdgeKind::reads, graph::EdgeKind::needs_data, graph::EdgeKind::asks,
                           graph::EdgeKind::concerns, graph::EdgeKind::carries);
    for (Slot s = 0; s < base.items.size(); ++s) {
        for (const auto& e : graph.to({graph::NodeKind::item, s}))
            if (counts[static_cast<std::size_t>(e.tie)]) all.insert(base.items[s].id);
        if (const auto& fallback = base.items[s].fallback)
            for (const auto& read : fallback->reads()) all.insert(base.items[read.slot].id);
    }
    return all;
}

void find_unused(Comparison& c) {
    const auto before = used_items(c.before);
    const auto after = used_items(c.after());
    for (Slot s = 0; s < c.after().items.size(); ++s) {
        const auto& item = c.after().items[s];
        if (after.contains(item.id)) continue;
        const bool new_amount = item.kind == SlotKind::amount && !c.before.names.contains(item.id);
        const bool no_more = before.contains(item.id) && (item.kind == SlotKind::item || item.kind == SlotKind::amount);
        if (no_more || new_amount) c.superfluous.push_back({.why = Excess::unused, .item = s});
    }
}

std::set<std::string> dangling(const RuleBase& base, const engine::Program& program) {
    std::set<std::string> all;
    for (Index r = 0; r < base.rules.size(); ++r)
        if (program.in_force[r] && engine::dangles(program, r)) all.insert(base.rules[r].id);
    return all;
}

void find_dangling(Comparison& c, const engine::Program& before, const engine::Program& after) {
    const auto known = dangling(c.before, before);
    for (const auto& id : dangling(c.after(), after))
        if (!known.contains(id)) c.superfluous.push_back({.why = Excess::dangling, .rule = rule_named(c.after(), id)});
}

}  // namespace

void find_excess(Comparison& c) {
    if (c.amended.modifications.empty()) return;
    const Looks before(c.before, c.day);
    const Looks after(c.after(), c.day);
    find_rules(c, before, after);
    find_twins(c, before.program(), after.program());
    find_dangling(c, before.program(), after.program());
    find_unused(c);
    find_duplicates(c, before.program(), after.program());
}

}  // namespace samenloop::comparison
