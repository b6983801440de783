#pragma once
// What a detector sees: one situation in one world, and the law beside it; and what it hands back.
//
// A detector is two functions.  `find` looks for its kind of interference and returns candidates: keys and culprits, no
// prose.  It is asked again for thousands of what-ifs, so it must be cheap.  `describe` tells one candidate to a
// reader. Everything else (which rules are needed, which facts, what would remove it, status, severity, grouping) is
// done once for all detectors by asking `find` again: see what_if.hpp and writer.hpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/evaluation.hpp"
#include "model/path.hpp"
#include "samenloop/finding.hpp"

namespace samenloop::detect {

struct Candidate {
    std::string key;           // what it is about, by ids, without rules: "shelter", "A>B"; unique within the detector
    Truth holds = Truth::yes;  // unknown: holds for some of what is not known
    Value measure;             // eur/month lost, when it is about money (a Range when it is not exact); else Unknown
    std::string_view measured_in = "eur_month";  // the name of the measure among the amounts of a finding
    std::vector<Index> rules;                    // culprits, a superset of the minimal set
    std::vector<Index> tried;                    // culprits that do not end it: what to name then
    std::vector<const Expression*> conditions;   // what it rests on beside its rules: when a need is active
    std::vector<Index> settled_by;               // not empty: it looks like one, but these rules settle it
    std::string subject;                         // of several keys about one thing; empty = the key
    bool information = false;                    // severity 0 anyway: that a rule settles it is worth no line
    std::vector<Index> ids;                      // the detector's own, for `describe`
    std::vector<Decimal> numbers;
    model::Path path;
};

struct DetectionContext {
    const engine::Evaluation& e;       // the world looked at
    const engine::Evaluation& law;     // the law of the same what-if (e itself, or beside it)
    const Situation& situation;        // title, date, events; its facts may have been varied: read e.facts
    const Calendar& calendar;          // the rules on other days
    const Candidate* focus = nullptr;  // asked again about this one only: look no further than needed
    bool only_whether = false;         // and only whether it is there: amounts may be left out
    // Up to that day an earlier look at the same household asked what each event does.
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of an aggregate that leaves it out
    std::optional<Date> events_until = {};

    const RuleBase& base() const { return e.base(); }
    const engine::Program& program() const { return *e.program; }
};

/// What a detector must know exactly: where it does not, it finds nothing, and has not answered (detect/asks.hpp).
/// `nothing` is a detector that tells what is in doubt as a conditional finding.
enum class Ask : std::uint8_t {
    nothing,
    income,      // disposable income and the protected level
    means,       // whether income covers a need for it
    curve,       // the course of income over earnings and assets
    concepts,    // values of definitions, and what schemes and charges come to
    premises,    // what a rule takes for granted, and what else it would come to
    goals,       // whether a scheme reaches what it is for
    floors,      // protected amounts
    recoveries,  // what is claimed back after a change
    weights,     // what a rule costs, and what that is weighed against
    takes,       // who takes how much from an income
    switches,    // which rules change their answer with an event
    exclusions,  // what a scheme would pay without the rule that leaves somebody out
    gaps,        // whether needs are covered from day to day
};

/// The kinds of effects that a detector looks at; bits, as it may look at several.
using Subjects = std::uint8_t;
namespace subject {
inline constexpr Subjects money = 1;      // definitions, grants, denials, charges, what is taken
inline constexpr Subjects duties = 2;     // what somebody must, may or must not do
inline constexpr Subjects data = 4;       // data that are needed or asked
inline constexpr Subjects tasks = 8;      // who is responsible, who sends to whom
inline constexpr Subjects outcomes = 16;  // what must be reached first
}  // namespace subject

/// How the list of rules is made minimal (definitions 10.9).
enum class Minimality : std::uint8_t {
    each,      // without any one of them it is gone
    amount,    // without any one of them its amount changes by a euro or more, or it is gone
    culprits,  // the fewest of which dropping all ends it; if nothing does, what was tried
};

struct Detector {
    std::string_view code;
    Minimality minimality;
    Ask asks;
    Subjects looks_at;
    std::vector<Candidate> (*find)(const DetectionContext&);
    /// Sets title, explanation, organisations, needs, items, concepts, amounts, chain and the severity before status.
    void (*describe)(const DetectionContext&, const Candidate&, Finding&);
};

}  // namespace samenloop::detect
