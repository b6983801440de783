// Re-checks a finding by a second, simple way, without the detectors: the rules it names are in force and touch the
// case, the facts have the values it tells, the changes it proposes are changes, and its core claim holds when computed
// anew.

#include <algorithm>
#include <set>

#include "engine/evaluation.hpp"
#include "feel/work.hpp"
#include "model/ordinary.hpp"
#include "model/path.hpp"
#include "model/request.hpp"
#include "samenloop/check.hpp"
#include "verification/claims.hpp"
#include "verification/claims_time.hpp"

namespace samenloop::verification {
namespace {

bool overlap(const Interval& a, Date from, Date to) { return (!a.from || *a.from <= to) && (!a.to || *a.to > from); }

/// On the day of analysis, or on one of the days that the finding is about: a gap may end by a rule that is yet to
/// come.
bool in_force(const engine::Program& program, const Finding& f, Index r) {
    if (program.in_force[r]) return true;
    if (!f.period || !f.period->from) return false;
    const auto from = *f.period->from;
    const auto to = f.period->to.value_or(from);
    const auto& rule = program.base->rules[r];
    return overlap(rule.in_force, from, to) && overlap(program.base->laws[rule.law].in_force, from, to);
}

std::string rules_in_force(const engine::Program& program, const Finding& f) {
    for (const auto r : f.rules)
        if (!in_force(program, f, r)) return "rule " + program.base->rules[r].id + " is not in force";
    for (const auto r : f.settled_by)
        if (!program.in_force[r]) return "settling rule " + program.base->rules[r].id + " is not in force";
    return {};
}

/// "hh[1].age" back to its place.
std::optional<model::Path> place_of(const RuleBase& base, const std::string& text) {
    const auto bracket = text.find('[');
    const auto at = base.names.find(text.substr(0, bracket));
    if (at == base.names.end()) return std::nullopt;
    model::Path path{at->second.slot, 0, 0};
    if (bracket == std::string::npos) return path;
    const auto close = text.find(']', bracket);
    path.element = static_cast<std::size_t>(std::stoul(text.substr(bracket + 1, close - bracket - 1)));
    const auto& type = base.items[path.slot].type;
    if (close + 1 < text.size() && type.element) path.field = model::field_index(*type.element, text.substr(close + 2));
    return path;
}

std::string facts_hold(const RuleBase& base, const Situation& situation, const Finding& f) {
    for (const auto& fact : f.facts) {
        const auto path = place_of(base, fact.item);
        if (!path) return "there is no fact " + fact.item;
        if (!(model::value_at(situation.facts, *path) == fact.value))
            return "the fact " + fact.item + " has another value";
    }
    for (const auto& way : f.removed_by)
        if (way.doing == Doing::change_fact && way.from == way.to)
            return "the change of " + way.item + " changes nothing";
    return {};
}

/// Conditional: it names facts that are not known.  Certain: it depends on none.
std::string says_what_is_unknown(const engine::Evaluation& e, const Finding& f) {
    if (f.certainty == Certainty::certain) return f.depends_on.empty() ? "" : "it is certain and yet depends on facts";
    if (f.depends_on.empty()) return "it is conditional and names no unknown fact";
    for (const auto& item : f.depends_on) {
        const auto path = place_of(e.base(), item);
        if (!path) return "there is no fact " + item;
        const bool fact = e.base().items[path->slot].kind == SlotKind::item;
        const auto& worth = e.values[path->slot];
        // Compared with null nothing has an answer.
        const auto given = model::value_at(e.facts, *path);
        const bool open =
            fact ? given.is_unknown() || given.is_null() : worth.is_unknown() || worth.get<Range>() != nullptr;
        if (!open) return "the fact " + item + " is known";
    }
    return {};
}

/// The situation with the open facts as the finding supposes them; nothing when one of them is not open.
std::optional<Situation> supposition(const RuleBase& base, const Situation& situation, const Finding& f) {
    auto supposed = situation;
    for (const auto& fact : f.supposed) {
        const auto path = place_of(base, fact.item);
        if (!path || !model::value_at(situation.facts, *path).is_unknown()) return std::nullopt;
        supposed.facts[path->slot] = model::replaced(supposed.facts, *path, fact.value);
    }
    return supposed;
}

/// What an amount is made of comes to it; what is left out is less than a euro a year.
std::string losses_add_up(const Finding& f) {
    if (f.losses.empty() || f.amounts.empty()) return {};
    const auto told = std::ranges::find(f.amounts, "eur_month", &std::pair<std::string, Decimal>::first);
    if (told == f.amounts.end()) return "it has losses and no amount";
    Decimal sum;
    for (const auto& loss : f.losses) sum = sum + loss.eur_month;
    const auto off = sum < told->second ? told->second - sum : sum - told->second;
    return off * Decimal(12) <= Decimal(1) ? "" : "its losses come to " + sum.to_string();
}

bool among(std::string_view code, std::initializer_list<std::string_view> codes) {
    return std::ranges::find(codes, code) != codes.end();
}

/// Where every rule is needed (definitions 10.9): without any one of them the claim no longer holds.
std::string each_rule_is_needed(const engine::Evaluation& here, const engine::Evaluation& law, const Finding& f) {
    // That something may hold says too little to tell which rule it needs.
    if (f.certainty != Certainty::certain || !among(f.code, {"CL-1", "CL-2", "CL-5", "VA-3", "VA-4", "IM-5"}))
        return {};
    for (const auto r : f.rules) {
        const engine::Variation without{{r}, {}, {}};
        if (check_claim(engine::vary(here, without), engine::vary(law, without), f).empty())
            return "rule " + here.base().rules[r].id + " is not needed";
    }
    return {};
}

/// What the steps of a way out come to; nothing when one of them names no fact.
std::optional<engine::Variation> done(const engine::Evaluation& here, const WayOut& way) {
    engine::Variation v;
    auto steps = way.with;
    steps.push_back(way);
    for (const auto& step : steps) {
        if (step.doing == Doing::use_rule) {
            v.used.push_back(step.rule);
            if (const auto fact = model::asked_by(here.base(), step.rule)) v.facts.emplace_back(*fact, true);
        }
        if (step.doing == Doing::leave_out_rule) v.without.push_back(step.rule);
        if (step.doing != Doing::change_fact) continue;
        const auto path = place_of(here.base(), step.item);
        if (!path) return std::nullopt;
        v.facts.emplace_back(path->slot, model::replaced(here.facts, *path, step.to));
    }
    return v;
}

std::string name_of(const RuleBase& base, const WayOut& way) {
    return way.doing == Doing::change_fact ? "the change of " + way.item : "the step with " + base.rules[way.rule].id;
}

/// What was taken from the ordinary person is taken anew once other facts have changed.
void follow(const engine::Evaluation& here, const Situation& s, engine::Variation& v) {
    if (s.assumed.empty()) return;
    auto facts = here.facts;
    std::set<Slot> changed;
    for (const auto& [slot, value] : v.facts) {
        facts.set(slot, value);
        changed.insert(slot);
    }
    const auto* today = here.program->today == none ? nullptr : here.facts[here.program->today].get<Date>();
    const auto day = today == nullptr ? s.date : *today;
    for (auto& later : model::ordinary_after(here.base(), s, std::move(facts), changed, day))
        v.facts.push_back(std::move(later));
}

/// After each way out the claim no longer holds.
std::string ways_remove_it(const engine::Evaluation& here, const engine::Evaluation& law, const Situation& s,
                           const Finding& f) {
    if (!among(f.code, {"CL-1", "VA-3", "VA-4", "IM-4", "IM-5", "PU-6"})) return {};
    for (const auto& way : f.removed_by) {
        auto v = done(here, way);
        if (!v) return "there is no fact " + way.item;
        follow(here, s, *v);
        if (check_claim(engine::vary(here, *v), engine::vary(law, *v), f).empty())
            return name_of(here.base(), way) + " does not remove it";
    }
    return {};
}

}  // namespace

}  // namespace samenloop::verification

