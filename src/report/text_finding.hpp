#pragma once
// One finding on the page.

#include "report/detail.hpp"
#include "report/names.hpp"
#include "report/numbering.hpp"
#include "report/page.hpp"

namespace samenloop::report {

struct TextContext {
    const RuleBase& rules;
    const Names& names;
    const Report& report;
    const Numbering& numbering;
    Language language;
    PageDetail detail;
};

/// With what is grouped under it.
void write_finding(Page& page, const TextContext& c, std::size_t index);
/// One that looked like a conflict, in one or two lines.
void write_settled(Page& page, const TextContext& context, const Finding& finding);

}  // namespace samenloop::report
