#pragma once
// Why a value is not known: the amounts without a value on the day, the facts that nobody gave and what the rules leave
// out, on which it rests.
//
// From what is asked go down through what is not exact only: an expression that comes to a value whatever the unknown
// may be needs nothing more.  So an amount is a reason only where it is used, not because some law has it.
//
//   disposable income: unknown -> amount.aid: unknown -> rule R applies, its value reads l.norm -> no value: a reason

#include <set>
#include <string>

#include "engine/evaluation.hpp"
#include "model/path.hpp"
#include "samenloop/notice.hpp"

namespace samenloop::engine {

/// One number, word, day or list; not a range, and not unknown.
bool is_exact(const Value& v);

struct Lacking {
    std::set<Slot> amounts;
    std::set<model::Path> facts;
    std::set<Index> unmodelled;
    std::set<Slot> undefined;  // items that no rule in force defines here

    bool empty() const { return amounts.empty() && facts.empty() && unmodelled.empty() && undefined.empty(); }
    /// Something else than facts that nobody gave.
    bool beyond_facts() const { return !amounts.empty() || !unmodelled.empty() || !undefined.empty(); }
    void add(const Lacking& more);
};

/// How far down: only where a value is not exact; the same, up to the first that no fact would settle; or through all
/// that is used.
enum class Depth : std::uint8_t { unknown, beyond_facts, all };

class Unknowns {
  public:
    explicit Unknowns(const Evaluation& e, Depth depth = Depth::unknown) : e_(e), depth_(depth) {}

    /// Each goes down only where what it asks is not exact.
    void expression(const Expression& x);
    void slot(Slot s, const std::string& field = {});
    /// Whether the rule applies, whether its effects stand, and their amounts.
    void rule(Index r);
    /// All that income is made of: its expression, the schemes and charges that count, what is taken, what is reached.
    void income();
    void outcome(Index o);

    const Lacking& found() const { return found_; }
    /// The rules that were met on the way and apply, or may apply.
    std::vector<Index> rules() const;

  private:
    bool stops(const Value& v) const { return depth_ != Depth::all && is_exact(v); }
    bool has_enough() const { return depth_ == Depth::beyond_facts && found_.beyond_facts(); }
    void read(const std::optional<Expression>& x, Index r, std::size_t instance);
    void list_of(Index r, const Expression& x);
    void object(Index o);
    bool is_decided_by_nobody(Index o) const;
    void effects(Index r);
    void whole(const Expression& x);
    void fact(Slot s, const std::string& field);

    const Evaluation& e_;
    Depth depth_;
    std::set<std::pair<Slot, std::string>> seen_;
    std::set<Index> rules_;
    std::set<Index> outcomes_;
    Lacking found_;
};

/// The day up to which the rule counts as known: that on which it was read, and the months of the norm
/// `knowledge.months`; nothing when the rule base does not say when it was read.
std::optional<Date> known_up_to(const RuleBase& base, const Rule& rule);
/// Rules that apply or may apply, of which the text was not read up to the day.
std::vector<Index> unread_rules(const Evaluation& e);

}  // namespace samenloop::engine
