#pragma once
// What every picture of a graph needs of cgraph and gvc.

#include <memory>
#include <string>
#include <string_view>

#include <graphviz/cgraph.h>

#include "report/words.hpp"

namespace samenloop::report {

struct CloseGraph {
    void operator()(Agraph_t* g) const noexcept { agclose(g); }
};
using Picture = std::unique_ptr<Agraph_t, CloseGraph>;

/// cgraph takes `char*` and copies; it never writes through the pointer.
char* text(const std::string& s);
void set(void* object, const std::string& name, const std::string& value);
/// Breaks at spaces so that no line is much longer than `width`; a backslash is doubled for the label syntax.
std::string wrapped(std::string_view s, std::size_t width);
/// The name of a node, which a picture shows as a tooltip.
std::string node_name(std::size_t number, std::string_view id);
/// Fonts, margins, an A4 in portrait, from left to right.
void set_defaults(Agraph_t* graph);

std::string as_dot(Agraph_t* graph);
std::string as_svg(Agraph_t* graph);

}  // namespace samenloop::report
