#pragma once
// How the kinds of edges are called in words, seen from either end.

#include "graph/graph.hpp"
#include "samenloop/report.hpp"

namespace samenloop::report {

/// "kent toe" / "grants"
std::string_view from_word(graph::EdgeKind tie, Language language);
/// "toegekend door" / "granted by"
std::string_view to_word(graph::EdgeKind tie, Language language);

}  // namespace samenloop::report
