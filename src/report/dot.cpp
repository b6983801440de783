// DOT by cgraph, SVG by gvc's dot layout: nothing is quoted or escaped by hand.

#include <cstdlib>
#include <memory>
#include <new>

#include <graphviz/gvc.h>

#include "report/formats.hpp"
#include "report/picture.hpp"

namespace samenloop {
namespace {

struct FreeContext {
    void operator()(GVC_t* c) const noexcept { gvFreeContext(c); }
};

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

}  // namespace

std::string write_dot(const RuleBase& rules, std::span<const Report> reports, const Style& style) {
    std::string all;
    for (const auto& report : reports) all += as_dot(draw(rules, report, style).get());
    return all;
}

std::string write_svg(const RuleBase& rules, std::span<const Report> reports, const Style& style) {
    return reports.empty() ? std::string() : as_svg(draw(rules, reports.front(), style).get());
}

}  // namespace samenloop
