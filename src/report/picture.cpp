#include "report/picture.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "report/cgraph.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/numbering.hpp"
#include "report/picture_ids.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

struct NodeLook {
    std::string_view kind;
    const char* shape;
    const char* fill;
    const char* nl;
    const char* en;
};

/// Okabe and Ito's colour-blind safe palette, lightened; shapes tell the kinds apart in grey.
constexpr NodeLook node_looks[] = {
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

class Drawing {
  public:
    Drawing(const RuleBase& rules, const Style& style)
        : rules_(rules),
          names_(rules, style.language),
          language_(style.language),
          graph_(agopen(text("samenloop"), Agdirected, &numbered())) {
        set_defaults(graph_.get());
    }

    void title(const Report& report) {
        const auto& s = report.situation;
        auto label = s.title.empty() ? s.id : s.title.in(language_);
        label += " — " + s.date.to_string();
        const auto drawn = std::min(report.findings.size(), max_findings_drawn);
        if (drawn < report.findings.size())
            label += language_ == Language::nl
                         ? " (getekend: " + std::to_string(drawn) + " van " + std::to_string(report.findings.size()) +
                               " bevindingen)"
                         : " (drawn: " + std::to_string(drawn) + " of " + std::to_string(report.findings.size()) +
                               " findings)";
        label = wrapped(label, 90);
        for (const auto& line : judgement_lines(report.judgement, language_)) label += "\\n" + wrapped(line, 90);
        set(graph_.get(), "label", label);
    }

    /// `shown`: its number on the page.
    void finding(const Finding& f, std::size_t number, const std::string& shown) {
        const auto name = "cluster_" + std::to_string(number);
        auto* frame = this->frame(name);
        const auto head = shown + ". " + f.code + " " + subtype_name(f.code).in(language_);
        set(frame, "label", left(wrapped(head + ": " + f.title.in(language_), 70)));
        set(frame, "color", f.severity >= 3 ? "#b03a2e" : "#555555");
        std::size_t count = 0;
        for (const auto& link : f.chain) {
            if (++count > max_links_drawn) break;
            auto* from = node(frame, link.from, number);
            auto* to = node(frame, link.to, number);
            auto* edge = agedge(frame, from, to, nullptr, 1);
            // The blank line lifts the words off a sloping arrow.
            if (const auto words = link.label.in(language_); !words.empty())
                set(edge, "label", wrapped(words, 22) + "\\n ");
        }
        if (f.chain.empty())
            for (const auto r : f.rules) node(frame, "rule:" + rules_.rules[r].id, number);
    }

    /// One box with a line a moment; a day is written once.
    void timeline(const std::vector<Moment>& moments) {
        if (moments.empty()) return;
        std::string label = language_ == Language::nl ? "Tijdlijn\\l" : "Timeline\\l";
        for (const auto& moment : moments)
            label += moment.day.to_string() + "  " + wrapped(moment.text.in(language_), 60) + "\\l";
        auto* n = agnode(graph_.get(), text("timeline"), 1);
        set(n, "shape", "box");
        set(n, "style", "rounded");
        set(n, "label", label);
    }

    /// The kinds of things that the findings drawn are about.
    void legend(const Report& report, const std::vector<std::size_t>& drawn) {
        std::vector<std::string_view> used;
        for (const auto i : drawn) {
            for (const auto& link : report.findings[i].chain)
                for (const auto& id : {std::string_view(link.from), std::string_view(link.to)})
                    used.push_back(look_of(id).kind);
            if (report.findings[i].chain.empty()) used.emplace_back("rule");
        }
        auto* frame = this->frame("cluster_legend");
        set(frame, "label", language_ == Language::nl ? "Legenda\\l" : "Legend\\l");
        set(frame, "color", "#bbbbbb");
        Agnode_t* before = nullptr;
        for (const auto& look : node_looks) {
            if (std::ranges::find(used, look.kind) == used.end()) continue;
            auto* n = agnode(frame, text("legend:" + std::string(look.kind)), 1);
            dress(n, look, language_ == Language::nl ? look.nl : look.en);
            if (before != nullptr) set(agedge(frame, before, n, nullptr, 1), "style", "invis");
            before = n;
        }
    }

    Picture take() { return std::move(graph_); }

  private:
    /// A frame with room around what stands in it (points; the margin of the whole is in inches).
    Agraph_t* frame(const std::string& name) {
        auto* made = agsubg(graph_.get(), text(name), 1);
        set(made, "margin", "10");
        set(made, "labeljust", "l");
        return made;
    }

    /// Lines that start at the left instead of in the middle.
    static std::string left(std::string label) {
        for (auto at = label.find("\\n"); at != std::string::npos; at = label.find("\\n", at + 2))
            label.replace(at, 2, "\\l");
        return label + "\\l";
    }

    Agnode_t* node(Agraph_t* frame, const std::string& id, std::size_t number) {
        auto* n = agnode(frame, text(node_name(number, id)), 1);
        dress(n, look_of(id), wrapped(names_.thing(id), 24));
        return n;
    }

    static const NodeLook& look_of(std::string_view id) {
        const auto kind = id.substr(0, std::min(id.find(':'), id.size()));
        const auto* const look = std::ranges::find(node_looks, kind, &NodeLook::kind);
        return look == std::end(node_looks) ? node_looks[1] : *look;
    }

    static void dress(Agnode_t* n, const NodeLook& look, const std::string& label) {
        set(n, "shape", look.shape);
        set(n, "fillcolor", look.fill);
        set(n, "label", label);
    }

    const RuleBase& rules_;
    Names names_;
    Language language_;
    Picture graph_;
};

}  // namespace

Picture draw(const RuleBase& rules, const Report& report, const Style& style) {
    Drawing drawing(rules, style);
    drawing.title(report);
    // The layout stacks what it is given from the bottom up: the worst is given last.
    const auto numbering = number(report.findings);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        if (!numbering.alone(i)) continue;
        order.push_back(i);
        for (const auto member : numbering.members(i)) order.push_back(member);
    }
    drawing.timeline(report.timeline);
    if (order.size() > max_findings_drawn) order.resize(max_findings_drawn);
    drawing.legend(report, order);
    std::ranges::reverse(order);
    for (const auto i : order) drawing.finding(report.findings[i], i + 1, numbering.numbers[i]);
    return drawing.take();
}

}  // namespace samenloop::report
