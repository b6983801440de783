#pragma once
// Burdens: pile-ups that cost effort and no money, right or time (severity 1 of PU-2 … PU-8).  On a page they come
// last, one line each, those of a kind together.

#include "report/text_finding.hpp"

namespace samenloop::report {

bool is_burden(const Finding& f);
/// It and all that is grouped under it are burdens.
bool is_burden(const TextContext& c, std::size_t root);

void write_burdens(Page& page, const TextContext& c);

}  // namespace samenloop::report
