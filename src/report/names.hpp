#pragma once
// What things are called: ids of every kind as a reader knows them, rules with their citation, facts with their unit.

#include <string>
#include <string_view>
#include <vector>

#include "samenloop/finding.hpp"
#include "samenloop/model.hpp"
#include "samenloop/report.hpp"

namespace samenloop::report {

/// The parts of "hh[1].age": slot hh, element 1, field age; and of "gemeente[A]".
struct PathText {
    std::string_view base;
    std::string_view index;  // between the brackets; empty = none
    std::string_view field;
};
PathText parse_path(std::string_view path);

/// "rule:L-7" -> {"rule", "L-7"}; without a kind the first is empty.
struct TypedId {
    std::string_view kind;
    std::string_view id;
};
TypedId parse_typed(std::string_view id);

class Names {
  public:
    Names(const RuleBase& rules, Language language) : rules_(rules), language_(language) {}

    std::string organisation(std::string_view id) const;  // "gemeente[A]" -> "gemeente A"
    std::string organisation(const OrganisationRef& ref) const;
    std::string law(Index law) const;
    std::string citation(const Rule& rule) const;   // "Voorbeeldwet art. 7 lid 4"
    std::string level(const Law& law) const;        // "wet", or "contract"
    std::string item(std::string_view path) const;  // title with the path behind it
    std::string item_title(std::string_view path) const;
    std::string value(std::string_view path, const Value& value) const;
    std::string fact(const Fact& fact) const;  // "leeftijd [p.age] = 41 jaar"
    /// The same, but a list by what is known of its elements: one line a field.
    std::vector<std::string> known(const Fact& fact) const;
    std::string thing(std::string_view typed_id) const;

    /// The type of an item, or of the field of an element; null when there is no such item.
    const Type* type(std::string_view path) const;

  private:
    /// Where a value stands: its type, and the item (and which field of its elements) that labels it.
    struct Place {
        const Item* item = nullptr;
        std::size_t field = 0;
        const Type* type = nullptr;
    };
    Place place(std::string_view path) const;
    std::string list_value(const List& list, const Place& at) const;
    std::string record_value(const Record& record, const Place& at) const;
    std::string typed_value(const Value& value, const Place& at) const;

    const RuleBase& rules_;
    Language language_;
};

/// "gemeente[stay.mun]", "[d.creditor]": the reference as the rule files write it; empty when there is none.
std::string reference_text(const RuleBase& rules, const OrganisationRef& ref);
/// An expression with the names of its items.
std::string expression_text(const RuleBase& rules, const Expression& expression);

}  // namespace samenloop::report
