// Data anew: who keeps an item is looked up in the dictionary and the exchanges, and the notices of a change are
// counted rule by rule.

#include <algorithm>
#include <set>

#include "verify/claims.hpp"

namespace samenloop {
namespace {

bool somebody_has(const RuleBase& base, Slot item, const std::optional<Duration>& needed, Date day) {
    const auto& kept = base.items[item];
    const bool stale = needed && kept.freshness && day.plus(*kept.freshness) > day.plus(*needed);
    if (stale) return false;
    if (!kept.holder.empty()) return true;
    return std::ranges::find(base.exchanges, item, &Exchange::item) != base.exchanges.end();
}

bool has(const std::vector<Slot>& all, Slot item) { return std::ranges::find(all, item) != all.end(); }

}  // namespace

std::string nobody_keeps(const Evaluation& e, const Finding& f) {
    for (const auto r : f.rules) {
        if (e.out[r] || e.applies(r) == Truth::no) continue;
        for (const auto& effect : e.rule(r).effects)
            if (effect.kind == EffectKind::requires_data && has(f.items, effect.item))
                return somebody_has(e.base(), effect.item, effect.freshness, e.program->day) ? "somebody keeps it" : "";
    }
    return "none of its rules needs the datum";
}

std::string notices_counted(const Evaluation& e, const Finding& f) {
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

}  // namespace samenloop
