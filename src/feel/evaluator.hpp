#pragma once
// One evaluation of an expression.
//
// Logic is Kleene's: `unknown and false` is false.  Scalars are computed without allocation: `see` hands out items,
// constants and fields where they lie, and `each` walks the elements of filters and paths without building the lists.
// A filter whose condition is unknown for an element passes it on as uncertain, so that count, sum, min and max can
// tell the least and the most instead of giving up.

#include <array>

#include "../base/function_ref.hpp"
#include "body.hpp"
#include "work.hpp"

namespace samenloop::feel {

class Evaluator {
  public:
    Evaluator(const Expression::Body& body, const Environment& environment) : body_(body), environment_(environment) {
        work::add(meter_);
    }

    Value value(NodeId id);

  private:
    /// Called with an element and whether it surely belongs to the list; false stops.
    using Visitor = base::function_ref<bool(const Value&, bool)>;

    const Value& see(NodeId id, Value& room);
    const Value* place(NodeId id) const;
    Truth truth(NodeId id);
    bool each(NodeId list, Visitor visit);
    bool each_of_value(NodeId list, Visitor visit);

    Value of(const node::Field& n, NodeId id);
    Value of(const node::Index& n);
    Value of(const node::Compute& n);
    Value of(const node::If& n);
    Value of(const node::MakeList& n);
    Value of(const node::Call& n);
    Value materialise(NodeId list);
    Value nth(NodeId list, std::int64_t position);
    Truth of(const node::Compare& n);
    Truth of(const node::Between& n);
    Truth of(const node::Membership& n);
    Truth of(const node::Logic& n);
    Truth of(const node::Quantifier& n);
    Truth passes(const node::Membership::Test& test, const Value& v);
    Truth contains(NodeId list, const Value& v);

    Value count(NodeId list);
    Value sum(NodeId list);
    Value extreme(const node::Call& n);
    Value scalar(Function function, const Value& v);
    Value of_moving(Function function, const MovingDay& day);
    Value binary(Function function, const Value& a, const Value& b);

    const Expression::Body& body_;
    const Environment& environment_;
    work::Meter& meter_ = work::meter();
    std::array<const Value*, max_bound> bound_{};
};

}  // namespace samenloop::feel
