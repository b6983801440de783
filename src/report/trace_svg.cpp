// The stuck case as a picture: from the goal down to what hinders it, red; who can move and how, green; what waits in a
// circle, thick and orange.  What is met is left out: the eye should land where it is stuck.

#include <algorithm>
#include <map>
#include <set>

#include <fmt/core.h>

#include "report/canvas.hpp"
#include "report/cgraph.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/picture_ids.hpp"
#include "report/strip.hpp"
#include "report/trace_report.hpp"
#include "report/trace_words.hpp"

namespace samenloop::report {
namespace {

constexpr std::size_t most_reasons = 22;
constexpr std::size_t most_ways = 3;

struct TraceLook {
    const char* fill;
    const char* border;
    const char* width;
    const char* nl;
    const char* en;
};
constexpr TraceLook goal_look{"#222222", "#222222", "1", "wat gezocht wordt", "what is sought"};
constexpr TraceLook stuck_look{"#f7d0b8", "#b03a2e", "1.5", "houdt het tegen", "holds it back"};
constexpr TraceLook circle_look{"#fdf3c4", "#d55e00", "3", "wacht in een kring", "waits in a circle"};
constexpr TraceLook waiting_look{"#ffffff", "#888888", "1", "wacht", "waits"};
constexpr TraceLook unknown_look{"#eeeeee", "#888888", "1", "niet bekend", "not known"};
constexpr TraceLook way_look{"#cdeadf", "#00795c", "2", "kan het losmaken", "can free it"};

class TraceDrawing {
  public:
    TraceDrawing(const RuleBase& rules, const Trace& trace, Language language)
        : rules_(rules),
          t_(trace),
          names_(rules, language),
          language_(language),
          graph_(agopen(text("samenloop"), Agdirected, &numbered())) {
        set_defaults(graph_.get());
        agattr(graph_.get(), AGRAPH, text("rankdir"), text("TB"));
        agattr(graph_.get(), AGNODE, text("color"), text("#555555"));
        agattr(graph_.get(), AGNODE, text("penwidth"), text("1"));
        agattr(graph_.get(), AGNODE, text("fontcolor"), text("#000000"));
        agattr(graph_.get(), AGEDGE, text("color"), text("#555555"));
        agattr(graph_.get(), AGEDGE, text("penwidth"), text("1"));
        agattr(graph_.get(), AGEDGE, text("constraint"), text("true"));
    }

    std::string svg() {
        set(graph_.get(), "label",
            wrapped(situation_words(t_, language_), 90) + "\\n" +
                wrapped(
                    std::string(pick(language_, goal_title(rules_, t_.goal))) + ": " + state_words(t_, language_), 90));
        reason(0);
        for (std::size_t i = 0; i < std::min(t_.fixes.size(), most_ways); ++i) way(i);
        legend();
        return as_svg(graph_.get());
    }

  private:
    std::string line(std::string_view words, std::size_t width = 30) const { return wrapped(words, width); }

    bool is_own_condition(const Reason& r) const {
        return r.aspect.starts_with("if") || r.aspect.starts_with("not") ? r.parts.empty() : false;
    }

    const TraceLook& look_of(std::uint32_t p) const {
        const auto& r = t_.reasons[p];
        if (p == 0) return goal_look;
        if (r.obstacle == Obstacle::circle) return circle_look;
        if (r.met == Truth::unknown) return unknown_look;
        return r.obstacle == Obstacle::waiting ? waiting_look : stuck_look;
    }

    void dress(Agnode_t* n, const TraceLook& look, const std::string& label) {
        used_.insert(&look);
        set(n, "style", "filled,rounded");
        set(n, "fillcolor", look.fill);
        set(n, "color", look.border);
        set(n, "penwidth", look.width);
        if (&look == &goal_look) set(n, "fontcolor", "#ffffff");
        set(n, "label", label);
    }

    /// The first condition of its own that is not met stands inside the box.
    std::string label_of(const Reason& r) const {
        auto label = line(pick(language_, r.text));
        if (!r.organisation.empty()) label += "\\n[" + line(names_.organisation(r.organisation)) + "]";
        for (const auto p : r.parts) {
            const auto& part = t_.reasons[p];
            if (part.met == Truth::yes || !is_own_condition(part)) continue;
            label += "\\n– " + line(pick(language_, part.text), 34);
        }
        return label;
    }

    /// What it waits for; a mere step between (some rule grants it, all that is required) is passed over.
    std::vector<std::uint32_t> shown_parts(const Reason& r) const {
        std::vector<std::uint32_t> all;
        for (const auto p : r.parts) {
            const auto& part = t_.reasons[p];
            if (part.met == Truth::yes || is_own_condition(part)) continue;
            if (part.aspect != "way" && part.aspect != "grant") all.push_back(p);
            else
                for (const auto q : shown_parts(part)) all.push_back(q);
        }
        return all;
    }

