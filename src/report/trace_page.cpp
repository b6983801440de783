// A trace in words, before it is known whether they become a page of text or of HTML: one screen of why, whose move,
// what frees it, and what then.

#include "report/trace_page.hpp"

#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "model/wording.hpp"
#include "report/names.hpp"
#include "report/numbers.hpp"
#include "report/trace_ahead.hpp"
#include "report/trace_words.hpp"

namespace samenloop::report {
namespace {

constexpr std::size_t usual_reasons = 14;
constexpr std::size_t usual_ways = 3;
constexpr std::size_t usual_data = 6;

class TracePage {
  public:
    TracePage(const RuleBase& rules, const Trace& trace, const TraceStyle& style)
        : rules_(rules),
          t_(trace),
          verbose_(style.verbose),
          language_(style.style.language),
          names_(rules, language_) {}

    std::vector<TraceSection> tell(bool brief) {
        const auto from =
            t_.later
                ? fmt::format(fmt::runtime(say("vanaf {}, ", "from {} on, ")), date_text(t_.situation.date, language_))
                : std::string();
        sections_.push_back(
            {fmt::format("{}: {}{}", say(goal_title(rules_, t_.goal)), from, state_words(t_, language_)), {}});
        if (brief) {
            put(2, "", say("Om dezelfde regels als hierboven.", "By the same rules as above."));
            ways("Wat dit voor deze persoon losmaakt", "What frees it for this person", t_.fixes, false);
            if (!t_.ahead.empty()) sections_.push_back(ahead_section(rules_, t_, language_));
            return std::move(sections_);
        }
        why();
        blocks();
        ways("Wat dit voor deze persoon losmaakt", "What frees it for this person", t_.fixes, false);
        ways("Wat het voor iedereen oplost", "What would solve it for everybody", t_.solves, true);
        cut_off();
        data();
        plan();
        if (!t_.ahead.empty()) sections_.push_back(ahead_section(rules_, t_, language_));
        return std::move(sections_);
    }

  private:
    void put(std::size_t indent, std::string_view lead, std::string_view text, Paint paint = Paint::plain) {
        sections_.back().lines.push_back({indent, std::string(lead), std::string(text), paint});
    }

    const std::string& say(const Text& text) const { return pick(language_, text); }
    std::string_view say(std::string_view nl, std::string_view en) const { return pick(language_, nl, en); }
    void head(std::string_view nl, std::string_view en) { sections_.push_back({std::string(say(nl, en)), {}}); }

    void why() {
        head("Waarom", "Why");
        left_ = verbose_ ? t_.reasons.size() : usual_reasons;
        shortfall();
        for (const auto& c : t_.circles) circle(c);
        if (t_.reasons.front().parts.empty() || t_.goal.kind != GoalKind::need) reason(0, 1);
        else
            for (const auto p : t_.reasons.front().parts) reason(p, 1);
        if (left_ == 0 && !verbose_) put(1, "", say("… meer met --verbose", "… more with --verbose"), Paint::faint);
    }

    /// What is granted already, and the day on which its money comes.
    void not_paid() {
        for (const auto& step : t_.plan)
            if (step.deadline)
                put(2, "- ",
                    fmt::format(fmt::runtime(say("{}: het geld is er uiterlijk {}", "{}: the money is there by {}")),
                                say(step.text), date_text(*step.deadline, language_)));
    }

    /// Of income: what is paid, and what is short.
    void shortfall() {
        if (t_.goal.in_hand && !t_.goal.in_full) return not_paid();
        if (!t_.goal.in_full) return;
        for (const auto p : t_.reasons.front().parts) {
            const auto& r = t_.reasons[p];
            const auto scheme =
                std::ranges::find_if(rules_.schemes, [&](const Scheme& s) { return r.about == "scheme:" + s.id; });
            if (scheme == rules_.schemes.end() || r.met == Truth::no) continue;
            put(2, "+ ", fmt::format("{}: {}", say(r.text), say("toegekend", "granted")));
        }
        if (t_.goal.in_hand) return not_paid();
        if (const auto low = t_.shortfall.bounds().low)
            put(2, "- ",
                fmt::format(fmt::runtime(say("samen {} per maand onder het beschermde niveau",
                                             "together {} a month below the protected level")),
                            money_text(*low, language_)));
    }

