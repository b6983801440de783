#pragma once
// Types in words, and when one may stand where another is wanted.

#include <optional>
#include <string>

#include "samenloop/expression.hpp"
#include "samenloop/text.hpp"

namespace samenloop::feel {

/// "a number", "a yes or no", "a list".
Text describe(Kind kind);
/// "numbers": what a list is one of.
Text describe_many(Kind kind);
/// "in 'eur/year'".
Text in_unit(std::string_view unit);

/// The kinds agree: `any` (null, or a name that is already reported) with everything.
bool kinds_fit(Kind a, Kind b);
/// Units agree by name; no unit agrees with every unit.
bool units_fit(const std::string& a, const std::string& b);

/// The type of a choice between the two; nothing if they cannot be chosen between.
std::optional<Type> common(const Type& a, const Type& b);

Type element_of(const Type& list);
Type list_of(Type element);

/// Position of a field in a record's type.
std::optional<std::uint32_t> index_of_field(const Type& record, std::string_view name);

}  // namespace samenloop::feel
