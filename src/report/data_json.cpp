// The data view by docs/data.schema.json.

#include <nlohmann/json.hpp>

#include "report/data_report.hpp"
#include "report/data_words.hpp"
#include "report/json_value.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"

namespace samenloop::report {
namespace {

class DataJson {
  public:
    DataJson(const RuleBase& rules, Language language) : rules_(rules), language_(language) {}

    Json view(const data::DataView& v) const {
        return {{"format", "samenloop.data"},
                {"version", 1},
                {"date", v.day.to_string()},
                {"situation", v.situation.empty() ? Json() : Json(v.situation)},
                {"organisation", v.organisation.empty() ? Json() : Json(v.organisation)},
                {"rulebase", rules_.fingerprint},
                {"matrix", json_list(v.rows, [&](const data::DataRow& r) { return row(r); })},
                {"repeated", json_list(v.repeated, [&](const data::Repeated& r) { return repeated(r); })},
                {"proactive", json_list(v.proactive, [&](const data::Proactive& p) { return proactive(p); })},
                {"several_bases", json_list(v.several, [&](const data::SeveralBases& s) { return several(s); })},
                {"covenants_only", json_list(v.covenants, [&](Index x) { return exchange(x); })},
                {"untestable", json_list(v.untestable, [&](const data::DataRow& r) { return row(r); })}};
    }

  private:
    Json row(const data::DataRow& r) const {
        return {{"decision", decision_id(rules_, r.decision)},
                {"decision_title", decision_words(rules_, r.decision, language_)},
                {"item", rules_.items[r.item].id},
                {"item_title", pick(language_, rules_.items[r.item].title)},
                {"consumer", r.consumer},
                {"holders", sources(rules_, r)},
                {"basis", standing_id(r.standing)},
                {"limited", r.limited},
                {"exchanges", json_list(r.exchanges, [&](Index x) { return exchange(x); })},
                {"asked", json_list(r.asked,
                                    [&](const data::Asked& a) {
                                        return Json{{"rule", rules_.rules[a.rule].id}, {"form", a.form}};
                                    })},
                {"required", json_list(r.required, [&](Index rule) { return Json(rules_.rules[rule].id); })}};
    }

    Json exchange(Index i) const {
        const auto& x = rules_.exchanges[i];
        return {{"id", x.id},
                {"item", rules_.items[x.item].id},
                {"from", reference_text(rules_, x.from)},
                {"to", reference_text(rules_, x.to)},
                {"basis", basis(x.basis)},
                {"citation", x.citation},
                {"purpose", x.purpose},
                {"latency", x.latency ? Json(x.latency->to_string()) : Json()},
                {"person_class", x.person_class ? Json(expression_text(rules_, *x.person_class)) : Json()},
                {"problem", pick(language_, x.problem)},
                {"verified", x.status == Verification::verified}};
    }

    static std::string_view basis(Basis b) {
        switch (b) {
        case Basis::statute: return "statute";
        case Basis::covenant: return "covenant";
        case Basis::consent: return "consent";
        case Basis::none: break;
        }
        return "none";
    }

    Json repeated(const data::Repeated& r) const {
        auto questions = Json::array();
        for (const auto& q : r.questions) {
            const auto* way = data::avoidable(q)                     ? "avoidable_now"
                              : q.standing == data::Standing::nobody ? "no_holder"
                                                                     : "needs_basis";
            questions.push_back(
                {{"decision", decision_id(rules_, q.decision)}, {"organisation", q.consumer}, {"way", way}});
        }
        return {{"item", rules_.items[r.item].id}, {"questions", std::move(questions)}};
    }

    Json proactive(const data::Proactive& p) const {
        return {{"scheme", rules_.schemes[p.scheme].id},
                {"executor", p.executor},
                {"possible", p.missing.empty()},
                {"missing", json_list(p.missing, [&](Slot s) { return Json(rules_.items[s].id); })}};
    }

    Json several(const data::SeveralBases& s) const {
        return {{"item", rules_.items[s.item].id},
                {"consumer", s.consumer},
                {"exchanges", json_list(s.exchanges, [&](Index x) { return exchange(x); })}};
    }

    const RuleBase& rules_;
    Language language_;
};

}  // namespace

std::string write_data_json(const RuleBase& rules, const data::DataView& view, const Style& style) {
    auto out = DataJson(rules, style.language).view(view);
    add_judgement(out, view.judgement, style.language);
    return out.dump(2) + "\n";
}

}  // namespace samenloop::report