    /// One line: who waits for whom, by which rule.
    void circle(const std::vector<std::uint32_t>& places) {
        std::string line;
        std::string first;
        for (const auto p : round(places)) {
            const auto& r = t_.reasons[p];
            if (r.aspect.starts_with("requires")) {
                line += fmt::format(" ({}){}", rules_.rules[r.rule].id, say(" wacht op ", " waits for "));
            } else if (r.about.starts_with("outcome:") && r.aspect.empty()) {
                line += say(r.text);
                if (first.empty()) first = say(r.text);
            }
        }
        if (first.empty()) return;
        put(2, "↻ ", std::string(say("kring: ", "circle: ")) + line + first, Paint::warning);
    }

    /// A shortest round through the circle, from an outcome.
    std::vector<std::uint32_t> round(const std::vector<std::uint32_t>& places) const {
        const auto outcome = [&](std::uint32_t p) {
            return t_.reasons[p].about.starts_with("outcome:") && t_.reasons[p].aspect.empty();
        };
        const auto from = std::ranges::find_if(places, outcome);
        if (from == places.end()) return {};
        std::vector<std::vector<std::uint32_t>> queue{{*from}};
        std::set<std::uint32_t> seen;
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const auto q : t_.reasons[queue[i].back()].parts) {
                if (q == *from) return queue[i];
                if (!std::ranges::binary_search(places, q) || !seen.insert(q).second) continue;
                auto longer = queue[i];
                longer.push_back(q);
                queue.push_back(std::move(longer));
            }
        return {};
    }

    void reason(std::uint32_t p, std::size_t depth) {
        const auto& r = t_.reasons[p];
        if (left_ == 0 || (r.met == Truth::yes && !verbose_)) return;
        // A circle is told by its line; what is in it, only when asked.
        if (r.obstacle == Obstacle::circle && !verbose_) return;
        --left_;
        const bool again = !told_.insert(p).second;
        put(depth * 2, std::string(mark_of(r.met)) + " ", line_of(r) + (again ? " …" : ""),
            r.met == Truth::yes ? Paint::faint : Paint::plain);
        if (again) return;
        for (const auto part : r.parts) reason(part, depth + 1);
    }

    std::string line_of(const Reason& r) const {
        auto line = say(r.text);
        if (r.met == Truth::yes) return line;
        if (r.parts.empty() || r.obstacle != Obstacle::waiting)
            line += fmt::format(" ({}{})", obstacle_words(r.obstacle, language_),
                                r.exogenous ? say("; dat kan niemand veranderen", "; nobody can change that") : "");
        std::string facts;
        for (const auto& f : r.facts)
            if (facts.size() < 160) facts += (facts.empty() ? "" : "; ") + names_.fact(f);
        if (!facts.empty()) line += ": " + facts;
        return line;
    }

    void blocks() {
        if (t_.blocks.empty() || t_.blocks.front().empty()) {
            if (t_.reached != Truth::yes && t_.solves.empty() && t_.fixes.empty()) {
                head("Wat het tegenhoudt", "What holds it back");
                put(2, "",
                    say("Geen regel staat in de weg die weg kan: het rust op feiten die niet zo zijn.",
                        "No rule stands in the way that could go: it rests on facts that are not so."));
            }
            return;
        }
        head("Wat het tegenhoudt: zolang dit er allemaal is, verandert er niets",
             "What holds it back: as long as all of these are there, nothing changes");
        for (std::size_t i = 0; i < t_.blocks.size() && (verbose_ || i < 1); ++i) {
            for (const auto l : t_.blocks[i]) put(2, "• ", obstacle_line(t_.levers[l]));
            if (verbose_ && i + 1 < t_.blocks.size()) put(2, "", say("of", "or"), Paint::faint);
        }
    }

    /// The lever seen from the other side: what is so as long as it is not pulled.
    std::string obstacle_line(const Lever& lever) const {
        if (lever.kind == LeverKind::bind_rule)
            return std::string(rules_.rules[lever.rule].discretion == Discretion::may
                                   ? say("is geen plicht: ", "is no duty: ")
                                   : say("alleen op verzoek: ", "on request only: ")) +
                   rule_line(lever.rule);
        if (lever.rule == none) return say(lever.text);
        return rule_line(lever.rule) + (lever.hinders.nl.empty() ? "" : "; " + say(lever.hinders));
    }

    std::string rule_line(Index r) const {
        return say(rules_.rules[r].title) + ", " + names_.citation(rules_.rules[r]) + " (" + rules_.rules[r].id + ")";
    }

