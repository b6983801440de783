// Data for other programs, by docs/finding.schema.json.  One situation: an object; several: {"format", "version",
// "reports": […]}.
//
// A decimal is a number: amounts in euros with two digits, percentages with one, all else with the digits it has.

#include "report/finding_json.hpp"
#include "report/formats.hpp"
#include "report/judgement.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

constexpr int schema_version = 1;

class Writer {
  public:
    Writer(const RuleBase& rules, Language language) : rules_(rules), json_(rules, language), language_(language) {}

    Json report(const Report& report) const {
        const auto& s = report.situation;
        Json out{
            {"format", "samenloop.findings"},
            {"version", schema_version},
            {"situation", {{"id", s.id}, {"title", pick(language_, s.title)}, {"date", s.date.to_string()}}},
            {"rulebase",
             {{"jurisdiction", rules_.jurisdiction},
              {"fingerprint", rules_.fingerprint},
              {"laws", rules_.laws.size()},
              {"rules", rules_.rules.size()}}},
            {"findings", findings(report.findings)},
            {"settled", findings(report.settled)},
            {"timeline", timeline(report.timeline)},
            {"until", report.until ? Json(report.until->to_string()) : Json()},
            {"unjudged_from", report.unjudged_from ? Json(report.unjudged_from->to_string()) : Json()},
            {"assumed", json_.facts(report.assumed)},
        };
        add_judgement(out, report.judgement, language_);
        return out;
    }

  private:
    Json timeline(const std::vector<Moment>& all) const {
        auto list = Json::array();
        for (const auto& m : all) {
            auto rules = Json::array();
            for (const auto r : m.rules) rules.push_back(rules_.rules[r].id);
            list.push_back({{"date", m.day.to_string()},
                            {"text", pick(language_, m.text)},
                            {"rules", std::move(rules)},
                            {"finding", m.finding.empty() ? Json() : Json(m.finding)},
                            {"replaces", m.replaces.empty() ? Json() : Json(m.replaces)},
                            {"severity", m.severity > 0 ? Json(m.severity) : Json()},
                            {"prevent", m.prevent ? json_.way_out(*m.prevent) : Json()}});
        }
        return list;
    }

    Json findings(const std::vector<Finding>& all) const {
        auto list = Json::array();
        for (const auto& f : all) list.push_back(json_.finding(f));
        return list;
    }

    const RuleBase& rules_;
    FindingJson json_;
    Language language_;
};

}  // namespace

std::string write_json(const RuleBase& rules, std::span<const Report> reports, const Style& style) {
    const Writer writer(rules, style.language);
    Json out;
    if (reports.size() == 1) {
        out = writer.report(reports.front());
    } else {
        out = {{"format", "samenloop.findings"}, {"version", schema_version}, {"reports", Json::array()}};
        for (const auto& report : reports) out["reports"].push_back(writer.report(report));
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace samenloop::report
