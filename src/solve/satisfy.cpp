#include "solve/satisfy.hpp"

#include <algorithm>
#include <utility>

namespace samenloop::solve {
namespace {

/// The cells with those values first.
std::vector<Axis> in_order_of(std::vector<Axis> axes, const Facts& first) {
    for (const auto& [slot, value] : first) {
        const auto axis = std::ranges::find(axes, slot, &Axis::slot);
        if (axis == axes.end()) continue;
        const auto cell = std::ranges::find(axis->cells, value, &Cell::inside);
        if (cell != axis->cells.end()) std::rotate(axis->cells.begin(), cell, cell + 1);
    }
    return axes;
}

class Search {
  public:
    Search(const std::vector<Axis>& axes, Question question, std::size_t budget, const Facts& like)
        : ordinary_(axes), axes_(in_order_of(axes, like)), question_(question), budget_(budget) {}

    Answer run(Aim aim) {
        if (aim == Aim::witness)
            for (const std::size_t deviations : {1U, 2U, 3U})
                if (round(deviations, asked_ + budget_ / 5)) return finish(aim);
        round(unlimited, budget_);
        return finish(aim);
    }

  private:
    static constexpr std::size_t unlimited = 1'000'000;

    /// True when it decided: found a witness, or left nothing out and refuted all.
    bool round(std::size_t deviations, std::size_t limit) {
        limit_ = limit;
        proving_ = deviations == unlimited;
        refuted_ = true;
        boxes_.clear();
        inside_.clear();
        settled_.clear();
        const bool found = open(ask(boxes_), deviations);
        if (found) answer_.verdict = SearchResult::witness;
        else if (refuted_) answer_.verdict = SearchResult::unsatisfiable;
        return found || refuted_;
    }

    Answer finish(Aim aim) {
        if (aim == Aim::witness && answer_.verdict == SearchResult::witness) {
            make_ordinary();
            drop_what_is_not_needed();
        }
        answer_.asked = asked_;
        return std::move(answer_);
    }

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
    bool open(const Reply& reply, std::size_t deviations) {
        if (reply.truth == Truth::no) return refuted(reply);
        if (reply.truth == Truth::yes) return holds_inside();
        if (!proving_ && settle_on_points(reply)) return open(ask(boxes_), deviations);
        const auto* axis = next(reply);
        if (axis != nullptr) return split(*axis, deviations);
        return inside_differs() ? holds_inside() : give_up();
    }

    /// Notes what it rests on; a value that was taken out of its box is not all of the box.
    bool refuted(const Reply& reply) {
        conflict_ = reply.because;
        if (!conflict_) return false;
        for (std::size_t i = 0; i < boxes_.size(); ++i)
            if (settled_[i] && std::ranges::count(*conflict_, boxes_[i].first) > 0) return give_up();
        return false;
    }

    /// Every cell but the first is a deviation.
    bool split(const Axis& axis, std::size_t deviations) {
        Conflict together = std::vector<Slot>();
        for (const auto& cell : axis.cells) {
            const bool first = &cell == &axis.cells.front();
            if (asked_ >= limit_ || (!first && deviations == 0)) return give_up();
            boxes_.emplace_back(axis.slot, cell.box);
            inside_.emplace_back(axis.slot, cell.inside);
            settled_.push_back(false);
            if (open(ask(boxes_), first ? deviations : deviations - 1)) return true;
            boxes_.pop_back();
            inside_.pop_back();
            settled_.pop_back();
            if (conflict_ && std::ranges::count(*conflict_, axis.slot) == 0) return false;
            add(conflict_, axis.slot, together);
        }
        if (!axis.covers) return give_up();
        conflict_ = std::move(together);
        return false;
    }

    using Conflict = std::optional<std::vector<Slot>>;

    static void add(const Conflict& of_cell, Slot axis, Conflict& together) {
        if (!of_cell) together.reset();
        if (!together) return;
        for (const auto s : *of_cell)
            if (s != axis && std::ranges::count(*together, s) == 0) together->push_back(s);
    }

    /// While witnesses are sought and not proofs: a box that does not decide what waits for it becomes the value inside
    /// it.
    bool settle_on_points(const Reply& reply) {
        bool any = false;
        for (std::size_t i = 0; i < boxes_.size(); ++i)
            if (!(boxes_[i] == inside_[i]) && std::ranges::count(reply.waits_for, boxes_[i].first) > 0) {
                boxes_[i] = inside_[i];
                settled_[i] = any = true;
            }
        if (any) refuted_ = false;
        return any;
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
        conflict_.reset();
        return false;
    }

    void make_ordinary() {
        for (auto& [slot, value] : answer_.facts) {
            const auto axis = std::ranges::find(ordinary_, slot, &Axis::slot);
            if (axis == ordinary_.end() || axis->cells.front().inside == value) continue;
            const auto unusual = std::exchange(value, axis->cells.front().inside);
            if (ask(answer_.facts).truth != Truth::yes) value = unusual;
        }
    }

    void drop_what_is_not_needed() {
        auto& facts = answer_.facts;
        for (std::size_t i = facts.size(); i-- > 0;) {
            auto fewer = facts;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (ask(fewer).truth == Truth::yes) facts = std::move(fewer);
        }
    }

    const std::vector<Axis>& ordinary_;  // the cells in order of likelihood
    std::vector<Axis> axes_;             // in the order of this search
    Question question_;
    std::size_t budget_;
    std::size_t limit_ = 0;  // of this round
    std::size_t asked_ = 0;
    bool proving_ = false;
    bool refuted_ = true;  // and nothing was left out or given up
    Facts boxes_;
    Facts inside_;
    std::vector<bool> settled_;  // one a box: it is the value inside by now
    Conflict conflict_;          // what the last refutation rests on; not known: perhaps all
    Answer answer_;
};

}  // namespace

Answer satisfy(const std::vector<Axis>& axes, Question question, Aim aim, std::size_t budget, const Facts& like) {
    return Search(axes, question, budget, like).run(aim);
}

}  // namespace samenloop::solve