    void ways(std::string_view nl, std::string_view en, const std::vector<Way>& all, bool general) {
        if (t_.reached == Truth::yes) return;
        head(nl, en);
        if (all.empty())
            put(2, "", say("Niets binnen wat de geladen regels kennen.", "Nothing the loaded rules know of."));
        for (std::size_t i = 0; i < all.size() && (verbose_ || i < usual_ways); ++i) way(i + 1, all[i], general);
        if (!verbose_ && all.size() > usual_ways)
            put(2, "",
                fmt::format(fmt::runtime(say("… en {} andere, met --verbose", "… and {} more, with --verbose")),
                            all.size() - usual_ways),
                Paint::faint);
    }

    void way(std::size_t number, const Way& w, bool general) {
        auto lead = fmt::format("{}. ", number);
        for (const auto l : w.levers) {
            const auto& lever = t_.levers[l];
            put(2, lead,
                (general ? "" : mover(rules_, lever, language_) + ": ") + say(lever.text) + " — " +
                    say(lever.authority));
            lead = say("   en ", "   and ");
        }
        const auto short_of = w.shortfall.bounds();
        const bool never_enough = short_of.low != short_of.high && short_of.low && *short_of.low > Decimal(0);
        if (!w.certain && !never_enough) put(5, "", undecided(w), Paint::faint);
        still_short(short_of);
        if (!w.unless.empty()) put(5, "", unless(w));
        if (general && w.tried > 0)
            put(5, "",
                fmt::format(fmt::runtime(say("Maakt {} van {} gelijke gevallen los.", "Frees {} of {} like cases.")),
                            w.freed, w.tried),
                Paint::faint);
        if (general && verbose_)
            for (const auto& also : w.also) put(5, say("ook: ", "also: "), say(also), Paint::faint);
    }

    void still_short(const Range& by) {
        if (!by.low || *by.low <= Decimal(0)) return;
        const auto text =
            by.high == by.low ? say("Dan is er inkomen, nog {} te weinig.", "Then there is income, still {} short.")
                              : say("Dan is er inkomen, nog ten minste {} te weinig.",
                                    "Then there is income, still at least {} short.");
        put(5, "", fmt::format(fmt::runtime(text), quantity_text(*by.low, "eur/month", language_)));
    }

    bool leaves_the_amount_open(Index rule) const {
        return std::ranges::any_of(rules_.rules[rule].effects, [](const Effect& effect) {
            return (effect.kind == EffectKind::grant || effect.kind == EffectKind::permission) && !effect.value;
        });
    }

    /// Whom to ask, for what and under which article, where how much is theirs to say.
    std::string undecided(const Way& w) const {
        for (const auto l : w.levers) {
            const auto& lever = t_.levers[l];
            if (lever.rule == none || lever.kind == LeverKind::repeal_rule || !leaves_the_amount_open(lever.rule))
                continue;
            const auto& rule = rules_.rules[lever.rule];
            const auto who =
                lever.organisation.empty() ? names_.organisation(rule.actor) : names_.organisation(lever.organisation);
            if (who.empty()) continue;
            if (lever.kind == LeverKind::use_rule)
                return fmt::format(
                    fmt::runtime(say("Vraag {} om een besluit volgens {}; hoeveel het wordt, bepaalt dat besluit.",
                                     "Ask {} for a decision under {}; that decision says how much it will be.")),
                    who, names_.citation(rule));
            return fmt::format(
                fmt::runtime(say("Hoeveel het wordt, besluit {} volgens {}; de regels noemen geen bedrag.",
                                 "How much it will be, {} decides under {}; the rules name no amount.")),
                who, names_.citation(rule));
        }
        return std::string(say("Of het genoeg is, hangt af van feiten die niet bekend zijn.",
                               "Whether it is enough depends on facts that are not known."));
    }

    std::string unless(const Way& w) const {
        std::string others;
        for (const auto l : w.unless) others += (others.empty() ? "" : "; ") + std::string(say(t_.levers[l].text));
        return std::string(say("Zolang dit er niet bij komt: ", "As long as this does not come with it: ")) + others;
    }

    void cut_off() {
        if (t_.cut_off.nl.empty()) return;
        put(2, "",
            std::string(say("Niet uitputtend gezocht; grens: ", "Not an exhaustive search; limit: ")) +
                say(t_.cut_off) + ".",
            Paint::faint);
    }

