// Data for other programs, by docs/finding.schema.json.  One situation: an object; several: {"format", "version",
// "reports": […]}.
//
// A decimal is a number: amounts in euros with two digits, percentages with one, all else with the digits it has.

#include "report/formats.hpp"
#include "report/json_value.hpp"
#include "report/names.hpp"
#include "report/numbers.hpp"
#include "report/words.hpp"

namespace samenloop {
namespace {

constexpr int version = 1;

Json to_json(const std::vector<std::pair<std::string, Decimal>>& amounts) {
    auto all = Json::object();
    for (const auto& [key, amount] : amounts) {
        const auto digits = digits_of_amount(key);
        all[key] = json_of(digits < 0 ? amount : amount.rounded(digits));
    }
    return all;
}

template <class Things>
Json ids(const std::vector<Index>& which, const Things& things) {
    auto all = Json::array();
    for (const auto index : which) all.push_back(things.at(index).id);
    return all;
}

class Writer {
  public:
    Writer(const RuleBase& rules, Language language) : rules_(rules), names_(rules, language), language_(language) {}

    Json report(const Report& report) const {
        const auto& s = report.situation;
        return {
            {"format", "samenloop.findings"},
            {"version", version},
            {"situation", {{"id", s.id}, {"title", pick(language_, s.title)}, {"date", s.date.to_string()}}},
            {"rulebase",
             {{"jurisdiction", rules_.jurisdiction},
              {"fingerprint", rules_.fingerprint},
              {"laws", rules_.laws.size()},
              {"rules", rules_.rules.size()}}},
            {"findings", findings(report.findings)},
            {"settled", findings(report.settled)},
            {"timeline", timeline(report.timeline)},
            {"assumed", facts(report.assumed)},
        };
    }

  private:
    Json timeline(const std::vector<Moment>& all) const {
        auto list = Json::array();
        for (const auto& m : all) list.push_back({{"date", m.day.to_string()}, {"text", pick(language_, m.text)}});
        return list;
    }

    Json findings(const std::vector<Finding>& all) const {
        auto list = Json::array();
        for (const auto& f : all) list.push_back(finding(f));
        return list;
    }

    Json finding(const Finding& f) const {
        Json explanation = Json::array();
        for (const auto& line : f.explanation) explanation.push_back(pick(language_, line));
        Json rules = Json::array();
        for (const auto index : f.rules) rules.push_back(rule(rules_.rules.at(index)));
        Json out{
            {"id", f.id},
            {"type", to_string(f.type)},
            {"code", f.code},
            {"name", pick(language_, subtype_name(f.code))},
            {"status", to_string(f.status)},
            {"certainty", to_string(f.certainty)},
            {"severity", f.severity},
            {"title", pick(language_, f.title)},
            {"explanation", std::move(explanation)},
            {"rules", std::move(rules)},
            {"organisations", f.organisations},
            {"needs", ids(f.needs, rules_.needs)},
            {"items", ids(f.items, rules_.items)},
            {"concepts", ids(f.concepts, rules_.concepts)},
            {"facts", facts(f.facts)},
            {"removed_by", changes(f.removed_by)},
            {"amounts", to_json(f.amounts)},
            {"remedies", remedies(f.remedies)},
            {"depends_on", f.depends_on},
            {"supposed", facts(f.supposed)},
            {"root_cause", f.root_cause.empty() ? Json() : Json(f.root_cause)},
            {"related", f.related},
            {"settled_by", ids(f.settled_by, rules_.rules)},
            {"chain", chain(f.chain)}};
        if (f.period)
            out["period"] = {{"from", f.period->from ? Json(f.period->from->to_string()) : Json()},
                             {"to", f.period->to ? Json(f.period->to->to_string()) : Json()}};
        return out;
    }

    Json rule(const Rule& r) const {
        Json out{{"id", r.id}};
        if (r.law != none) {
            const auto& law = rules_.laws.at(r.law);
            out["law"] = law.id;
            out["article"] = r.article;
            out["organisation"] = reference_text(rules_, r.actor);
            out["level"] = to_string(law.level);
            out["jci"] = jci(law, r.article);
        }
        out["status"] = r.status == Verification::verified ? "verified" : "unverified";
        return out;
    }

    Json facts(const std::vector<Fact>& all) const {
        auto list = Json::array();
        for (const auto& f : all) list.push_back({{"item", f.item}, {"value", json_of(f.value, names_.type(f.item))}});
        return list;
    }

    Json changes(const std::vector<Change>& all) const {
        auto list = Json::array();
        for (const auto& c : all) {
            const auto* const type = names_.type(c.item);
            list.push_back({{"item", c.item}, {"from", json_of(c.from, type)}, {"to", json_of(c.to, type)}});
        }
        return list;
    }

    Json remedies(const std::vector<Remedy>& all) const {
        auto list = Json::array();
        for (const auto& r : all)
            list.push_back({{"rule", r.rule == none ? Json() : Json(rules_.rules.at(r.rule).id)},
                            {"organisation", r.organisation},
                            {"discretion", r.discretion == Discretion::may ? "may" : "bound"},
                            {"text", pick(language_, r.text)},
                            {"amounts", to_json(r.amounts)}});
        return list;
    }

    Json chain(const std::vector<Link>& all) const {
        auto list = Json::array();
        for (const auto& link : all)
            list.push_back({{"from", link.from}, {"to", link.to}, {"label", pick(language_, link.label)}});
        return list;
    }

    const RuleBase& rules_;
    Names names_;
    Language language_;
};

}  // namespace

std::string write_json(const RuleBase& rules, std::span<const Report> reports, const Style& style) {
    const Writer writer(rules, style.language);
    Json out;
    if (reports.size() == 1) {
        out = writer.report(reports.front());
    } else {
        out = {{"format", "samenloop.findings"}, {"version", version}, {"reports", Json::array()}};
        for (const auto& report : reports) out["reports"].push_back(writer.report(report));
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace samenloop
