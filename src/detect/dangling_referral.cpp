// VA-2b: a referral ends at an organisation that is not responsible for the need, grants nothing that covers it, and
// sends nobody on either (definitions section 2).

#include <algorithm>

#include "detect/detectors.hpp"
#include "detect/referrals.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// Is this where a chain of referrals ends in nothing?
Truth ends_at(const Referrals& r, std::uint32_t n) {
    auto arrives = Truth::no;
    auto leaves = Truth::no;
    for (const auto& edge : r.edges) {
        if (edge.to == n) arrives = arrives || edge.holds;
        if (edge.from == n) leaves = leaves || edge.holds;
    }
    return r.active && arrives && !leaves && !r.competent[n];
}

std::string key_of(const DetectionContext& scene, const Referrals& r, std::uint32_t end) {
    return scene.base().needs[r.need].id + ">" + r.organisations[end];
}

}  // namespace

std::vector<Candidate> find_dangling_referral(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (const auto& r : referrals(scene))
        for (std::uint32_t n = 0; n < r.organisations.size(); ++n) {
            const auto holds = ends_at(r, n);
            if (holds == Truth::no) continue;
            Candidate c;
            c.key = key_of(scene, r, n);
            c.holds = holds;
            std::set<Index> rules;
            for (const auto& edge : r.edges)
                if (edge.to == n) rules.insert(scene.program().arguments[edge.argument].rule);
            c.rules.assign(rules.begin(), rules.end());
            all.push_back(std::move(c));
        }
    return all;
}

void describe_dangling_referral(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    f.severity = 2;
    for (const auto& r : referrals(scene))
        for (std::uint32_t n = 0; n < r.organisations.size(); ++n) {
            if (key_of(scene, r, n) != c.key) continue;
            std::set<std::string> involved{r.organisations[n]};
            for (const auto& edge : r.edges)
                if (edge.to == n) involved.insert(r.organisations[edge.from]);
            const auto end = model::organisation_name(base, r.organisations[n]);
            f.title =
                Text{"De verwijzing voor ", "The referral for "} + base.needs[r.need].title +
                Text{" eindigt bij ", " ends at "} + end + Text{", die er niet over gaat", ", which is not competent"};
            tell_referrals(scene, r, involved, f);
            f.explanation.push_back(
                end + Text{": geen regel maakt deze organisatie verantwoordelijk of laat haar dit toekennen",
                           ": no rule makes this organisation responsible or lets it grant this"});
        }
}

}  // namespace samenloop::detect
