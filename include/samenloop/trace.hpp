#pragma once
// Why is this case stuck, whose move is it, and what would free it: for this person (fix) and for everybody (solve).
// See definitions section 6 and the Staat van de Uitvoering 2024.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "samenloop/finding.hpp"
#include "samenloop/model.hpp"

namespace samenloop {

/// What is sought: a need that is met, a scheme that is granted and can be reached, an outcome.
enum class GoalKind : std::uint8_t { need, scheme, outcome };
struct TraceGoal {
    GoalKind kind{};
    Index index = none;
    /// Of income: not just that something is paid, but as much as the protected level.  Sought where something is.
    bool in_full = false;
    /// Not just granted, but paid within the days one can be expected to wait.  Sought where it is granted.
    bool in_hand = false;
    auto operator<=>(const TraceGoal&) const = default;
};

/// "need:shelter", "scheme:bijstand", "outcome:brp", or the id alone where one thing has it.
std::optional<TraceGoal> goal_named(const RuleBase& rules, std::string_view name);
/// "scheme:bijstand".
std::string goal_id(const RuleBase& rules, const TraceGoal& goal);
Text goal_title(const RuleBase& rules, const TraceGoal& goal);

/// Why something is not there.
enum class Obstacle : std::uint8_t {
    nothing,       // it is there
    missing_fact,  // a condition is not met
    unknown_fact,  // whether it is met is not known
    denied,        // a rule refuses it
    waiting,       // another outcome must come first
    circle,        // it waits, by way of others, for itself
    no_duty,       // nobody has to make it so
    too_little,    // an amount falls short
    not_paid,      // granted; its money comes later
    in_the_way,    // something is so that must not be
};

/// One node of the and-or graph of what the goal takes.  A node may be part of several.
struct Reason {
    std::string about;   // typed id: "scheme:bijstand", "rule:AW-9"
    std::string aspect;  // of it: "" for the thing itself, "grant", "there", "way", "not", "if0"
    Text text;
    Truth met = Truth::unknown;
    Obstacle obstacle = Obstacle::nothing;
    bool needs_all = false;            // of its parts; else one is enough
    std::vector<std::uint32_t> parts;  // places in Trace::reasons
    Index rule = none;
    std::string organisation;  // who decides it; "" when nobody does
    std::vector<Fact> facts;   // that its own condition reads
    bool exogenous = false;    // rests only on what nobody can change by an act: an age, a nationality
};

enum class LeverKind : std::uint8_t {
    // for this person
    use_rule,       // a rule on request or at discretion is used
    stop_practice,  // an organisation leaves a practice or a policy rule out
    make_outcome,   // an organisation makes an outcome so
    // for everybody
    repeal_rule,       // a rule is taken out
    bind_rule,         // what is given on request, or may be given, is given
    drop_condition,    // one condition of a rule is dropped
    align_definition,  // a rule reads another law's definition of the same word
    bring_forward,     // a rule that is not in force yet, or no more, is
    give_basis,        // an exchange that lacks one gets a legal basis
};

/// One thing that can be done or changed.
struct Lever {
    LeverKind kind{};
    Index rule = none;
    Index outcome = none;
    Index exchange = none;
    std::size_t part = 0;  // drop_condition: which of them
    Slot from = none;      // align_definition
    Slot to = none;
    std::string organisation;  // whose move it is, or "" for the legislator
    Text text;
    Text hinders;    // seen from the other side: the condition that is asked, the day that is waited for
    Text authority;  // what obliges or allows it, or why it can be argued
};

/// A minimal set of levers that frees the goal: without any one of them it stays stuck.
struct Way {
    std::vector<std::uint32_t> levers;  // places in Trace::levers
    bool certain = true;                // false: it can free the goal, by how much is for whoever decides
    Value shortfall;                    // eur/month that it still leaves of income, a range where it depends on a
                                        // decision or on facts; Unknown where it leaves none
    std::vector<std::uint32_t> unless;  // levers that would undo it
    std::size_t organisations = 0;      // that must move
    std::size_t laws = 0;               // that are touched
    std::size_t freed = 0;              // solve: of the situations of the same pattern that were tried …
    std::size_t tried = 0;              // … so many
    std::vector<Text> also;             // solve: what else it changes, here
};

/// One datum that a decision rests on, back to where it is kept.
struct Upstream {
    Fact fact;
    std::vector<std::string> holders;
    std::vector<Index> exchanges;  // by which it reaches those who decide
    Duration latency;              // along them, at the most
    std::optional<Date> arrived;   // when it came through here, where the situation tells
    std::optional<Duration> freshness;
    std::vector<Index> readers;  // rules of the trace that read it
    std::optional<Change> tips;  // the nearest other value with which the goal comes out otherwise
    std::vector<Index> hits;     // schemes that are granted or paid otherwise with that value
};

/// One step on the way to the goal.
struct PlanStep {
    std::string about;  // typed id: an outcome, a scheme, an act
    Text text;
    std::string organisation;
    std::vector<std::uint32_t> after;  // places in Trace::plan
    std::int32_t days = 0;             // its term
    std::int32_t start = 0;            // days from today, at the earliest
    std::int32_t slack = 0;            // 0: on the critical path
    bool stuck = false;                // not before something frees it
    std::optional<Date> deadline;
    std::vector<Slot> proofs;  // that the person is asked for
    std::vector<Slot> reused;  // that are needed and at hand already
};

/// A later day on which it becomes another answer whether the goal is reached.
struct GoalChange {
    Date day;
    Truth reached = Truth::unknown;
    std::vector<Lever> step;  // no longer reached: what is done together to free it then; empty where nothing does
};

struct Trace {
    TraceGoal goal;
    Situation situation;
    Truth reached = Truth::unknown;                   // as things go in practice
    Truth by_law = Truth::unknown;                    // as they should
    std::vector<Reason> reasons;                      // the first is the goal
    std::vector<std::vector<std::uint32_t>> circles;  // places in `reasons`
    std::vector<Lever> levers;
    std::vector<std::vector<std::uint32_t>> blocks;  // minimal sets of levers; without all of these it stays stuck
    Value shortfall;                                 // of income sought in full: eur/month
    std::vector<Way> fixes;
    std::vector<Way> solves;
    Text cut_off;  // which limit ended the search; empty when it is complete
    std::vector<Upstream> upstream;
    std::vector<PlanStep> plan;     // in the order in which they can be done
    std::optional<Date> earliest;   // with the first way out taken today
    std::optional<Date> unaided;    // if nothing is done but waiting
    bool later = false;             // met on the day that was asked for; this is the day on which it is lost
    std::vector<GoalChange> ahead;  // where it is looked ahead
};

/// Whether it could be told of the goal, or of every need that is or may be there, if it is reached; and of what is not
/// known on which day or of whom.
Judgement judge_goals(const RuleBase& rules, const Situation& situation, std::optional<TraceGoal> goal = {});

/// One goal, or every need that is active and not met.  In order of the rule base; with `until` it is looked
/// ahead up to that day, and a need that is met and will not be comes last, traced on the day on which it is lost.
std::vector<Trace> trace(const RuleBase& rules, const Situation& situation, std::optional<TraceGoal> goal = {},
                         std::optional<Date> until = {});

}  // namespace samenloop
