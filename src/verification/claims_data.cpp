// Data anew: who keeps an item is looked up in the dictionary and the exchanges, and the notices of a change are
// counted rule by rule.

#include <algorithm>
#include <set>

#include "verification/claims.hpp"

namespace samenloop::verification {
namespace {

bool somebody_has(const RuleBase& base, Slot item, const std::optional<Duration>& needed, Date day) {
    const auto& kept = base.items[item];
    const bool stale = needed && kept.freshness && day.plus(*kept.freshness) > day.plus(*needed);
    if (stale) return false;
    if (!kept.holder.empty()) return true;
    return std::ranges::find(base.exchanges, item, &Exchange::item) != base.exchanges.end();
}

bool has(const std::vector<Slot>& all, Slot item) { return std::ranges::find(all, item) != all.end(); }

using Before = std::pair<Index, Index>;

Index outcome_of(const RuleBase& base, const std::string& id) {
    for (Index o = 0; o < base.outcomes.size(); ++o)
        if (id == "outcome:" + base.outcomes[o].id) return o;
    return none;
}

/// Some rule that applies demands the first for the second.
bool demanded(const engine::Evaluation& e, const Before& step) {
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        if (e.out[r] || e.applies(r) == Truth::no) continue;
        std::size_t k = 0;
        for (const auto& effect : e.rule(r).effects) {
            if (effect.kind != EffectKind::requires_) continue;
            for (const auto& set : e.rule(r).requirements[k])
                if (effect.outcome == step.second && std::ranges::find(set, step.first) != set.end()) return true;
            ++k;
        }
    }
    return false;
}

/// What nothing comes before is taken away until nothing is left; what stays is a circle.
bool has_circle(std::vector<Before> steps) {
    for (bool changed = true; changed;) {
        const auto waits = [&](Index o) {
            return std::ranges::any_of(steps, [&](const Before& s) { return s.second == o; });
        };
        const auto first = std::ranges::find_if(steps, [&](const Before& s) { return !waits(s.first); });
        changed = first != steps.end();
        if (changed) steps.erase(first);
    }
    return !steps.empty();
}

}  // namespace

std::string asked_again(const engine::Evaluation& e, const Finding& f) {
    const auto told = amount_of(f, "decisions");
    const auto now = amount_of(f, "avoidable_now");
    const auto later = amount_of(f, "needs_basis");
    if (f.items.empty() || !told || !now || !later) return "item or count is missing";
    if (*now + *later != *told) return "the parts are not the whole";
    Decimal asks;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect != nullptr && effect->kind == EffectKind::asks_citizen && effect->item == f.items.front() &&
            e.applies(e.program->arguments[a].rule) != Truth::no)
            asks += Decimal(1);
    }
    return asks < *told ? "it is asked fewer times" : "";
}

std::string organisations_counted(const engine::Evaluation& e, const Finding& f) {
    const auto told = amount_of(f, "organisations");
    if (!told || *told != Decimal(static_cast<std::int64_t>(f.organisations.size())))
        return "the number of organisations is another one";
    std::vector<Before> steps;
    for (const auto& link : f.chain) {
        const Before step{outcome_of(e.base(), link.from), outcome_of(e.base(), link.to)};
        if (step.first == none || step.second == none) continue;
        if (!demanded(e, step)) return "nothing demands " + link.from + " before " + link.to;
        steps.push_back(step);
    }
    return has_circle(steps) ? "its order is a circle" : "";
}

std::string nobody_keeps(const engine::Evaluation& e, const Finding& f) {
    for (const auto r : f.rules) {
        if (e.out[r] || e.applies(r) == Truth::no) continue;
        for (const auto& effect : e.rule(r).effects)
            if (effect.kind == EffectKind::requires_data && has(f.items, effect.item))
                return somebody_has(e.base(), effect.item, effect.freshness, e.day) ? "somebody keeps it" : "";
    }
    return "none of its rules needs the datum";
}

std::string notices_counted(const engine::Evaluation& e, const Finding& f) {
    const auto told = amount_of(f, "organisations");
    if (f.items.empty() || !told) return "item or count is missing";
    std::set<std::string> to;
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        if (e.out[r] || !e.program->in_force[r] || e.applies(r) == Truth::no) continue;
        for (const auto& effect : e.rule(r).effects) {
            if (effect.kind != EffectKind::obligation || !has(effect.items, f.items.front())) continue;
            if (e.base().acts[effect.act].data != DataAct::report) continue;
            to.insert(e.organisation(effect.to.empty() ? e.rule(r).actor : effect.to, r, 0));
        }
    }
    for (const auto& o : f.organisations)
        if (!to.contains(o)) return "no duty to tell " + o;
    return Decimal(static_cast<std::int64_t>(to.size())) < *told ? "fewer organisations must be told" : "";
}

}  // namespace samenloop::verification
