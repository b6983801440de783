#include "report/cgraph.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <tuple>

#include <graphviz/gvc.h>

#include "base/printable.hpp"

namespace samenloop::report {
namespace {

struct FreeContext {
    void operator()(GVC_t* c) const noexcept { gvFreeContext(c); }
};

/// Leaves out the comments that name the version of Graphviz.
std::string without_comments(std::string svg) {
    for (auto from = svg.find("<!--"); from != std::string::npos; from = svg.find("<!--", from)) {
        const auto to = svg.find("-->", from);
        if (to == std::string::npos) break;
        svg.erase(from, to + 3 - from + (to + 3 < svg.size() && svg[to + 3] == '\n' ? 1 : 0));
    }
    return svg;
}

/// One for the whole process: the plugin that measures text remembers the last font by its address, also when the
/// context that owned it is gone.
GVC_t* the_context() {
    static const std::unique_ptr<GVC_t, FreeContext> context(gvContext());
    return context.get();
}

}  // namespace

char* text(const std::string& s) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    return const_cast<char*>(s.c_str());
}

void set(void* object, const std::string& name, const std::string& value) {
    agsafeset(object, text(name), text(value), text(""));
}

std::string wrapped(std::string_view s, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    for (const char c : base::printable(s)) {
        if (c == ' ' && column >= width) {
            out += "\\n";
            column = 0;
            continue;
        }
        if (c == '\\') out += '\\';
        out += c;
        ++column;
    }
    return out;
}

/// The name of a node, which a picture shows as a tooltip.  A backslash in a name cgraph writes so that it cannot read
/// it back.
std::string node_name(std::size_t number, std::string_view id) {
    auto name = std::to_string(number) + ":" + base::printable(id);
    std::ranges::replace(name, '\\', '/');
    return name;
}

void set_defaults(Agraph_t* graph) {
    for (const auto& [kind, name, value] :
         {std::tuple{AGRAPH, "fontname", "DejaVu Sans"},
          {AGRAPH, "labelloc", "t"},
          {AGRAPH, "fontsize", "11"},
          {AGRAPH, "rankdir", "LR"},
          {AGRAPH, "style", "rounded"},
          {AGRAPH, "color", "#555555"},
          {AGRAPH, "ranksep", "0.45"},
          {AGRAPH, "nodesep", "0.3"},
          {AGRAPH, "size", "7.6,11"},
          {AGRAPH, "margin", "0.2"},
          {AGRAPH, "labeljust", "c"},
          {AGRAPH, "label", ""},
          {AGNODE, "fontname", "DejaVu Sans"},
          {AGNODE, "fontsize", "10"},
          {AGNODE, "style", "filled"},
          {AGNODE, "label", ""},
          {AGNODE, "shape", "box"},
          {AGNODE, "fillcolor", "white"},
          {AGEDGE, "fontname", "DejaVu Sans"},
          {AGEDGE, "fontsize", "8"},
          {AGEDGE, "label", ""},
          {AGEDGE, "style", "solid"}})
        agattr(graph, kind, text(name), text(value));
}

std::string as_dot(Agraph_t* g) {
    char* data = nullptr;
    std::size_t size = 0;
    std::FILE* file = open_memstream(&data, &size);
    if (file == nullptr) throw std::bad_alloc();
    agwrite(g, file);
    std::fclose(file);
    std::string text(data, size);
    std::free(data);  // NOLINT(cppcoreguidelines-no-malloc): open_memstream's contract
    return text;
}

std::string as_svg(Agraph_t* g) {
    auto* const context = the_context();
    if (gvLayout(context, g, "dot") != 0) return {};
    char* data = nullptr;
    unsigned size = 0;
    gvRenderData(context, g, "svg", &data, &size);
    std::string text(data, size);
    gvFreeRenderData(data);
    gvFreeLayout(context, g);
    return without_comments(std::move(text));
}

}  // namespace samenloop::report
