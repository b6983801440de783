#include "comparison/needs.hpp"

#include <algorithm>
#include <set>

#include "engine/evaluation.hpp"
#include "engine/flows.hpp"

namespace samenloop::comparison {
namespace {

/// By ids, as two rule bases number things each in their own way.
using Needed = std::set<std::pair<std::string, std::string>>;  // organisation, item

bool is_fact(const RuleBase& base, const engine::Program& program, Slot s) {
    return base.items[s].kind == SlotKind::item && program.object_of_slot[s] == none && !base.items[s].fallback;
}

std::string actor_of(const RuleBase& base, const Rule& rule) {
    return rule.actor.organisation == none ? "" : base.organisations[rule.actor.organisation].id;
}

Needed needed(const RuleBase& base, const engine::Program& program) {
    Needed all;
    for (Index r = 0; r < base.rules.size(); ++r) {
        if (!program.in_force[r]) continue;
        for (const auto s : program.reads[r])
            if (is_fact(base, program, s)) all.emplace(actor_of(base, base.rules[r]), base.items[s].id);
        for (const auto& x : base.rules[r].effects)
            if (x.kind == EffectKind::requires_data || x.kind == EffectKind::asks_citizen)
                all.emplace(actor_of(base, base.rules[r]), base.items[x.item].id);
    }
    return all;
}

void add_datum(Comparison& c, const engine::Program& program, Index r, Slot s) {
    const auto& base = c.after();
    NewDatum datum{r, s, actor_of(base, base.rules[r]), {}, {}, false};
    if (const auto holder = base.items[s].holder.organisation; holder != none)
        datum.holders.push_back(base.organisations[holder].id);
    for (Index x = 0; x < base.exchanges.size(); ++x)
        if (base.exchanges[x].item == s && base.exchanges[x].in_force.contains(c.day) &&
            engine::leads_to(base, base.exchanges[x], s, datum.consumer))
            datum.exchanges.push_back(x);
    for (Index q = 0; q < base.rules.size(); ++q)
        for (const auto& x : base.rules[q].effects)
            datum.asked = datum.asked || (program.in_force[q] && x.kind == EffectKind::asks_citizen && x.item == s);
    c.data.push_back(std::move(datum));
}

void find_data(Comparison& c, const engine::Program& before, const engine::Program& after) {
    auto known = needed(c.before, before);
    const auto& base = c.after();
    for (Index r = 0; r < base.rules.size(); ++r) {
        if (!after.in_force[r]) continue;
        auto slots = after.reads[r];
        std::erase_if(slots, [&](Slot s) { return !is_fact(base, after, s); });
        for (const auto& x : base.rules[r].effects)
            if (x.kind == EffectKind::requires_data || x.kind == EffectKind::asks_citizen) slots.push_back(x.item);
        for (const auto s : slots)
            if (known.emplace(actor_of(base, base.rules[r]), base.items[s].id).second) add_datum(c, after, r, s);
    }
}

bool binds(EffectKind kind) {
    return kind == EffectKind::obligation || kind == EffectKind::grant || kind == EffectKind::allocate;
}

/// Who has to do what: the effect's own actor, else the rule's.
struct Task {
    Index who = none;
    std::string what;
};

Task task_of(const RuleBase& base, const Rule& rule, const Effect& x) {
    const auto own = x.actor.organisation;
    return {own == none ? rule.actor.organisation : own,
            x.act != none      ? base.acts[x.act].id
            : x.scheme != none ? base.schemes[x.scheme].id
            : x.need != none   ? base.needs[x.need].id
                               : ""};
}

template <class See>
void for_tasks(const RuleBase& base, const engine::Program& program, See see) {
    for (Index r = 0; r < base.rules.size(); ++r) {
        if (!program.in_force[r]) continue;
        for (const auto& x : base.rules[r].effects) {
            if (!binds(x.kind)) continue;
            const auto task = task_of(base, base.rules[r], x);
            if (task.who != none && !base.organisations[task.who].is_person) see(r, x, task);
        }
    }
}

/// Parts of one body: "gemeente.wmo" and "gemeente.jeugd".
bool one_body(std::string_view a, std::string_view b) { return a.substr(0, a.find('.')) == b.substr(0, b.find('.')); }

/// An Act gives a task itself, unless it is about a scheme that another body executes.  In any lower rule the body must
/// have had something to do before: it, or another part of the same body, acts in that law, or executes a scheme of it.
bool competent(const Comparison& c, Index rule, const Effect& x, Index who) {
    const auto& base = c.after();
    const auto& law = base.laws[base.rules[rule].law];
    const auto executor = x.scheme == none ? none : base.schemes[x.scheme].executor.organisation;
    const auto& id = base.organisations[who].id;
    if (law.level >= Level::act && (executor == none || one_body(base.organisations[executor].id, id))) return true;
    const auto& old = c.before;
    const auto is_it = [&](Index organisation) {
        return organisation != none && one_body(old.organisations[organisation].id, id);
    };
    const auto acts = [&](const Rule& r) { return old.laws[r.law].id == law.id && is_it(r.actor.organisation); };
    const auto executes = [&](const Scheme& s) {
        return s.law != none && old.laws[s.law].id == law.id && is_it(s.executor.organisation);
    };
    return std::ranges::any_of(old.rules, acts) || std::ranges::any_of(old.schemes, executes);
}

void find_tasks(Comparison& c, const engine::Program& before, const engine::Program& after) {
    std::set<std::pair<std::string, std::string>> known;  // by ids
    for_tasks(c.before, before, [&](Index, const Effect&, const Task& task) {
        known.emplace(c.before.organisations[task.who].id, task.what);
    });
    for_tasks(c.after(), after, [&](Index r, const Effect& x, const Task& task) {
        const auto& id = c.after().organisations[task.who].id;
        if (known.emplace(id, task.what).second) c.tasks.push_back({id, r, competent(c, r, x, task.who)});
    });
}

}  // namespace

void find_needs(Comparison& c) {
    const auto before = engine::compile(c.before, c.day);
    const auto after = engine::compile(c.after(), c.day);
    find_data(c, before, after);
    find_tasks(c, before, after);
}

Counts counts_of(const RuleBase& rules) {
    Counts n{rules.rules.size(), 0, rules.concepts.size(), 0, rules.exchanges.size(), rules.organisations.size(), 0};
    for (const auto& item : rules.items)
        if (item.kind == SlotKind::item) ++n.items;
    for (const auto& rule : rules.rules) {
        if (!rule.overrides.empty() || !rule.overrides_laws.empty() || !rule.exception_to.empty()) ++n.exceptions;
        const auto elsewhere = [&](Index other) { return rules.rules[other].law != rule.law; };
        for (const auto* list : {&rule.overrides, &rule.exception_to, &rule.rebuts})
            n.references += static_cast<std::size_t>(std::ranges::count_if(*list, elsewhere));
        n.references += rule.overrides_laws.size();
    }
    return n;
}

}  // namespace samenloop::comparison
