#include "expressions.hpp"

namespace samenloop::read {

Type type_of(Kind kind, std::string unit) {
    Type type;
    type.kind = kind;
    type.unit = std::move(unit);
    return type;
}

std::optional<Expression> expression_in(Draft& draft, const Element& element, const MappedText& text,
                                        const Type& wanted, const Locals& locals, std::size_t start, std::size_t end) {
    const auto piece = std::string_view(text.text()).substr(start, end == std::string::npos ? end : end - start);
    auto parsed = Expression::parse(piece, Scope{&draft.base.names, locals}, wanted);
    if (parsed) return std::move(*parsed);
    draft.problems.add(element, text, start, std::move(parsed.error()));
    return std::nullopt;
}

std::optional<Expression> text_expression(Draft& draft, const Element& element, const Type& wanted,
                                          const Locals& locals) {
    if (element.text.blank()) return std::nullopt;
    return expression_in(draft, element, element.text, wanted, locals);
}

std::optional<Expression> child_expression(Draft& draft, const Element& element, std::string_view child,
                                           const Type& wanted, const Locals& locals) {
    const auto* found = element.child(child);
    return found == nullptr ? std::nullopt : text_expression(draft, *found, wanted, locals);
}

std::optional<Expression> attribute_expression(Draft& draft, const Element& element, std::string_view attribute,
                                               const Type& wanted, const Locals& locals) {
    const auto* found = element.attribute(attribute);
    if (found == nullptr || found->value.blank()) return std::nullopt;
    return expression_in(draft, element, found->value, wanted, locals);
}

std::optional<Expression> money(Draft& draft, const Element& element, const MappedText& text, Money sort,
                                const Locals& locals) {
    auto amount = expression_in(draft, element, text, type_of(Kind::number), locals);
    if (!amount) return amount;
    const auto& unit = amount->type().unit;
    const bool bare = unit.empty() && (!amount->reads().empty() || trimmed(text.text()) == "0");
    const bool fits = unit == "eur/month" || unit == "eur/year" || (sort == Money::any && unit == "eur") || bare;
    if (fits) return amount;
    const auto start = text.text().find_first_not_of(" \t\r\n");
    const Text expected =
        sort == Money::any
            ? Text{"'eur/month', 'eur/year' of 'eur' (eenmalig)", "'eur/month', 'eur/year' or 'eur' (once)"}
            : Text{"'eur/month' of 'eur/year'", "'eur/month' or 'eur/year'"};
    draft.problems.add(
        element.place(text.offset_of(start)),
        unit.empty() ? base::both("een bedrag zonder eenheid, verwacht een in {}",
                                  "an amount without unit, expected one in {}", expected)
                     : base::both("een bedrag in '{}', verwacht een in {}", "an amount in '{}', expected one in {}",
                                  unit, expected),
        unit.empty() ? Text{"geef het op als <amount> met een eenheid", "declare it as an <amount> with a unit"}
                     : Text());
    return std::nullopt;
}

OrganisationRef whom(Draft& draft, const Element& element, std::string_view attribute, const Locals& locals) {
    OrganisationRef ref;
    const auto* found = element.attribute(attribute);
    if (found == nullptr) return ref;
    const auto& text = found->value.text();
    const auto value = trimmed(text);
    const auto bracket = value.find('[');
    const auto start = text.find_first_not_of(" \t\r\n");
    if (bracket != 0 && !value.empty())
        ref.organisation = draft.organisations.find(
            value.substr(0, bracket), element.place(found->value.offset_of(start)), draft.problems);
    if (bracket != std::string_view::npos && value.ends_with(']'))
        ref.instance = expression_in(
            draft, element, found->value, type_of(Kind::string), locals, start + bracket + 1, start + value.size() - 1);
    return ref;
}

}  // namespace samenloop::read
