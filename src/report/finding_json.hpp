#pragma once
// A finding as data, the same in every report: its shape is that of "finding" in docs/finding.schema.json.

#include "report/json_value.hpp"
#include "report/names.hpp"

namespace samenloop::report {

class FindingJson {
  public:
    /// The rule base is the one that the findings are about, and must outlive this.
    FindingJson(const RuleBase& rules, Language language)
        : rules_(rules), names_(rules, language), language_(language) {}

    Json finding(const Finding& f) const;
    Json facts(const std::vector<Fact>& all) const;
    Json way_out(const WayOut& way) const;

  private:
    Json rule(const Rule& r) const;
    Json ways_out(const std::vector<WayOut>& all) const;
    Json borders(const std::vector<Border>& all) const;
    Json remedies(const std::vector<Remedy>& all) const;
    Json chain(const std::vector<Link>& all) const;

    const RuleBase& rules_;
    Names names_;
    Language language_;
};

/// By name; in euros with two digits, percentages with one, all else with the digits it has.
Json amounts_json(const std::vector<std::pair<std::string, Decimal>>& amounts);
/// A sum of money that may be known between bounds only, in cents.
Json sum_json(const Value& v);

}  // namespace samenloop::report
