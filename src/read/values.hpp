#pragma once
// Attributes as values.  Their spelling was checked before (lexical.hpp), so that what cannot be read here is left out
// in silence: it has its diagnostic already.

#include "read/draft.hpp"

namespace samenloop::read {

/// The text with single blanks, "" if there is none.
std::string text_of(const Element& element, std::string_view attribute);
/// `title` and `title-en`, which falls back to `title`; also for other pairs of names.
Text title_of(const Element& element, std::string_view attribute = "title");
bool flag_of(const Element& element, std::string_view attribute);
std::optional<Decimal> decimal_of(const Element& element, std::string_view attribute);
std::optional<Duration> duration_of(const Element& element, std::string_view attribute);
Interval interval_of(const Element& element, Problems& problems, std::string_view from = "from",
                     std::string_view to = "to");
std::optional<Date> day_of(const Element& element, std::string_view attribute);
/// `due-day`: a day of the month; 0 if there is none.
int due_day_of(Draft& draft, const Element& element);
Verification verification_of(const Element& element);

/// One reference; `none` if the attribute is not there or names nothing.
Index reference_of(Draft& draft, const Names& names, const Element& element, std::string_view attribute);
/// A row of references, each once.
std::vector<Index> references_of(Draft& draft, const Names& names, const Element& element, std::string_view attribute);

}  // namespace samenloop::read
