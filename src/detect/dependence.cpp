#include "detect/dependence.hpp"

#include <algorithm>
#include <set>

#include "detect/minimal.hpp"

namespace samenloop::detect {
namespace {

/// The rules of a finding, and those of its kind that count only perhaps: they stand in the candidate and not among its
/// rules, because without them as much is there for sure.
std::set<Index> with_what_may_count(const engine::Evaluation& e, const Candidate& c, const std::vector<Index>& rules) {
    std::set<Index> all(rules.begin(), rules.end());
    for (const auto* more : {&c.rules, &c.tried})
        for (const auto r : *more)
            if (e.applies(r) == Truth::unknown) all.insert(r);
    return all;
}

/// Rules that have an effect on the same thing as one of these, and may take it away or lack for it.
std::set<Index> with_competitors(const engine::Evaluation& e, const Candidate& c, const std::vector<Index>& rules) {
    std::set<Index> own(rules.begin(), rules.end());
    own.insert(c.rules.begin(), c.rules.end());
    own.insert(c.tried.begin(), c.tried.end());
    auto all = own;
    for (const auto& object : e.program->objects) {
        const auto rule_of = [&](engine::ArgumentId a) { return e.program->arguments[a].rule; };
        if (std::ranges::none_of(object.arguments, [&](engine::ArgumentId a) { return own.contains(rule_of(a)); }))
            continue;
        for (const auto a : object.arguments)
            if (e.applies(rule_of(a)) != Truth::no) all.insert(rule_of(a));
    }
    return all;
}

/// Everything that may apply, and when needs are active.
Ground everything(const engine::Evaluation& e) {
    Ground all;
    for (Index r = 0; r < e.base().rules.size(); ++r)
        if (e.program->in_force[r] && e.applies(r) == Truth::unknown) all.rules.push_back(r);
    for (const auto& need : e.base().needs)
        for (const auto* condition : {&need.active, &need.covered})
            if (*condition) all.conditions.push_back(&**condition);
    return all;
}

/// Known, the fact makes the finding certain, or ends it, or moves it.
bool decides(const WhatIf& inquiry, const CandidateFinding& m, const model::Path& path) {
    const auto& e = inquiry.in(m.world);
    return std::ranges::any_of(possible_values(e, path), [&](const Value& v) {
        const auto after = inquiry.again(m, {{}, {}, {{path.slot, model::replaced(e.facts, path, v)}}});
        return !after || after->holds != m.candidate.holds || !(after->measure == m.candidate.measure);
    });
}

/// The rules leave out what this is worth for this person.
bool is_left_out(const engine::Evaluation& e, Slot s) {
    return std::ranges::any_of(
        e.program->unmodelled[s], [&](Index u) { return engine::concerns(e, e.base().unmodelled[u]) != Truth::no; });
}

/// A grant that may be there and counts as income names no amount.
bool names_no_amount(const engine::Evaluation& e, const Scheme& scheme) {
    const auto o = e.program->object_of_slot[scheme.sum];
    if (!scheme.disposable || o == none) return false;
    return std::ranges::any_of(e.program->objects[o].arguments, [&](engine::ArgumentId a) {
        const auto* effect = e.program->effect(a);
        return effect != nullptr && effect->kind == EffectKind::grant && !effect->value && e.accepted(a) != Truth::no;
    });
}

/// Sums that no rule states: a grant that counts as income and names no amount, what the rules leave out.
std::vector<model::Path> sums_not_stated(const engine::Evaluation& e) {
    std::vector<model::Path> all;
    for (const auto& scheme : e.base().schemes)
        if (names_no_amount(e, scheme) || is_left_out(e, scheme.sum)) all.push_back({scheme.sum, 0, 0});
    for (const auto& charge : e.base().charges)
        if (is_left_out(e, charge.slot)) all.push_back({charge.slot, 0, 0});
    return all;
}

/// Facts that are null, where a comparison with null has no answer: since when a debt is there, and nobody said.
std::vector<model::Path> nulls_behind(const engine::Evaluation& e, const Ground& ground) {
    auto all = facts_behind(e, ground);
    std::erase_if(all, [&](const model::Path& p) { return !model::value_at(e.facts, p).is_null(); });
    return all;
}

Ground ground_of(const std::set<Index>& rules, const CandidateFinding& m) {
    return {{rules.begin(), rules.end()}, m.candidate.conditions};
}

}  // namespace

bool lacks_only_rules(const engine::Evaluation& e, const std::vector<model::Path>& depends_on) {
    return !depends_on.empty() && std::ranges::all_of(depends_on, [&](const model::Path& p) {
        return e.base().items[p.slot].kind == SlotKind::amount || is_left_out(e, p.slot);
    });
}

std::vector<model::Path> depends_on(const WhatIf& inquiry, const CandidateFinding& m, const std::vector<Index>& rules) {
    const auto& e = inquiry.in(m.world);
    const auto own = ground_of(with_what_may_count(e, m.candidate, rules), m);
    const auto wider = ground_of(with_competitors(e, m.candidate, rules), m);
    if (auto read = unknown_behind(e, own); !read.empty()) return read;
    if (auto read = missing_amounts(e, own); !read.empty()) return read;
    if (auto read = unknown_behind(e, wider); !read.empty()) return read;
    const auto all = everything(e);
    auto open = unknown_behind(e, all);
    auto deciding = open;
    std::erase_if(deciding, [&](const model::Path& p) { return !decides(inquiry, m, p); });
    if (!deciding.empty()) return deciding;
    if (!open.empty()) return open;
    if (auto read = missing_amounts(e, all); !read.empty()) return read;
    if (auto read = sums_not_stated(e); !read.empty()) return read;
    return nulls_behind(e, own);
}

}  // namespace samenloop::detect