namespace samenloop {

std::string verify(const RuleBase& rules, const Situation& situation, const Finding& finding) {
    const feel::work::Limit limit;
    const auto program = engine::compile(rules, situation.date);
    if (auto wrong = verification::rules_in_force(program, finding); !wrong.empty()) return wrong;
    if (auto wrong = verification::facts_hold(rules, situation, finding); !wrong.empty()) return wrong;
    const auto as_given = engine::evaluate(program, situation, engine::World::law);
    if (auto wrong = verification::says_what_is_unknown(as_given, finding); !wrong.empty()) return wrong;
    if (auto wrong = verification::losses_add_up(finding); !wrong.empty()) return wrong;
    if (finding.status != Status::open && finding.status != Status::practice_deviates) return {};
    const auto world = finding.status == Status::open ? engine::World::law : engine::World::practice;
    const auto supposed = verification::supposition(rules, situation, finding);
    if (!supposed) return "what it supposes is known, or no fact";
    const auto here = engine::evaluate(program, *supposed, world);
    const auto law = engine::evaluate(program, *supposed, engine::World::law);
    if (verification::is_about_time(finding.code))
        return verification::check_time_claim(here, *supposed, Calendar(program), finding);
    if (finding.code == "IM-2") return verification::limit_costs(here, *supposed, finding);
    if (auto wrong = verification::check_claim(here, law, finding); !wrong.empty()) return wrong;
    if (auto wrong = verification::each_rule_is_needed(here, law, finding); !wrong.empty()) return wrong;
    return verification::ways_remove_it(here, law, *supposed, finding);
}

}  // namespace samenloop
