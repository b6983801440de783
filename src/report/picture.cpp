#include "report/picture.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "report/names.hpp"
#include "report/words.hpp"

namespace samenloop {
namespace {

struct Look {
    std::string_view kind;
    const char* shape;
    const char* fill;
    const char* nl;
    const char* en;
};

/// Okabe and Ito's colour-blind safe palette, lightened; shapes tell the kinds apart in grey.
constexpr Look looks[] = {
    {"organisation", "house", "#cfe8f5", "organisatie", "organisation"},
    {"rule", "box", "#fdf3c4", "regel", "rule"},
    {"scheme", "ellipse", "#cdeadf", "regeling", "scheme"},
    {"outcome", "ellipse", "#e6d5e8", "uitkomst", "outcome"},
    {"need", "octagon", "#f7d0b8", "behoefte", "need"},
    {"item", "note", "#eeeeee", "gegeven", "item"},
    {"concept", "hexagon", "#e6d5e8", "begrip", "concept"},
    {"act", "cds", "#cfe8f5", "handeling", "act"},
    {"charge", "invhouse", "#f7d0b8", "heffing", "charge"},
};

// cgraph takes `char*` and copies; it never writes through the pointer.
char* text(const std::string& s) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    return const_cast<char*>(s.c_str());
}

void set(void* object, const std::string& name, const std::string& value) {
    agsafeset(object, text(name), text(value), text(""));
}

std::string_view pick_text(const Text& t, Language l) { return l == Language::en && !t.en.empty() ? t.en : t.nl; }

/// Breaks at spaces so that no line is much longer than `width`; a backslash is doubled for the label syntax.
std::string wrapped(std::string_view s, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    for (const char c : s) {
        if (c == ' ' && column >= width) {
            out += "\\n";
            column = 0;
            continue;
        }
        if (c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        ++column;
    }
    return out;
}

class Drawing {
  public:
    Drawing(const RuleBase& rules, const Style& style)
        : rules_(rules),
          names_(rules, style.language),
          language_(style.language),
          graph_(agopen(text("samenloop"), Agdirected, nullptr)) {
        set_defaults();
    }

    void title(const Report& report) {
        const auto& s = report.situation;
        auto label =
            std::string(pick_text(s.title, language_).empty() ? std::string_view(s.id) : pick_text(s.title, language_));
        label += " — " + s.date.to_string();
        const auto drawn = std::min(report.findings.size(), max_findings_drawn);
        if (drawn < report.findings.size())
            label += language_ == Language::nl
                         ? " (getekend: " + std::to_string(drawn) + " van " + std::to_string(report.findings.size()) +
                               " bevindingen)"
                         : " (drawn: " + std::to_string(drawn) + " of " + std::to_string(report.findings.size()) +
                               " findings)";
        set(graph_.get(), "label", wrapped(label, 90));
    }

    void finding(const Finding& f, std::size_t number) {
        const auto name = "cluster_" + std::to_string(number);
        auto* frame = agsubg(graph_.get(), text(name), 1);
        const auto head =
            std::to_string(number) + ". " + f.code + " " + std::string(pick_text(subtype_name(f.code), language_));
        set(frame, "label", wrapped(head + ": " + std::string(pick_text(f.title, language_)), 60));
        set(frame, "color", f.severity >= 3 ? "#b03a2e" : "#555555");
        std::size_t count = 0;
        for (const auto& link : f.chain) {
            if (++count > max_links_drawn) break;
            auto* from = node(frame, link.from, number);
            auto* to = node(frame, link.to, number);
            auto* edge = agedge(frame, from, to, nullptr, 1);
            set(edge, "label", wrapped(pick_text(link.label, language_), 22));
        }
        if (f.chain.empty())
            for (const auto r : f.rules) node(frame, "rule:" + rules_.rules[r].id, number);
    }

    /// One box with a line a moment; a day is written once.
    void timeline(const std::vector<Moment>& moments) {
        if (moments.empty()) return;
        std::string label = language_ == Language::nl ? "Tijdlijn\\l" : "Timeline\\l";
        for (const auto& moment : moments)
            label += moment.day.to_string() + "  " + wrapped(pick_text(moment.text, language_), 60) + "\\l";
        auto* n = agnode(graph_.get(), text("timeline"), 1);
        set(n, "shape", "box");
        set(n, "style", "rounded");
        set(n, "label", label);
    }

    void legend() {
        auto* frame = agsubg(graph_.get(), text("cluster_legend"), 1);
        set(frame, "label", language_ == Language::nl ? "Legenda" : "Legend");
        set(frame, "color", "#bbbbbb");
        Agnode_t* before = nullptr;
        for (const auto& look : looks) {
            if (std::ranges::find(used_, look.kind) == used_.end()) continue;
            auto* n = agnode(frame, text("legend:" + std::string(look.kind)), 1);
            dress(n, look, language_ == Language::nl ? look.nl : look.en);
            if (before != nullptr) set(agedge(frame, before, n, nullptr, 1), "style", "invis");
            before = n;
        }
    }

    Picture take() { return std::move(graph_); }

  private:
    void set_defaults() {
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
            agattr(graph_.get(), kind, text(name), text(value));
    }

    Agnode_t* node(Agraph_t* frame, const std::string& id, std::size_t number) {
        const auto colon = std::min(id.find(':'), id.size());
        const auto kind = id.substr(0, colon);
        auto* n = agnode(frame, text(std::to_string(number) + ":" + id), 1);
        const auto look = std::ranges::find(looks, std::string_view(kind), &Look::kind);
        const auto& shown = look == std::end(looks) ? looks[1] : *look;
        dress(n, shown, wrapped(names_.thing(id), 24));
        if (std::ranges::find(used_, shown.kind) == used_.end()) used_.push_back(shown.kind);
        return n;
    }

    static void dress(Agnode_t* n, const Look& look, const std::string& label) {
        set(n, "shape", look.shape);
        set(n, "fillcolor", look.fill);
        set(n, "label", label);
    }

    const RuleBase& rules_;
    Names names_;
    Language language_;
    Picture graph_;
    std::vector<std::string_view> used_;
};

}  // namespace

Picture draw(const RuleBase& rules, const Report& report, const Style& style) {
    Drawing drawing(rules, style);
    drawing.title(report);
    std::size_t number = 0;
    for (const auto& f : report.findings) {
        if (++number > max_findings_drawn) break;
        drawing.finding(f, number);
    }
    drawing.timeline(report.timeline);
    drawing.legend();
    return drawing.take();
}

}  // namespace samenloop
