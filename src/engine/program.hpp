#pragma once
// A rule base made ready for one day: which rules are in force, which effects meet on which object, which of two that
// meet wins (definitions 0.3), and in which order everything is computed.  Made once, then used for thousands of
// evaluations.
//
// An *argument* is one effect of one rule on one *object* (an item, a scheme, a charge, a group of acts that exclude
// one another, a need).  Two arguments on one object may be in *conflict*; who wins is fixed here, whether both apply
// is not.

#include <cstdint>
#include <utility>
#include <vector>

#include "samenloop/model.hpp"

namespace samenloop::engine {

enum class Criterion : std::uint8_t { none, override_, exception, denial, superior, specialis, posterior };

using ArgumentId = std::uint32_t;

struct Argument {
    Index rule = none;
    Index effect = none;  // none: the rule is an exception to the others, without an effect of its own
    Index object = none;
};

enum class Winner : std::uint8_t { nobody, first, second };

struct Conflict {
    ArgumentId first = 0;
    ArgumentId second = 0;
    Winner winner = Winner::nobody;
    Criterion criterion = Criterion::none;
    bool clash = true;  // false: an override that meets no contradiction
};

enum class ObjectKind : std::uint8_t { item, scheme, charge, acts, need, rule };

struct Object {
    ObjectKind kind{};
    Index index = none;
    std::vector<ArgumentId> arguments;
    std::vector<Conflict> conflicts;
};

/// One step of an evaluation: a slot that no rule decides, or an object.
struct Step {
    bool is_object = false;
    Index index = none;
};

}  // namespace samenloop::engine

namespace samenloop::solve {

class Implications;

}  // namespace samenloop::solve

namespace samenloop::engine {

struct Program {
    const RuleBase* base = nullptr;
    Date day;                    // one of the stretch of days that it is good for: which one is asked of the evaluation
    std::vector<bool> in_force;  // per rule
    std::vector<Argument> arguments;
    std::vector<Object> objects;
    Slot today = none;                             // the item that holds the day; none where the rule base knows no day
    std::vector<Index> requiring;                  // rules in force by which some outcome needs another
    std::vector<Index> taking_for_granted;         // rules that have a premise, grant something or deny it to somebody
    std::vector<ArgumentId> achieving;             // of effects that make an outcome true
    std::vector<std::vector<Index>> winners_over;  // per rule: those that set something of it aside; sorted
    std::vector<std::pair<ArgumentId, ArgumentId>> look_alikes;  // the same but for the condition
    std::vector<Step> steps;                                     // in dependency order; every object once
    std::vector<Index> object_of_slot;                           // none: a plain fact, fallback or amount
    std::vector<Index> step_of_slot;
    std::vector<Index> step_of_object;
    std::vector<std::vector<ArgumentId>> arguments_of_rule;
    std::vector<std::vector<Index>> readers;          // per slot: rules that read it
    std::vector<std::vector<Slot>> fallback_readers;  // per slot: items whose `otherwise` reads it
    std::vector<std::vector<Slot>> reads;             // per rule, sorted
    std::vector<std::vector<Index>> unmodelled;       // per slot: what the rules leave out of it
    std::vector<std::vector<Slot>> left_open_by;      // per slot: slots that are unknown where it has some value

    const Rule& rule(ArgumentId n) const { return base->rules[arguments[n].rule]; }
    /// The effect of a node; null for an exception.
    const Effect* effect(ArgumentId n) const {
        return arguments[n].effect == none ? nullptr : &rule(n).effects[arguments[n].effect];
    }
    const Law& law_of(Index rule_index) const { return base->laws[base->rules[rule_index].law]; }
    Level level(Index rule_index) const { return law_of(rule_index).level; }
};

/// The rule base must outlive the program.
Program compile(const RuleBase& base, Date day);
/// The same, with answers that another day, or another rule base with the same items, has found already.
Program compile(const RuleBase& base, Date day, solve::Implications& implications);
/// `order`: model::definition_order of the rule base, which is the same on any day.
Program compile(const RuleBase& base, Date day, solve::Implications& implications, const std::vector<Slot>& order);

/// The items, and the slots of the schemes and charges, that an unmodelled part names.
std::vector<Slot> slots_left_open(const RuleBase& base, const Unmodelled& part);

/// All slots that a rule reads: condition, list, request, values, organisations, premise.
std::vector<Slot> slots_read(const Rule& rule);

}  // namespace samenloop::engine