    void data() {
        std::vector<const Upstream*> all;
        for (const auto& u : t_.upstream)
            if (verbose_ || u.tips || u.arrived) all.push_back(&u);
        if (all.empty()) return;
        head("Gegevens waar het op rust", "Data it rests on");
        for (std::size_t i = 0; i < all.size() && (verbose_ || i < usual_data); ++i) datum(*all[i]);
    }

    void datum(const Upstream& u) {
        auto line = names_.fact(u.fact);
        std::string where;
        for (const auto& h : u.holders) where += (where.empty() ? "" : ", ") + names_.organisation(h);
        line += where.empty() ? std::string(say("; niemand houdt dit bij", "; nobody keeps this"))
                              : std::string(say("; bijgehouden door ", "; kept by ")) + where;
        for (const auto x : u.exchanges) {
            const auto& exchange = rules_.exchanges[x];
            line += fmt::format("; {} → {}", names_.organisation(exchange.from), names_.organisation(exchange.to));
            if (exchange.latency)
                line += fmt::format(fmt::runtime(say(" (na {})", " (after {})")), duration(*exchange.latency));
        }
        if (u.arrived)
            line += fmt::format(
                fmt::runtime(say("; kwam door op {}", "; came through on {}")), date_text(*u.arrived, language_));
        if (u.tips)
            line += fmt::format(
                fmt::runtime(say("; was dit {}, dan was de uitkomst anders", "; were it {}, the outcome would differ")),
                names_.value(u.tips->item, u.tips->to));
        std::string hits;
        for (const auto s : u.hits) hits += (hits.empty() ? "" : ", ") + say(rules_.schemes[s].title);
        if (!hits.empty() && verbose_) line += std::string(say("; raakt ook: ", "; also touches: ")) + hits;
        put(2, "• ", line);
    }

    std::string duration(const Duration& d) const { return say(model::duration_words(d)); }

    void plan() {
        if (t_.plan.empty() && !t_.earliest && !t_.unaided) return;
        head("Volgorde", "Order of steps");
        for (std::size_t i = 0; i < t_.plan.size(); ++i) step(i);
        if (t_.unaided && t_.reached != Truth::yes)
            put(2, "",
                std::string(say("Zonder ingreep: ", "Without intervention: ")) + date_text(*t_.unaided, language_));
        if (t_.earliest)
            put(2, "",
                std::string(say("Op zijn vroegst bereikt: ", "Reached at the earliest: ")) +
                    date_text(*t_.earliest, language_) +
                    (t_.reached == Truth::yes ? ""
                                              : std::string(say(", als de eerste uitweg vandaag wordt genomen",
                                                                ", if the first way out is taken today"))),
                Paint::strong);
        else if (!t_.unaided)
            put(2, "",
                say("Geen dag te noemen waarop het bereikt wordt.", "No day can be named on which it is reached."));
    }

    void step(std::size_t i) {
        const auto& s = t_.plan[i];
        auto line = (s.organisation.empty() ? "" : names_.organisation(s.organisation) + ": ") + say(s.text);
        if (s.days > 0) line += fmt::format(fmt::runtime(say(", {} dagen", ", {} days")), s.days);
        if (s.deadline)
            line += fmt::format(
                fmt::runtime(say(", geld uiterlijk {}", ", money by {}")), date_text(*s.deadline, language_));
        line += s.slack == 0 ? "" : fmt::format(fmt::runtime(say(" (speling {} dagen)", " (slack {} days)")), s.slack);
        line += listed(s.proofs, say("; bewijs: ", "; proof: "));
        line += listed(s.reused, say("; al bekend: ", "; known already: "));
        put(2, fmt::format("{}. ", i + 1), line);
    }

    std::string listed(const std::vector<Slot>& items, std::string_view lead) const {
        std::string text;
        for (const auto i : items)
            text += (text.empty() ? std::string(lead) : std::string(", ")) + say(rules_.items[i].title);
        return text;
    }

    const RuleBase& rules_;
    const Trace& t_;
    bool verbose_;
    Language language_;
    Names names_;
    std::vector<TraceSection> sections_;
    std::size_t left_ = 0;
    std::set<std::uint32_t> told_;
};

}  // namespace

std::vector<std::vector<TraceSection>> tell(const RuleBase& rules, std::span<const Trace> traces,
                                            const TraceStyle& style) {
    std::vector<std::vector<TraceSection>> all;
    for (std::size_t i = 0; i < traces.size(); ++i)
        all.push_back(TracePage(rules, traces[i], style).tell(told_before(traces, i) && !style.verbose));
    return all;
}

}  // namespace samenloop::report
