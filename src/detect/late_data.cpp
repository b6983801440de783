// VA-5: a datum changes and reaches the one who decides with it so late that money goes on being paid on the old value
// and is claimed back afterwards (definitions section 2).  The way the datum takes, hop by hop with its latency, is the
// explanation; how long a delay no payment cycle can avoid is a norm.
//
// One finding for each day and executor.  If the advance is corrected without a recovery there is nothing to tell.

#include <algorithm>
#include <map>
#include <set>

#include "detect/detectors.hpp"
#include "detect/recoveries.hpp"
#include "engine/cents.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

std::string_view kind_of(const std::string& organisation) {
    return std::string_view(organisation).substr(0, organisation.find('['));
}

/// What the executor claims back of its own schemes: what it must, or what it may.
Value claimed_by(const Aftermath& a, Index executor, bool may) {
    Value sum = Decimal(0);
    for (const auto& r : a.recoveries)
        if (r.may == may && r.scheme != none && a.with.base().schemes[r.scheme].executor.organisation == executor &&
            kind_of(r.creditor) == a.with.base().organisations[executor].id)
            sum = feel::number::add(sum, r.holds == Truth::yes ? r.amount : hull(r.amount, Decimal(0)));
    return sum;
}

std::set<Index> executors(const Aftermath& a) {
    std::set<Index> all;
    for (const auto& datum : a.account.late) all.insert(datum.executor);
    return all;
}

Date day_of(const Candidate& c) { return Date::from_days(static_cast<std::int32_t>(c.numbers.front().to_int())); }

Text length(const engine::LateDatum& datum) {
    if (!datum.known) return {"meer dan twee jaar", "more than two years"};
    return model::plain(std::to_string(datum.days())) + Text{" dagen", " days"};
}

void tell_datum(const RuleBase& base, const engine::LateDatum& datum, Finding& f) {
    const auto& item = base.items[datum.item];
    std::vector<Text> way;
    for (const auto x : datum.exchanges) {
        const auto& exchange = base.exchanges[x];
        const auto& from = base.organisations[exchange.from.organisation];
        const auto& to = base.organisations[exchange.to.organisation];
        if (way.empty()) way.push_back(from.title);
        way.push_back(to.title);
        f.organisations.push_back(from.id);
        f.organisations.push_back(to.id);
        f.chain.push_back({"organisation:" + from.id, "organisation:" + to.id, item.title});
        const auto& problem = exchange.problem;
        const auto told = [&](const Text& line) { return line.nl == problem.nl; };
        if (!problem.nl.empty() && std::ranges::none_of(f.explanation, told)) f.explanation.push_back(problem);
    }
    Text line =
        item.title + Text{": veranderd op ", ": changed on "} + model::date_words(datum.changed) + model::plain("; ");
    for (std::size_t i = 0; i < way.size(); ++i)
        line = line + (i == 0 ? model::plain("") : model::plain(" → ")) + way[i];
    line = line + model::plain(", ") + length(datum);
    if (datum.known) line = line + Text{", bekend op ", ", known on "} + model::date_words(*datum.known);
    f.explanation.insert(f.explanation.begin(), std::move(line));
    f.items.push_back(datum.item);
}

/// Everything else that the executor's schemes rest on and that others must bring: one line for each of them.
void tell_inputs(const RuleBase& base, Index executor, Finding& f) {
    std::map<Index, std::vector<Text>> inputs;
    std::set<Slot> told;
    for (const auto& x : base.exchanges) {
        if (x.to.organisation != executor || x.from.organisation == none || x.basis == Basis::none) continue;
        if (!told.insert(x.item).second || base.items[x.item].title.nl.empty()) continue;
        inputs[x.from.organisation].push_back(base.items[x.item].title);
    }
    for (const auto& [from, what] : inputs)
        f.explanation.push_back(Text{"Dit besluit rust ook op gegevens van ", "This decision also rests on data of "} +
                                base.organisations[from].title + model::plain(": ") + model::listing(what));
}

Text overpaid(const Decimal& must, const Decimal& may) {
    Text line;
    if (engine::worth_a_cent(must) == Truth::yes || engine::worth_a_cent(may) != Truth::yes)
        line = Text{"; te veel betaald en terug te vorderen: ", "; overpaid and to be claimed back: "} +
               model::money(must);
    if (engine::worth_a_cent(may) == Truth::yes)
        line = line +
               Text{"; te veel betaald, wat kan worden teruggevorderd: ", "; overpaid, which may be claimed back: "} +
               model::money(may);
    return line;
}

}  // namespace

std::vector<Candidate> find_late_data(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (const auto day : days_with_changes(scene)) {
        if (scene.focus != nullptr && day_of(*scene.focus) != day) continue;
        const auto a = aftermath(scene, day);
        for (const auto executor : executors(a)) {
            const auto sum = claimed_by(a, executor, false);
            const auto holds = engine::worth_a_cent(sum) || engine::worth_a_cent(claimed_by(a, executor, true));
            if (holds == Truth::no) continue;
            Candidate c;
            c.key = day.to_string() + ">" + scene.base().organisations[executor].id;
            c.holds = holds;
            c.measure = sum;
            c.measured_in = "eur_once";
            c.ids = {executor};
            c.numbers = {Decimal(day.days())};
            if (scene.focus == nullptr) {
                c.rules = changed_rules(a);
                for (const auto& r : a.recoveries) c.rules.push_back(a.with.program->arguments[r.argument].rule);
            }
            all.push_back(std::move(c));
        }
    }
    return all;
}

void describe_late_data(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto executor = c.ids.front();
    const auto a = aftermath(scene, day_of(c));
    const auto least = c.measure.bounds().low.value_or(Decimal(0));
    const auto* once = base.norm("severity.amount_once");
    const auto claimed = least + claimed_by(a, executor, true).bounds().low.value_or(Decimal(0));
    f.severity = once == nullptr || claimed >= once->value ? 2 : 1;
    f.period = {a.day, a.day.plus({0, 1})};
    std::vector<Text> names;
    int days = 0;
    for (const auto& datum : a.account.late) {
        if (datum.executor != executor) continue;
        names.push_back(base.items[datum.item].title);
        days = std::max(days, datum.days());
        tell_datum(base, datum, f);
    }
    const auto may = claimed_by(a, executor, true).bounds().low.value_or(Decimal(0));
    f.title =
        base.organisations[executor].title + Text{" hoort te laat wat er op ", " hears too late what changed on "} +
        model::date_words(a.day) + Text{" veranderde: ", ": "} + model::listing(names) + overpaid(least, may);
    for (const auto& r : a.recoveries)
        if (r.scheme != none && base.schemes[r.scheme].executor.organisation == executor)
            f.chain.push_back(
                {"organisation:" + base.organisations[executor].id, "scheme:" + base.schemes[r.scheme].id,
                 Text{"vordert terug ", "claims back "} + model::money(r.amount.bounds().low.value_or(Decimal(0)))});
    tell_duties_of_recovery(a, {base.organisations[executor].id}, f);
    tell_inputs(base, executor, f);
    f.amounts = {{"eur_once", least}};
    if (engine::worth_a_cent(may) == Truth::yes) f.amounts.emplace_back("eur_once_may", may);
    if (days > 0) f.amounts.emplace_back("days_late", Decimal(days));
}

}  // namespace samenloop::detect
