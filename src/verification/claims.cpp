#include "verification/claims.hpp"

#include <algorithm>
#include <set>

#include "engine/disposable.hpp"
#include "engine/reach.hpp"

namespace samenloop::verification {
namespace {

/// Outcomes named in the chain: the circle.
std::set<Index> outcomes_of(const RuleBase& base, const Finding& f) {
    std::set<Index> all;
    for (const auto& link : f.chain)
        for (Index o = 0; o < base.outcomes.size(); ++o)
            if (link.from == "outcome:" + base.outcomes[o].id) all.insert(o);
    return all;
}

/// Nothing in the circle can be reached from outside it, by trying again until nothing changes.
std::string circle_is_closed(const engine::Evaluation& here, const Finding& f) {
    const auto circle = outcomes_of(here.base(), f);
    const auto of = engine::alternatives(here, engine::View::cautious);
    std::set<Index> reached;
    for (std::size_t round = 0; round <= of.size(); ++round)
        for (Index o = 0; o < of.size(); ++o)
            for (const auto& set : of[o])
                if (std::ranges::all_of(set, [&](Index p) { return reached.contains(p); })) reached.insert(o);
    for (const auto o : circle)
        if (reached.contains(o)) return "outcome " + here.base().outcomes[o].id + " can be reached";
    return circle.empty() ? "the chain names no outcome" : "";
}

/// D and M as plain sums, not by the table of the detector.
std::string below_the_level(const engine::Evaluation& here, const engine::Evaluation& law, const Finding& f) {
    const auto d = engine::disposable(here).bounds();
    const auto m = engine::protected_level(law).bounds();
    const auto gap = amount_of(f, "eur_month");
    if (!d.high || !m.low || !gap) return f.certainty == Certainty::certain ? "the gap cannot be computed" : "";
    const auto difference = (*m.low - *d.high) / Decimal(12) - *gap;
    const Decimal cent = Decimal(1) / Decimal(100);
    return difference > cent || difference < -cent ? "the gap is another one" : "";
}

std::string nobody_covers(const engine::Evaluation& here, const Finding& f) {
    if (f.needs.empty()) return "no need is named";
    if (f.certainty != Certainty::certain) return {};
    const auto& base = here.base();
    const auto reached = engine::reach(here);
    for (Index s = 0; s < base.schemes.size(); ++s) {
        const auto& covers = base.schemes[s].covers;
        if (std::ranges::find(covers, f.needs.front()) == covers.end()) continue;
        auto granted = here.values[base.schemes[s].granted].truth();
        for (std::size_t o = 0; o < reached.size(); ++o)
            if (base.outcomes[o].scheme == s) granted = granted && reached[o];
        if (granted == Truth::yes) return "scheme " + base.schemes[s].id + " covers it";
    }
    return {};
}

}  // namespace

std::string check_claim(const engine::Evaluation& here, const engine::Evaluation& law, const Finding& f) {
    using Claim = std::string (*)(const engine::Evaluation&, const Finding&);
    static constexpr std::pair<std::string_view, Claim> claims[] = {
        {"CL-1", duties_contradict},     {"CL-2", outcomes_contradict},
        {"CL-3", circle_is_closed},      {"CL-4", meanings_differ},
        {"CL-5", premise_fails},         {"VA-1", nobody_covers},
        {"VA-2", referrals_circle},      {"VA-2b", referral_ends_nowhere},
        {"VA-3", nobody_keeps},          {"VA-4", datum_cannot_come},
        {"IM-2b", step_leaves},          {"PU-2", asked_again},
        {"PU-3", organisations_counted}, {"PU-4", step_leaves},
        {"PU-7", notices_counted},       {"IM-4", goal_missed},
        {"IM-5", floor_lowered},         {"IM-6", loss_exceeds},
        {"PU-1", withheld_together},     {"PU-6", punished_twice},
        {"PU-8", laws_say_the_same},     {"VA-7", orphaned},
        {"VA-8", rule_leaves_out},
    };
    if (f.code == "IM-1") return below_the_level(here, law, f);
    const auto* const found = std::ranges::find(claims, f.code, &std::pair<std::string_view, Claim>::first);
    return found == std::ranges::end(claims) ? "no claim is known for " + f.code : found->second(here, f);
}

}  // namespace samenloop::verification
