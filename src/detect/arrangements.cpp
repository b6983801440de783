#include "detect/arrangements.hpp"

#include <algorithm>
#include <map>

#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Arrangement {
    std::set<Index> send;
    std::set<Index> receive;

    bool covers(Index organisation) const { return send.contains(organisation) && receive.contains(organisation); }
};

bool in_use(const engine::Evaluation& e, const Exchange& x) {
    return x.in_force.contains(e.day) && x.basis != Basis::none && !x.citation.empty() && x.from.organisation != none &&
           x.to.organisation != none && e.base().items[x.item].type.kind == Kind::list;
}

/// By what they cite: who sends and who receives under it.
std::map<std::string, Arrangement> arrangements(const engine::Evaluation& e) {
    std::map<std::string, Arrangement> all;
    for (const auto& x : e.base().exchanges) {
        if (!in_use(e, x)) continue;
        auto& arrangement = all[x.citation];
        arrangement.send.insert(x.from.organisation);
        arrangement.receive.insert(x.to.organisation);
    }
    return all;
}

Index organisation_of(const RuleBase& base, const std::string& name) {
    const auto kind = name.substr(0, name.find('['));
    const auto at = std::ranges::find(base.organisations, kind, &Organisation::id);
    return at == base.organisations.end() ? none : static_cast<Index>(at - base.organisations.begin());
}

}  // namespace

void tell_arrangements(const engine::Evaluation& e, const std::set<std::string>& creditors, Finding& f) {
    for (const auto& [citation, arrangement] : arrangements(e)) {
        std::vector<Text> inside;
        std::vector<Text> outside;
        for (const auto& creditor : creditors) {
            const auto o = organisation_of(e.base(), creditor);
            (o != none && arrangement.covers(o) ? inside : outside)
                .push_back(model::organisation_name(e.base(), creditor));
        }
        if (inside.empty() || outside.empty()) continue;
        f.explanation.push_back(model::plain(citation) + Text{" geldt voor ", " covers "} + model::listing(inside) +
                                Text{"; erbuiten blijft: ", "; it leaves out "} + model::listing(outside));
    }
}

}  // namespace samenloop::detect
