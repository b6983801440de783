#include "data/view.hpp"

#include <algorithm>
#include <map>

#include "data/household.hpp"
#include "data/matrix.hpp"
#include "engine/notices.hpp"
#include "engine/unused.hpp"
#include "feel/work.hpp"

namespace samenloop::data {
namespace {

/// A situation of which nothing is known.
Situation nobody(const RuleBase& rules, Date day) {
    Situation s;
    s.date = day;
    s.facts.resize(rules.items.size());
    s.assumed.resize(rules.items.size());
    return s;
}

std::vector<Repeated> repeated(const RuleBase& base, const std::vector<DataRow>& rows) {
    const auto* enough = base.norm("pu2.decisions");
    std::map<Slot, std::vector<DataRow>> asked;
    for (const auto& row : rows)
        if (!row.asked.empty()) asked[row.item].push_back(row);
    std::vector<Repeated> all;
    for (auto& [item, questions] : asked)
        if (enough != nullptr && Decimal(static_cast<std::int64_t>(questions.size())) >= enough->value)
            all.push_back({item, std::move(questions)});
    return all;
}

std::vector<DataRow> untestable(const std::vector<DataRow>& rows) {
    std::vector<DataRow> all;
    std::ranges::copy_if(rows, std::back_inserter(all), [](const DataRow& r) {
        return !r.required.empty() && r.asked.empty() && r.standing >= Standing::missing;
    });
    return all;
}

/// What this household has to do with.
void only(const Household& household, const RuleBase& base, DataView& view) {
    const auto elsewhere = [&](const DataRow& r) { return !household.deals_with(r); };
    const auto comes_here = [&](Index x) {
        const auto to = base.exchanges[x].to.organisation;
        return to != none && household.needs(base.organisations[to].id, base.exchanges[x].item);
    };
    std::erase_if(view.rows, elsewhere);
    std::erase_if(view.repeated, [&](const Repeated& r) { return std::ranges::all_of(r.questions, elsewhere); });
    std::erase_if(view.untestable, elsewhere);
    std::erase_if(view.several, [&](const SeveralBases& s) { return !household.needs(s.consumer, s.item); });
    std::erase_if(view.covenants, [&](Index x) { return !comes_here(x); });
}

bool belongs(std::string_view organisation, std::string_view to) {
    return organisation == to ||
           (organisation.starts_with(to) && organisation.size() > to.size() && organisation[to.size()] == '.');
}

/// What an organisation needs, asks, gives or receives.
void only(const RuleBase& base, const std::string& organisation, DataView& view) {
    const auto here = [&](std::string_view id) { return belongs(id, organisation); };
    const auto touches = [&](Index x) {
        const auto end = [&](const OrganisationRef& ref) {
            return ref.organisation != none && here(base.organisations[ref.organisation].id);
        };
        return end(base.exchanges[x].from) || end(base.exchanges[x].to);
    };
    const auto elsewhere = [&](const DataRow& r) {
        return !here(r.consumer) && std::ranges::none_of(r.holders, here) && std::ranges::none_of(r.exchanges, touches);
    };
    std::erase_if(view.rows, elsewhere);
    std::erase_if(view.repeated, [&](const Repeated& r) { return std::ranges::all_of(r.questions, elsewhere); });
    std::erase_if(view.untestable, elsewhere);
    std::erase_if(view.proactive, [&](const Proactive& p) { return !here(p.executor); });
    std::erase_if(view.several, [&](const SeveralBases& s) { return !here(s.consumer); });
    std::erase_if(view.covenants, [&](Index x) { return !touches(x); });
}

/// Which rules need or ask data here, and what could be granted unasked.  Of nobody in particular an amount decides
/// nothing: whatever may be is told.
engine::Query question(const engine::Evaluation& e, bool of_somebody) {
    engine::Unknowns all(e, engine::Depth::all);
    engine::Unknowns u(e);
    for (Index r = 0; r < e.base().rules.size(); ++r)
        for (const auto& x : e.rule(r).effects)
            if (x.kind == EffectKind::requires_data || x.kind == EffectKind::asks_citizen) {
                if (e.applies(r) == Truth::no) break;
                all.rule(r);
                if (e.effective(r) == Truth::unknown) u.rule(r);
                // Data for a decision are needed where it may be taken.
                if (x.scheme == none) continue;
                all.slot(e.base().schemes[x.scheme].granted);
                u.slot(e.base().schemes[x.scheme].granted);
            }
    // What could be granted unasked rests on what is granted.
    for (const auto& scheme : e.base().schemes)
        if (scheme.on_application) u.slot(scheme.granted);
    engine::Query q{"data", {}, all.rules(), false};
    if (!of_somebody) return q;
    q.lacking = u.found();
    q.lacking.facts.clear();
    return q;
}

}  // namespace

bool avoidable(const DataRow& row) { return row.standing == Standing::own || row.standing == Standing::statute; }

DataView data_view(const RuleBase& rules, const Situation* situation, Date day, const std::string& organisation) {
    const feel::work::Limit limit;
    auto then = situation != nullptr ? *situation : nobody(rules, day);
    then.date = day;
    const auto program = engine::compile(rules, day);
    const auto e = engine::evaluate(program, then, engine::World::practice);
    DataView view;
    view.day = day;
    view.situation = then.id;
    view.organisation = organisation;
    view.rows = data_rows(e);
    view.proactive = proactive_grants(e);
    view.several = several_bases(e);
    view.covenants = covenants_only(e);
    view.repeated = repeated(rules, view.rows);
    view.untestable = untestable(view.rows);
    if (situation != nullptr) only(Household(e), rules, view);
    if (!organisation.empty()) only(rules, organisation, view);
    const bool of_somebody = situation != nullptr;
    view.judgement =
        engine::judge(e, [&](const engine::Evaluation& now) { return std::vector{question(now, of_somebody)}; });
    if (of_somebody) engine::tell_unused(program, then, view.judgement);
    return view;
}

}  // namespace samenloop::data
