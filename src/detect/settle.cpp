#include "detect/settle.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "detect/side_by_side.hpp"
#include "feel/number.hpp"

namespace samenloop::detect {
namespace {

bool is_grant(const Effect* e) { return e != nullptr && e->kind == EffectKind::grant; }

/// A denial of a grant, or an exception to it inside its own law, is how a scheme is bounded, not a repair.
bool ordinary_exception(const engine::Program& program, const engine::Conflict& c) {
    const auto loser = c.winner == engine::Winner::first ? c.second : c.first;
    const auto winner = c.winner == engine::Winner::first ? c.first : c.second;
    if (c.criterion == engine::Criterion::denial) return true;
    if (!is_grant(program.effect(loser))) return false;
    const auto* stronger = program.effect(winner);
    return (stronger != nullptr && stronger->kind == EffectKind::deny) ||
           program.rule(loser).law == program.rule(winner).law;
}

std::vector<Index> rules_that_may_settle(const engine::Evaluation& law) {
    std::set<Index> found;
    const auto& program = *law.program;
    for (const auto& object : program.objects)
        for (const auto& c : object.conflicts) {
            if (c.winner == engine::Winner::nobody || ordinary_exception(program, c)) continue;
            const auto winner = program.arguments[c.winner == engine::Winner::first ? c.first : c.second].rule;
            const auto loser = program.arguments[c.winner == engine::Winner::first ? c.second : c.first].rule;
            if (law.applies(winner) == Truth::yes && law.applies(loser) == Truth::yes) found.insert(winner);
        }
    for (Index r = 0; r < law.base().rules.size(); ++r)
        if (law.rule(r).repairs && law.applies(r) == Truth::yes) found.insert(r);
    return {found.begin(), found.end()};
}

/// About the same, though not told alike: what is taken, and what threatens to be.
bool one_subject(const CandidateFinding& a, const CandidateFinding& b) {
    return a.detector == b.detector && !a.candidate.subject.empty() && a.candidate.subject == b.candidate.subject &&
           a.candidate.key != b.candidate.key;
}

const CandidateFinding* same(const std::vector<CandidateFinding>& all, const CandidateFinding& m) {
    const auto at = std::ranges::find_if(all, [&](const CandidateFinding& x) {
        return x.detector == m.detector && x.candidate.key == m.candidate.key && x.candidate.settled_by.empty();
    });
    return at == all.end() ? nullptr : &*at;
}

/// The part of the loss that the rule takes away; nothing when it is under a euro.
std::optional<Value> mended(const Candidate& without, const Candidate& with) {
    const auto a = without.measure.bounds();
    const auto b = with.measure.bounds();
    if (!a.low || !b.low || *a.low - *b.low < Decimal(1)) return std::nullopt;
    return Value(*a.low - *b.low);
}

}  // namespace

std::vector<Settled> settled_matters(const WhatIf& inquiry, const std::vector<CandidateFinding>& there,
                                     bool by_policy_only) {
    std::vector<Settled> found;
    const auto settled_already = [&](const CandidateFinding& m) {
        return std::ranges::any_of(there, [&](const CandidateFinding& x) {
            return x.detector == m.detector && x.candidate.key == m.candidate.key && !x.candidate.settled_by.empty();
        });
    };
    const auto known = [&](const CandidateFinding& m) {
        return settled_already(m) || std::ranges::any_of(found, [&](const Settled& s) {
                   return s.matter.detector == m.detector && s.matter.candidate.key == m.candidate.key;
               });
    };
    auto rules = rules_that_may_settle(inquiry.law());
    const auto by_policy = [&](Index w) {
        return settled_status(inquiry.law().base(), w) == Status::settled_by_policy;
    };
    if (by_policy_only) std::erase_if(rules, std::not_fn(by_policy));
    std::vector<std::vector<CandidateFinding>> appear(rules.size());
    side_by_side(inquiry, rules.size(), [&](const WhatIf& here, std::size_t i) {
        appear[i] = here.all(engine::Variation{{rules[i]}, {}, {}});
    });
    for (std::size_t i = 0; i < rules.size(); ++i)
        for (auto& m : appear[i]) {
            const auto told = [&](const CandidateFinding& x) { return one_subject(x, m); };
            if (m.world != engine::World::law || m.candidate.information || known(m) ||
                std::ranges::any_of(there, told))
                continue;
            if (const auto* still = same(there, m)) {
                const auto part =
                    inquiry.law().rule(rules[i]).repairs ? mended(m.candidate, still->candidate) : std::nullopt;
                if (!part) continue;
                m.candidate.measure = *part;
            }
            found.push_back({std::move(m), rules[i], {{rules[i]}, {}, {}}});
        }
    return found;
}

Status settled_status(const RuleBase& base, Index by) {
    if (!base.rules[by].ecli.empty()) return Status::settled_by_case_law;
    return is_practice(base.laws[base.rules[by].law].level) ? Status::settled_by_policy : Status::settled_by_statute;
}

}  // namespace samenloop::detect
