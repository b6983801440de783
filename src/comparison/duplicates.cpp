#include "comparison/duplicates.hpp"

#include <map>
#include <set>

namespace samenloop::comparison {
namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;  // ids

std::string text(const std::optional<Expression>& e) {
    return e ? to_string(*e, [](Slot s) { return std::to_string(s); }) : std::string();
}

/// How the one rule that there is defines the item; empty when there are more, or when it says nothing of anybody.
std::string definition(const engine::Program& program, Slot s) {
    const auto o = program.object_of_slot[s];
    if (o == none || program.objects[o].arguments.size() != 1) return {};
    const auto a = program.objects[o].arguments.front();
    const auto& rule = program.rule(a);
    const auto* effect = program.effect(a);
    if (effect == nullptr || !effect->value || (!rule.when && effect->value->reads().empty())) return {};
    const auto& item = program.base->items[s];
    return text(rule.when) + '\n' + text(rule.each) + '\n' + text(rule.request) + '\n' + text(effect->value) + '\n' +
           text(item.fallback) + '\n' + std::to_string(static_cast<int>(rule.discretion));
}

/// Those that share a key and fit, two by two.
template <class Things, class Key, class Fit>
void pair_up(const Things& things, Pairs& pairs, Key key, Fit fit) {
    std::map<std::string, std::vector<Index>> by_key;
    for (Index i = 0; i < things.size(); ++i) {
        const std::string k = key(i);
        if (k.empty()) continue;
        auto& same = by_key[k];
        for (const auto j : same)
            if (fit(i, j)) pairs.emplace(std::min(things[i].id, things[j].id), std::max(things[i].id, things[j].id));
        same.push_back(i);
    }
}

Pairs items_twice(const RuleBase& base, const engine::Program& program) {
    Pairs pairs;
    const auto is_item = [&](Index s) { return base.items[s].kind == SlotKind::item; };
    const auto of_a_type = [&](Index x, Index y) { return base.items[x].type == base.items[y].type; };
    const auto title = [&](Index s) { return is_item(s) ? base.items[s].title.nl : std::string(); };
    pair_up(base.items, pairs, title, of_a_type);
    const auto defined = [&](Index s) { return is_item(s) ? definition(program, s) : std::string(); };
    pair_up(base.items, pairs, defined, of_a_type);
    return pairs;
}

Pairs concepts_twice(const RuleBase& base) {
    Pairs pairs;
    const auto title = [&](Index i) { return base.concepts[i].title.nl; };
    pair_up(base.concepts, pairs, title, [](Index, Index) { return true; });
    return pairs;
}

template <class Things>
Index named(const Things& things, const std::string& id) {
    for (Index i = 0; i < things.size(); ++i)
        if (things[i].id == id) return i;
    return none;
}

/// The one that was not there before first: it is the one that is too much.
template <class Things, class Add>
void tell(const Things& before, const Things& after, const Pairs& known, const Pairs& now, Add add) {
    for (const auto& pair : now) {
        if (known.contains(pair)) continue;
        auto first = pair.first;
        auto second = pair.second;
        if (named(before, first) != none && named(before, second) == none) std::swap(first, second);
        add(named(after, first), named(after, second));
    }
}

}  // namespace

void find_duplicates(Comparison& c, const engine::Program& before, const engine::Program& after) {
    const auto& b = c.before;
    const auto& a = c.after();
    tell(b.items, a.items, items_twice(b, before), items_twice(a, after), [&](Index s, Index other) {
        c.superfluous.push_back({.why = Excess::duplicate, .item = s, .beside = other});
    });
    tell(b.concepts, a.concepts, concepts_twice(b), concepts_twice(a), [&](Index x, Index other) {
        c.superfluous.push_back({.why = Excess::duplicate, .concept_ = x, .beside = other});
    });
}

}  // namespace samenloop::comparison
