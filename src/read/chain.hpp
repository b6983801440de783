#pragma once
// The events of a situation, one after the other.  An event says what its item was before its day (`from`) and is from
// then on (`to`).  So the events of one item hang together: what one leaves is what the next one finds.  The fact that
// a situation gives is the value of its own day and stands between them: after the last event up to that day, before
// the next one.  Where no fact stands beside them, the events tell it.

#include "read/names.hpp"
#include "read/problems.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::read {

class Chain {
  public:
    /// `given` holds the facts that were written, with their places.
    Chain(const RuleBase& rules, Situation& situation, const Names& given, Problems& problems)
        : rules_(rules), situation_(situation), given_(given), problems_(problems) {}

    /// The value on the situation's day of each item that only events tell of.
    void tell_facts();
    /// What contradicts is a problem at the event; what one place leaves open and another one tells is filled in.
    void close();

  private:
    void tell_fact(Slot slot);
    void forward(Slot slot);
    void back(Slot slot);
    void carry();
    void check_days();
    void check_since();
    bool is_there(const Event& event, const std::vector<Value>& facts);
    const Event* neighbour(const Event& event, bool finds) const;
    /// What stands at the place of the event, and what the event says of it, as one; a problem if they differ.
    Value joined(const Event& event, const Value& there, const Value& said, bool finds);
    void tell_difference(const Event& event, const Value& there, const Value& said, bool finds);

    const RuleBase& rules_;
    Situation& situation_;
    const Names& given_;
    Problems& problems_;
};

/// Does neither say otherwise than the other one?  What is unknown agrees with everything.
bool agree(const Value& a, const Value& b);
/// What either of two values that agree tells.
Value both(const Value& a, const Value& b);
/// A list after a change: an element that agrees with one of before is that one, and keeps what is not told anew.
Value carried(const Value& before, const Value& after);

}  // namespace samenloop::read
