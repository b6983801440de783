// Comparisons by docs/compare.schema.json.  What is before is told with the law before, what is after with the law
// after.

#include "report/compare_report.hpp"
#include "report/compare_words.hpp"
#include "report/finding_json.hpp"
#include "report/judgement.hpp"

namespace samenloop::report {
namespace {

Json counts_json(const Counts& n) {
    return {{"rules", n.rules},          {"exceptions", n.exceptions}, {"concepts", n.concepts},
            {"items", n.items},          {"exchanges", n.exchanges},   {"organisations", n.organisations},
            {"references", n.references}};
}

Json burden_json(const Burden& b) {
    return {{"decisions", b.decisions}, {"proofs", b.proofs}, {"organisations", b.organisations}, {"data", b.data}};
}

Json days(const std::vector<Date>& all) {
    return json_list(all, [](const Date& day) { return day.to_string(); });
}

class CompareJson {
  public:
    CompareJson(const Comparison& c, Language language)
        : c_(c), before_(c.before, language), after_(c.after(), language), language_(language) {}

    Json comparison() const {
        const auto& p = c_.proposal;
        Json out{
            {"proposal",
             {{"id", p.id},
              {"title", pick(language_, p.title)},
              {"proposer", p.proposer},
              {"in_force", p.in_force.to_string()}}},
            {"date", c_.day.to_string()},
            {"days", days(c_.days)},
            {"rulebase", {{"before", c_.before.fingerprint}, {"after", c_.after().fingerprint}}},
            {"modifications", modifications()},
            {"situations", situations()},
            {"differences", json_list(c_.differences, [&](const Difference& d) { return difference(d); })},
            {"households", json_list(c_.households, [&](const Household& h) { return household(h); })},
            {"borders", json_list(c_.borders, [&](const BillBorder& b) { return border(b); })},
            {"new_data", json_list(c_.data, [&](const NewDatum& d) { return datum(d); })},
            {"new_tasks", json_list(c_.tasks, [&](const NewTask& t) { return task(t); })},
            {"superfluous", json_list(c_.superfluous, [&](const Superfluous& s) { return superfluous(s); })},
            {"burden", {{"before", burden_json(c_.burden_before)}, {"after", burden_json(c_.burden_after)}}},
            {"counts", {{"before", counts_json(c_.counts_before)}, {"after", counts_json(c_.counts_after)}}}};
        if (c_.until) out["until"] = c_.until->to_string();
        add_judgement(out, c_.judgement, language_);
        return out;
    }

  private:
    Json modifications() const {
        return json_list(c_.amended.modifications, [&](const Amendment& m) {
            const auto at = position_of(m.at);
            return Json{
                {"text", pick(language_, m.wording)}, {"line", at.line}, {"column", at.column}, {"touches", m.touches}};
        });
    }

    Json situations() const {
        auto all = json_list(c_.situations, [&](const Situation& s) {
            return Json{{"id", s.id}, {"title", pick(language_, s.title)}, {"touched", true}};
        });
        for (const auto s : c_.untouched) all[s]["touched"] = false;
        if (c_.until)
            for (std::size_t s = 0; s < c_.looked_at.size(); ++s) all[s]["days"] = days(c_.looked_at[s]);
        return all;
    }

    Json difference(const Difference& d) const {
        return {{"situation", situation(d.situation)},
                {"state", baseline_id(d.baseline)},
                {"causes", d.causes},
                {"days", days(d.days)},
                {"before", d.before ? before_.finding(*d.before) : Json()},
                {"after", d.after ? after_.finding(*d.after) : Json()}};
    }

    Json border(const BillBorder& b) const {
        return {{"item", c_.after().items[b.item].id},
                {"at", json_of(b.at.rounded(2))},
                {"before_eur_month", json_of((b.before / Decimal(12)).rounded(2))},
                {"after_eur_month", json_of((b.after / Decimal(12)).rounded(2))},
                {"nearest", situation(b.situation)},
                {"value", json_of(b.value.rounded(2))},
                {"near", b.near}};
    }

    Json household(const Household& h) const {
        return {{"situation", situation(h.situation)},
                {"day", h.day.to_string()},
                {"before_eur_month", sum_json(h.before)},
                {"after_eur_month", sum_json(h.after)}};
    }

    Json datum(const NewDatum& d) const {
        return {{"rule", rule(d.rule)},
                {"item", item(d.item)},
                {"consumer", d.consumer},
                {"holders", d.holders},
                {"exchanges", json_list(d.exchanges, [&](Index x) { return exchange(x); })},
                {"asked", d.asked}};
    }

    Json exchange(Index x) const {
        const auto& e = c_.after().exchanges[x];
        return {{"id", e.id}, {"basis", basis_id(e.basis)}};
    }

    Json task(const NewTask& t) const {
        return {{"organisation", t.organisation}, {"rule", rule(t.rule)}, {"competent", t.competent}};
    }

    Json superfluous(const Superfluous& s) const {
        const auto word = [&](Index i) { return i == none ? Json() : Json(c_.after().concepts[i].id); };
        return {{"why", excess_id(s.why)},
                {"rule", rule(s.rule)},
                {"item", item(s.item)},
                {"concept", word(s.concept_)},
                {"beside", s.rule != none   ? rule(s.beside)
                           : s.item != none ? item(s.beside)
                                            : word(s.beside)}};
    }

    std::string situation(std::size_t s) const { return c_.situations[s].id; }
    Json rule(Index r) const { return r == none ? Json() : Json(c_.after().rules[r].id); }
    Json item(Slot s) const { return s == none ? Json() : Json(c_.after().items[s].id); }

    const Comparison& c_;
    FindingJson before_;
    FindingJson after_;
    Language language_;
};

}  // namespace

std::string compare_json(std::span<const Comparison> all, const Style& style) {
    Json out{{"format", "samenloop.comparison"}, {"version", 1}};
    out["comparisons"] =
        json_list(all, [&](const Comparison& c) { return CompareJson(c, style.language).comparison(); });
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace samenloop::report
