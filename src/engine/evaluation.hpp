#pragma once
// A situation under the rules of one day: which rules apply, which of their effects are accepted, what every item is
// worth.
//
// Values are worked out in dependency order.  On each object the accepted effects are the grounded extension of the
// attacks among those that apply (Dung, On the acceptability of arguments, 1995): accept what nobody attacks, reject
// what an accepted one attacks, repeat.  An effect whose condition is unknown is *maybe*, and makes maybe what it
// attacks.
//
// Two worlds (definitions 10.1): *law* is that extension; in *practice* a defeated practice or policy rule is applied
// all the same and pushes out what it contradicts.
//
// A Variation asks "what if": rules taken out, rules on request used, facts changed.  `vary` recomputes only what
// depends on the change, so that thousands of questions cost little.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "engine/program.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::engine {

enum class World : std::uint8_t { law, practice };

enum class Label : std::uint8_t { absent, accepted, maybe, rejected, undecided };

/// One application of a rule: for `each` one an element, else exactly one.
struct Instance {
    Truth applies = Truth::no;
    Value element;
    bool operator==(const Instance&) const = default;
};

struct Variation {
    std::vector<Index> without;                 // rules taken out
    std::vector<Index> used;                    // rules on request or at discretion that are used
    std::vector<std::pair<Slot, Value>> facts;  // given instead; Unknown = not given
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of an aggregate that leaves it out
    std::vector<Index> made = {};  // outcomes that somebody makes true
};

using Instances = boost::container::small_vector<Instance, 1>;
using Labels = boost::container::small_vector<Label, 2>;

class Yardstick;
struct WorkedOut;
struct UnderOtherPrograms;

class Evaluation {
  public:
    const Program* program = nullptr;
    const Yardstick* yardstick = nullptr;  // by which the protected level is measured; null: by this law itself
    World world = World::law;
    Date day;                                    // that is looked at: the program is that of a stretch of days
    Paged<Value> facts;                          // what was given or assumed, one a slot
    std::vector<bool> out;                       // rules taken out
    std::vector<bool> used;                      // rules on request or at discretion that are used
    std::vector<Index> made;                     // outcomes that somebody makes true
    Paged<Value> values;                         // one a slot
    Paged<Instances> rules;                      // one a rule
    Paged<Labels> labels;                        // one an argument, one an instance
    std::shared_ptr<WorkedOut> worked_out;       // of its values, by its copies, too: see curve.hpp
    std::shared_ptr<UnderOtherPrograms> others;  // of this evaluation and its what-ifs, on other days
    bool known_amounts = false;                  // amounts that are only carried forward are unknown
    bool practice_deviates = false;              // some defeated practice or policy rule is applied all the same

    /// The same, sharing nothing that a question to it changes: for another thread.
    Evaluation apart() const;

    /// What was worked out of the values, before they change.
    void forget();

    const RuleBase& base() const { return *program->base; }
    const Rule& rule(Index r) const { return base().rules[r]; }
    /// Does any instance of the rule apply?
    Truth applies(Index r) const;
    Label label(ArgumentId a, std::size_t instance) const { return labels[a][instance]; }
    /// The best label of the argument over its instances.
    Truth accepted(ArgumentId a) const;
    /// Some effect of the rule is accepted.
    Truth effective(Index r) const;
    /// The organisation a reference points to for one instance: "gemeente[A]", "" when there is none.
    std::string organisation(const OrganisationRef& ref, Index r, std::size_t instance) const;
    /// The same for a reference that stands outside the rules.
    std::string organisation(const OrganisationRef& ref) const;
    /// Who acts in an argument: the effect's actor, else the rule's.
    std::string actor(ArgumentId a, std::size_t instance) const;
    Value value_of(const Expression& e, Index r, std::size_t instance) const;
    /// The amount of an effect per year (eur/month is multiplied by 12); Unknown when it has none.
    Value yearly_amount(ArgumentId a, std::size_t instance) const;
};

/// Days on which an evaluation and everything that depends on the day stay as they are: see timeline.hpp.
struct KnownSpan {
    Date to;
    Date limit;  // up to which was looked: where `to` is that day, it may go on as it is
    Evaluation state;
};

/// What one evaluation and its what-ifs came to on other days, under the programs of those: on each day everything is
/// worked out once, and for the next what-if only what is different.
struct UnderOtherPrograms {
    std::vector<std::shared_ptr<const Evaluation>> seeds;
    std::vector<std::shared_ptr<const Evaluation>> near;  // one a program: see vary_near
    std::multimap<Date, KnownSpan> spans;                 // by their first day

    /// The same, sharing nothing that a question to it changes.
    std::shared_ptr<UnderOtherPrograms> apart() const;
};

/// Both ask the same of the same facts, under the same program and in the same world.
bool same_question(const Evaluation& a, const Evaluation& b);
/// Neither a curve nor a moving day among the facts.
bool has_plain_facts(const Evaluation& e);

/// All that is known of a household by now, itself among it: where its evaluation on another day begins.
std::shared_ptr<const UnderOtherPrograms> known_of(const Evaluation& e);

/// `known`: of the same household on some other day; the answer is the same without it.
Evaluation evaluate(const Program& program, const Situation& situation, World world, const Variation& variation = {},
                    const std::shared_ptr<const UnderOtherPrograms>& known = nullptr);

/// The same, with the amounts that are only carried forward unknown.
Evaluation without_carried(const Evaluation& from);

/// Does the part that the rules leave out concern this person?
Truth concerns(const Evaluation& e, const Unmodelled& part);

/// The same world and what-if on another day, of which that is the program, with some facts changed.
Evaluation on_day(const Program& program, const Evaluation& now, Date day, std::vector<std::pair<Slot, Value>> changes);

/// The same world and what-if under another program, with some facts changed; the day is the program's.
Evaluation evaluate_again(const Program& program, const Evaluation& like,
                          const std::vector<std::pair<Slot, Value>>& changes);

/// The same world under a further variation.
Evaluation vary(const Evaluation& from, const Variation& variation);

/// The same, for a variation that changes much and is asked again of every what-if, as the reference household: worked
/// out from what it came to the last time.
Evaluation vary_near(const Evaluation& from, const Variation& variation);

}  // namespace samenloop::engine
