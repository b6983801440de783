#include "solve/satisfy.hpp"

#include <algorithm>

namespace samenloop {
namespace {

class Search {
  public:
    Search(const std::vector<Axis>& axes, Question question, std::size_t budget)
        : axes_(axes), question_(question), budget_(budget) {}

    Answer run() {
        if (open(ask(boxes_))) answer_.verdict = Verdict::witness;
        else answer_.verdict = refuted_ ? Verdict::unsatisfiable : Verdict::gave_up;
        if (answer_.verdict == Verdict::witness) drop_what_is_not_needed();
        answer_.asked = asked_;
        return std::move(answer_);
    }

  private:
    Reply ask(const Facts& facts) {
        ++asked_;
        return question_(facts);
    }

    bool given(Slot slot) const {
        return std::ranges::any_of(boxes_, [&](const auto& f) { return f.first == slot; });
    }

    const Axis* next(const Reply& reply) const {
        for (const auto slot : reply.waits_for) {
            if (given(slot)) continue;
            const auto axis = std::ranges::find(axes_, slot, &Axis::slot);
            if (axis != axes_.end() && !axis->cells.empty()) return &*axis;
        }
        return nullptr;
    }

    /// True when a witness was found somewhere in the present box.
    bool open(const Reply& reply) {
        if (reply.truth == Truth::no) return false;
        if (reply.truth == Truth::yes) return holds_inside();
        const auto* axis = next(reply);
        if (axis != nullptr) return split(*axis);
        return inside_differs() ? holds_inside() : give_up();
    }

    bool split(const Axis& axis) {
        for (const auto& cell : axis.cells) {
            if (asked_ >= budget_) return give_up();
            boxes_.emplace_back(axis.slot, cell.box);
            inside_.emplace_back(axis.slot, cell.inside);
            if (open(ask(boxes_))) return true;
            boxes_.pop_back();
            inside_.pop_back();
        }
        return axis.covers ? false : give_up();
    }

    bool inside_differs() const { return !(boxes_ == inside_); }

    /// Takes one value out of each box: what holds all over it, or perhaps only there.
    bool holds_inside() {
        if (inside_differs() && ask(inside_).truth != Truth::yes) return give_up();
        answer_.facts = inside_;
        return true;
    }

    bool give_up() {
        refuted_ = false;
        return false;
    }

    void drop_what_is_not_needed() {
        auto& facts = answer_.facts;
        for (std::size_t i = facts.size(); i-- > 0;) {
            auto fewer = facts;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (ask(fewer).truth == Truth::yes) facts = std::move(fewer);
        }
    }

    const std::vector<Axis>& axes_;
    Question question_;
    std::size_t budget_;
    std::size_t asked_ = 0;
    bool refuted_ = true;
    Facts boxes_;
    Facts inside_;
    Answer answer_;
};

}  // namespace

Answer satisfy(const std::vector<Axis>& axes, Question question, std::size_t budget) {
    return Search(axes, question, budget).run();
}

}  // namespace samenloop
