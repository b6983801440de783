#pragma once
// A bill laid over the law: what it breaks and mends in given situations, whom it costs or brings money, what it needs
// that is not there, and what it makes superfluous.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "samenloop/check.hpp"
#include "samenloop/proposal.hpp"

namespace samenloop {

/// As SARIF's baselineState says it.
enum class Baseline : std::uint8_t { added, resolved, changed, unchanged };

/// One finding before and after.
struct Difference {
    std::size_t situation = 0;  // place in the situations given
    Baseline baseline{};
    std::optional<Finding> before;    // its rules are those of the law before
    std::optional<Finding> after;     // its rules are those of the law after
    std::vector<std::size_t> causes;  // modifications; without any one of them there is no such difference
    std::vector<Date> days;           // of those looked at, on which it is there
};

/// As it is after, else as it was.
inline const Finding& finding_of(const Difference& d) { return d.after ? *d.after : *d.before; }

/// What a household has left to spend on a day.
struct Household {
    std::size_t situation = 0;
    Date day;
    Value before;  // eur/month
    Value after;
};

/// A value of a fact at which disposable income falls after the proposal, and did not fall so far before it.
struct BillBorder {
    Slot item = 0;   // of the law after
    Decimal at;      // of an age: the first on the losing side
    Decimal before;  // what is lost there, eur/year
    Decimal after;
    std::size_t situation = 0;  // the one that comes nearest
    Decimal value;              // of the fact in it
    bool near = false;          // by at most a year's loss, or a year of age
};

/// A datum that the proposal makes a decision need.
struct NewDatum {
    Index rule = none;  // of the law after
    Slot item = 0;
    std::string consumer;
    std::vector<std::string> holders;
    std::vector<Index> exchanges;  // by which it may come
    bool asked = false;            // the citizen is asked for it
};

/// Somebody who gets a task that he did not have.
struct NewTask {
    std::string organisation;
    Index rule = none;       // of the law after
    bool competent = false;  // an Act gives the task, or it acted in that law before or executes a scheme of it
};

enum class Excess : std::uint8_t {
    dead,       // its condition can no longer be met
    defeated,   // another rule always wins from it
    redundant,  // another rule says the same under the same condition
    part,       // another rule says the same wherever it does
    unused,     // an item that nothing reads any more, or an amount that nothing reads
    lower,      // it goes against a higher law
    dangling,   // all that it sets aside, excepts or reads by a law's definition is no longer in force
    duplicate,  // an item or concept that is there under another name
};

/// One rule, item or concept of the law after.
struct Superfluous {
    Excess why{};
    Index rule = none;
    Slot item = none;
    Index concept_ = none;
    Index beside = none;  // of the same sort: the rule that wins, or what is the same
};

/// What people have on their hands, all situations together.
struct Burden {
    std::size_t decisions = 0;      // schemes granted or refused, charges and recoveries
    std::size_t proofs = 0;         // data asked of the citizen
    std::size_t organisations = 0;  // that decide, collect, ask or have a duty
    std::size_t data = 0;           // data that a decision requires
};

struct Counts {
    std::size_t rules = 0;
    std::size_t exceptions = 0;  // rules that are one, or override
    std::size_t concepts = 0;
    std::size_t items = 0;
    std::size_t exchanges = 0;
    std::size_t organisations = 0;
    std::size_t references = 0;  // from rule to rule, of another law
};

struct Comparison {
    Proposal proposal;
    Date day;                   // the entry into force, or what was asked for
    bool own_days = false;      // a situation of a later day is looked at on its own day
    std::vector<Date> days;     // that, and the later days on which something that the proposal touches starts or ends
    std::optional<Date> until;  // looked ahead up to this day
    std::vector<std::vector<Date>> looked_at;  // of each situation: these days, and those on which its answers change
    RuleBase before;
    Amended amended;
    std::vector<Situation> situations;
    std::vector<std::size_t> untouched;   // situations that the proposal does not reach: not looked at
    std::vector<Difference> differences;  // new and worst first
    std::vector<Household> households;    // those whose income changes
    std::vector<BillBorder> borders;      // that the proposal makes or moves, nearest first
    std::vector<NewDatum> data;
    std::vector<NewTask> tasks;
    std::vector<Superfluous> superfluous;
    Judgement judgement;   // before and after together, of the situations it reaches
    Burden burden_before;  // of the situations it reaches, on the first day
    Burden burden_after;
    Counts counts_before;
    Counts counts_after;

    const RuleBase& after() const { return amended.rules; }
};

struct CompareOptions {
    std::optional<Date> date;    // instead of each situation's own day, or the entry into force when that is later
    bool carry_amounts = false;  // the last known values of amounts are carried forward
    bool everything = false;     // look at every situation, also those that the proposal does not reach
    /// Look ahead up to this day: also on each day on which something becomes another one for a situation.
    std::optional<Date> until = std::nullopt;
};

/// Nothing that depends on chance or on the order of files.  Problems of the proposal are told as `amend` tells them.
Result<Comparison> compare(const Sources& sources, const RuleBase& before, const Proposal& proposal,
                           std::span<const Situation> situations, const CompareOptions& options = {});

}  // namespace samenloop
