#include "engine/income_profile.hpp"

#include <algorithm>
#include <utility>

#include "engine/disposable.hpp"
#include "engine/traps.hpp"
#include "feel/work.hpp"

namespace samenloop::engine {
namespace {

/// A piece with what D is made of at both of its ends.
struct Known {
    Decimal low;
    Decimal high;
    Value disposable;
    std::vector<Value> amounts;  // schemes and charges
    std::optional<Snapshot> first;
    std::optional<Snapshot> last;
    std::size_t step = 0;
};

class Surveyor {
  public:
    Surveyor(const Evaluation& e, const model::Path& over, CurveSpan span)
        : e_(e), over_(over), span_(std::move(span)) {
        const auto& unit = model::type_at(e.base(), over).unit;
        course_.over = over;
        course_.money = unit.starts_with("eur");
        course_.yearly = unit == "eur/month" ? Decimal(12) : Decimal(1);
    }

    IncomeProfile run() && {
        walk();
        course_.earned = over_.element == 0 && e_.base().items[over_.slot].earnings && brings_income();
        for (std::size_t i = 0; i < pieces_.size();) {
            std::size_t end = i + 1;
            while (span_.step && end < pieces_.size() && pieces_[end].step == pieces_[i].step) ++end;
            course_.stretches.push_back(stretch(pieces_[i], pieces_[end - 1]));
            i = end;
        }
        for (const auto& p : pieces_) course_.pieces.push_back({p.low, p.high, p.disposable, parts(p.first, p.last)});
        jumps();
        if (course_.earned) traps();
        return std::move(course_);
    }

  private:
    void walk() {
        std::size_t step = 0;
        for (auto start = span_.from; start < span_.to;) {
            const auto end = span_.step ? std::min(start + *span_.step, span_.to) : span_.to;
            for (; start < end; start = pieces_.back().high) {
                if (pieces_.size() == max_pieces) {
                    course_.cut_off = true;
                    return;
                }
                add_piece(start, end, step);
            }
            ++step;
        }
    }

    void add_piece(const Decimal& start, const Decimal& end, std::size_t step) {
        Piece piece{start, end};
        const auto e = on_piece(e_, over_, piece);
        auto d = disposable(e);
        auto first = snapshot(e, start);
        auto last = snapshot(e, piece.high);
        Known known{start, piece.high, std::move(d), amounts_in(e), std::move(first), std::move(last), step};
        if (!pieces_.empty() && goes_on(pieces_.back(), known)) {
            pieces_.back().high = known.high;
            pieces_.back().last = std::move(known.last);
        } else {
            pieces_.push_back(std::move(known));
        }
    }

    static std::vector<Value> amounts_in(const Evaluation& e) {
        std::vector<Value> all;
        for (const auto& s : e.base().schemes)
            if (s.disposable) all.push_back(e.values[s.sum]);
        for (const auto& c : e.base().charges)
            if (c.disposable) all.push_back(e.values[c.slot]);
        return all;
    }

    /// A breakpoint of something that moves no money, or a bend whose two sides are one formula, is none to a reader.
    static bool goes_on(const Known& a, const Known& b) {
        return a.step == b.step && a.first.has_value() == b.first.has_value() && a.disposable == b.disposable &&
               a.amounts == b.amounts;
    }

    bool brings_income() const {
        return std::ranges::any_of(
            pieces_, [](const Known& p) { return p.first && p.last && p.last->income > p.first->income; });
    }

    std::vector<Part> parts(const std::optional<Snapshot>& from, const std::optional<Snapshot>& to) const {
        return from && to ? decomposition(*e_.program, *from, *to) : std::vector<Part>{};
    }

    Stretch stretch(const Known& first, const Known& last) const {
        Stretch s{first.low, last.high, {}, {}, {}, parts(first.first, last.last)};
        if (first.first) s.before = first.first->disposable;
        if (last.last) s.after = last.last->disposable;
        if (!s.before || !s.after || !course_.money) return s;
        const auto added = (s.high - s.low) * course_.yearly;
        const auto gained = (*s.after - *s.before) * Decimal(100) / added;
        s.rate = ((course_.earned ? Decimal(100) : Decimal(0)) - gained).rounded(rate_digits);
        return s;
    }

    std::optional<Snapshot> point(const Decimal& x) const {
        return snapshot(vary(e_, {{}, {}, {{over_.slot, model::replaced(e_.facts, over_, x)}}}), x);
    }

    void jump(const Decimal& x, const std::optional<Snapshot>& before, const std::optional<Snapshot>& after) {
        if (!before || !after) return;
        const auto d = after->disposable - before->disposable;
        if (d < least_jump && -d < least_jump) return;
        course_.jumps.push_back({x, before->disposable, after->disposable, parts(before, after)});
    }

    void jumps() {
        if (pieces_.empty()) return;
        jump(span_.from, point(span_.from), pieces_.front().first);
        for (std::size_t i = 0; i + 1 < pieces_.size(); ++i)
            jump(pieces_[i].high, pieces_[i].last, pieces_[i + 1].first);
        if (!course_.cut_off) jump(span_.to, pieces_.back().last, point(span_.to));
    }

    void traps() {
        std::vector<LevelPiece> levels;
        for (const auto& p : pieces_) levels.push_back({p.low, p.high, p.disposable});
        const auto start = point(span_.from);
        course_.traps = find_traps(levels, start ? std::optional(start->disposable) : std::nullopt);
        for (auto& trap : course_.traps) trap.parts = parts(left_of(trap.from), left_of(trap.to));
    }

    /// What D is made of just below x; inside a piece by evaluating there.
    std::optional<Snapshot> left_of(const Decimal& x) const {
        for (const auto& p : pieces_)
            if (p.high == x) return p.last;
        return point(x);
    }

    static inline const Decimal least_jump = 1;  // a euro a year; brackets of a tariff do not close to the cent
    static constexpr int rate_digits = 12;       // beyond is dust of dividing by twelve and back

    const Evaluation& e_;
    model::Path over_;
    CurveSpan span_;
    std::vector<Known> pieces_;
    IncomeProfile course_;
};

}  // namespace

IncomeProfile income_profile(const Evaluation& e, const model::Path& over, const CurveSpan& span) {
    const feel::work::Limit limit;
    return Surveyor(e, over, span).run();
}

}  // namespace samenloop::engine
