// Traces by docs/trace.schema.json.

#include <nlohmann/json.hpp>

#include "report/finding_json.hpp"
#include "report/json_value.hpp"
#include "report/judgement.hpp"
#include "report/names.hpp"
#include "report/trace_report.hpp"
#include "report/trace_words.hpp"

namespace samenloop::report {
namespace {

std::string_view word(Truth t) { return t == Truth::yes ? "yes" : t == Truth::no ? "no" : "unknown"; }

class TraceJson {
  public:
    TraceJson(const RuleBase& rules, Language language) : rules_(rules), names_(rules, language), language_(language) {}

    Json trace(const Trace& t) const {
        Json j{{"goal", goal_id(rules_, t.goal)},
               {"title", pick(language_, goal_title(rules_, t.goal))},
               {"in_full", t.goal.in_full},
               {"in_hand", t.goal.in_hand},
               {"reached", word(t.reached)},
               {"reached_by_law", word(t.by_law)},
               {"shortfall_eur_month", json_of(t.shortfall, nullptr)},
               {"reasons", json_list(t.reasons, [&](const Reason& r) { return reason(r); })},
               {"circles", t.circles},
               {"levers", json_list(t.levers, [&](const Lever& l) { return lever(l); })},
               {"blocks", t.blocks},
               {"fixes", json_list(t.fixes, [&](const Way& w) { return way(w); })},
               {"solves", json_list(t.solves, [&](const Way& w) { return way(w); })},
               {"cut_off", pick(language_, t.cut_off)},
               {"upstream", json_list(t.upstream, [&](const Upstream& u) { return upstream(u); })},
               {"plan", json_list(t.plan, [&](const PlanStep& s) { return step(s); })}};
        j["earliest"] = t.earliest ? Json(t.earliest->to_string()) : Json();
        j["unaided"] = t.unaided ? Json(t.unaided->to_string()) : Json();
        if (t.later) j["lost_on"] = t.situation.date.to_string();
        if (!t.ahead.empty()) j["ahead"] = json_list(t.ahead, [&](const GoalChange& c) { return change(c); });
        return j;
    }

  private:
    Json change(const GoalChange& c) const {
        return {{"day", c.day.to_string()},
                {"reached", word(c.reached)},
                {"step", json_list(c.step, [&](const Lever& l) { return lever(l); })}};
    }

    Json rule_id(Index r) const { return r == none ? Json() : Json(rules_.rules[r].id); }

    Json value(const std::string& item, const Value& v) const { return json_of(v, names_.type(item)); }

    Json fact(const Fact& f) const { return {{"item", f.item}, {"value", value(f.item, f.value)}}; }

    Json reason(const Reason& r) const {
        return {{"about", r.about},
                {"aspect", r.aspect},
                {"text", pick(language_, r.text)},
                {"met", word(r.met)},
                {"obstacle", obstacle_id(r.obstacle)},
                {"needs", r.needs_all ? "all" : "any"},
                {"parts", r.parts},
                {"rule", rule_id(r.rule)},
                {"organisation", r.organisation},
                {"facts", json_list(r.facts, [&](const Fact& f) { return fact(f); })},
                {"exogenous", r.exogenous}};
    }

    Json lever(const Lever& l) const {
        return {{"kind", lever_id(l.kind)},
                {"rule", rule_id(l.rule)},
                {"law", l.rule == none ? Json() : Json(rules_.laws[rules_.rules[l.rule].law].id)},
                {"outcome", l.outcome == none ? Json() : Json(rules_.outcomes[l.outcome].id)},
                {"exchange", l.exchange == none ? Json() : Json(rules_.exchanges[l.exchange].id)},
                {"organisation", l.organisation},
                {"text", pick(language_, l.text)},
                {"authority", pick(language_, l.authority)}};
    }

    Json way(const Way& w) const {
        return {{"levers", w.levers},
                {"certain", w.certain},
                {"shortfall_eur_month", w.shortfall.is_unknown() ? Json() : sum_json(w.shortfall)},
                {"unless", w.unless},
                {"organisations", w.organisations},
                {"laws", w.laws},
                {"freed", w.freed},
                {"tried", w.tried},
                {"also", json_list(w.also, [&](const Text& t) { return Json(pick(language_, t)); })}};
    }

    Json upstream(const Upstream& u) const {
        auto j = fact(u.fact);
        j["holders"] = u.holders;
        j["exchanges"] = json_list(u.exchanges, [&](Index x) { return Json(rules_.exchanges[x].id); });
        j["latency"] = u.latency.to_string();
        j["arrived"] = u.arrived ? Json(u.arrived->to_string()) : Json();
        j["freshness"] = u.freshness ? Json(u.freshness->to_string()) : Json();
        j["readers"] = json_list(u.readers, [&](Index r) { return rule_id(r); });
        j["tips_at"] = u.tips ? value(u.tips->item, u.tips->to) : Json();
        j["hits"] = json_list(u.hits, [&](Index s) { return Json(rules_.schemes[s].id); });
        return j;
    }

    Json step(const PlanStep& s) const {
        const auto items = [&](const std::vector<Slot>& all) {
            return json_list(all, [&](Slot i) { return Json(rules_.items[i].id); });
        };
        return {{"about", s.about},
                {"text", pick(language_, s.text)},
                {"organisation", s.organisation},
                {"after", s.after},
                {"days", s.days},
                {"start", s.start},
                {"slack", s.slack},
                {"stuck", s.stuck},
                {"deadline", s.deadline ? Json(s.deadline->to_string()) : Json()},
                {"proofs", items(s.proofs)},
                {"reused", items(s.reused)}};
    }

    const RuleBase& rules_;
    Names names_;
    Language language_;
};

}  // namespace

std::string trace_json(const RuleBase& rules, std::span<const Trace> traces, const TraceStyle& style) {
    const TraceJson json(rules, style.style.language);
    Json all{{"format", "samenloop.trace"}, {"version", 1}, {"rulebase", rules.fingerprint}};
    if (!traces.empty())
        all["situation"] = {{"id", traces.front().situation.id},
                            {"title", pick(style.style.language, traces.front().situation.title)},
                            {"date", traces.front().situation.date.to_string()}};
    add_judgement(all, style.judgement, style.style.language);
    all["traces"] = Json::array();
    for (const auto& t : traces) all["traces"].push_back(json.trace(t));
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace samenloop::report