    Agnode_t* reason(std::uint32_t p) {
        if (const auto at = drawn_.find(p); at != drawn_.end()) return at->second;
        if (drawn_.size() >= most_reasons) return nullptr;
        const auto& r = t_.reasons[p];
        auto* n = agnode(graph_.get(), text(node_name(p, r.about)), 1);
        drawn_[p] = n;
        dress(n, look_of(p), label_of(r));
        for (const auto part : shown_parts(r)) {
            const auto& below = t_.reasons[part];
            auto* to = reason(part);
            if (to == nullptr) continue;
            auto* e = agedge(graph_.get(), n, to, nullptr, 1);
            const bool in_circle = r.obstacle == Obstacle::circle && below.obstacle == Obstacle::circle;
            set(e, "color", in_circle ? circle_look.border : "#555555");
            set(e, "penwidth", in_circle ? "2.5" : "1");
        }
        return n;
    }

    /// Beside what it acts on: the rule, or the outcome.
    void way(std::size_t i) {
        for (const auto l : t_.fixes[i].levers) {
            const auto& lever = t_.levers[l];
            auto* n = agnode(graph_.get(), text(node_name(1000 + l, lever_id(lever.kind))), 1);
            dress(n, way_look,
                  fmt::format("{}. ", i + 1) + line(mover(rules_, lever, language_)) + "\\n" +
                      line(pick(language_, lever.text), 34) + "\\n" + line(pick(language_, lever.authority), 34));
            auto* e = agedge(graph_.get(), n, drawn_.at(place_of(lever)), nullptr, 1);
            set(e, "color", way_look.border);
            set(e, "penwidth", "2");
        }
    }

    std::uint32_t place_of(const Lever& lever) const {
        for (const auto& [p, _] : drawn_)
            if (lever.rule != none && t_.reasons[p].rule == lever.rule) return p;
        for (const auto o : lever.rule == none ? std::vector{lever.outcome} : outcomes_of_rule(lever.rule))
            for (const auto& [p, _] : drawn_)
                if (t_.reasons[p].about == "outcome:" + rules_.outcomes[o].id && t_.reasons[p].aspect.empty()) return p;
        return 0;
    }

    /// What the acts that the rule is about would make so.
    std::vector<Index> outcomes_of_rule(Index r) const {
        std::vector<Index> all;
        for (const auto& mine : rules_.rules[r].effects)
            for (const auto& rule : rules_.rules)
                for (const auto& x : rule.effects)
                    if (mine.act != none && x.act == mine.act && x.achieves != none) all.push_back(x.achieves);
        return all;
    }

    void legend() {
        auto* frame = agsubg(graph_.get(), text("cluster_legend"), 1);
        set(frame, "label", std::string(pick(language_, "Legenda", "Legend")));
        set(frame, "color", "#bbbbbb");
        Agnode_t* before = nullptr;
        for (const auto* look : {&goal_look, &stuck_look, &circle_look, &waiting_look, &unknown_look, &way_look}) {
            if (!used_.contains(look)) continue;
            auto* n = agnode(frame, text(std::string("legend:") + look->en), 1);
            dress(n, *look, std::string(pick(language_, look->nl, look->en)));
            if (before != nullptr) set(agedge(frame, before, n, nullptr, 1), "style", "invis");
            before = n;
        }
    }

    const RuleBase& rules_;
    const Trace& t_;
    Names names_;
    Language language_;
    Picture graph_;
    std::map<std::uint32_t, Agnode_t*> drawn_;
    std::set<const TraceLook*> used_;
};

/// A picture with nothing to draw says so.
std::string nothing_stuck_picture(const Judgement& judgement, Language language) {
    constexpr double margin_of_sheet = 56;
    Canvas canvas(Sheet::landscape, nothing_stuck(judgement, language));
    canvas.words({margin_of_sheet, 2 * margin_of_sheet}, nothing_stuck(judgement, language), {.size = 20});
    return std::move(canvas).take();
}

}  // namespace

std::string trace_picture(const RuleBase& rules, const Trace& trace, Language language) {
    return TraceDrawing(rules, trace, language).svg();
}

std::string trace_svg(const RuleBase& rules, std::span<const Trace> traces, const TraceStyle& style) {
    const auto lines = judgement_lines(style.judgement, style.style.language);
    if (traces.empty()) return with_lines(nothing_stuck_picture(style.judgement, style.style.language), lines);
    return with_lines(trace_picture(rules, traces.front(), style.style.language), lines);
}

}  // namespace samenloop::report
