#pragma once
// Expressions inside the XML: where they stand, what type they must have, and their errors at the column in the file.

#include "read/values.hpp"

namespace samenloop::read {

using Locals = std::vector<FieldType>;

Type type_of(Kind kind, std::string unit = {});

/// An expression from `start` to `end` of a piece of text; nothing, and problems, if it is wrong.
std::optional<Expression> expression_in(Draft& draft, const Element& element, const MappedText& text,
                                        const Type& wanted, const Locals& locals = {}, std::size_t start = 0,
                                        std::size_t end = std::string::npos);
/// The text of the element; nothing when it is blank.
std::optional<Expression> text_expression(Draft& draft, const Element& element, const Type& wanted,
                                          const Locals& locals = {});
/// The text of the child with this name, if there is one.
std::optional<Expression> child_expression(Draft& draft, const Element& element, std::string_view child,
                                           const Type& wanted, const Locals& locals = {});
std::optional<Expression> attribute_expression(Draft& draft, const Element& element, std::string_view attribute,
                                               const Type& wanted, const Locals& locals = {});

/// Money: a number in eur/month or eur/year.  One without unit is a year's, if it is worked out from something; a bare
/// constant would leave open what it is.
enum class Money : std::uint8_t { periodic, any };  // any: also once, in eur
std::optional<Expression> money(Draft& draft, const Element& element, const MappedText& text, Money sort,
                                const Locals& locals);

/// `uwv`, `gemeente[stay.mun]` or `[d.creditor]`.
OrganisationRef whom(Draft& draft, const Element& element, std::string_view attribute, const Locals& locals = {});

}  // namespace samenloop::read
