#pragma once
// What the writers of a curve say alike: names of its parts, of a point, of what a jump or trap comes from.

#include <string>

#include "report/curve.hpp"
#include "report/names.hpp"

namespace samenloop::report {

class CurveWords {
  public:
    CurveWords(const CurveSheet& sheet, Language language)
        : sheet_(sheet), names_(sheet.rules, language), language_(language) {}

    std::string title() const;              // "Ordinary employee (employee), 15 January 2025"
    std::string item() const;               // "gross monthly wage [inc.wage_m]"
    std::string item_path() const;          // "inc.wage_m"
    std::string x(const Decimal& d) const;  // a value of the item, without its period
    std::string unit() const;               // "€ a month"
    std::string monthly(const Decimal& yearly) const;
    std::string percent(const Decimal& p) const;
    std::string rate_name() const;  // "marginal rate", or "lost of each euro"

    std::string part(const engine::Part& part) const;  // "rent benefit"
    /// "rent benefit 20.9 % (L-7)"; percent of what is added, in a table of rates.
    std::string part_rate(const engine::Part& part, const Decimal& added) const;
    /// "rent benefit −€120.00 (L-7)": what D gains by it a month.
    std::string part_change(const engine::Part& part) const;
    /// Worth a line beside a rate: all but the income that is added itself.
    bool is_cause(const engine::Part& part, const Decimal& added) const;

    bool is_cliff(const engine::Jump& jump) const;     // falls by the norm or more
    std::string jump(const engine::Jump& jump) const;  // a sentence
    std::string trap(const engine::Trap& trap) const;
    /// What takes the income away in a trap: "social assistance, rent benefit".
    std::string takers(const engine::Trap& trap) const;

    const Names& names() const { return names_; }
    Language language() const { return language_; }

  private:
    std::string rules(const engine::Part& part) const;

    const CurveSheet& sheet_;
    Names names_;
    Language language_;
};

/// Id of a part for other programs: "scheme:huurtoeslag", "charge:inkomstenbelasting", "rule:R", "income".
std::string part_id(const RuleBase& rules, const engine::Part& part);

}  // namespace samenloop::report
