#include "engine/traps.hpp"

#include <algorithm>
#include <utility>

#include "feel/polynomial.hpp"

namespace samenloop::engine {
namespace {

/// Below this two levels are equal: divisions by twelve leave dust.
bool above(const Decimal& a, const Decimal& b) {
    static const auto dust = *Decimal::parse("0.000000001");
    return a > b + dust;
}

Polynomial as_polynomial(const Value& v) {
    if (const auto* p = v.get<std::shared_ptr<const Polynomial>>()) return **p;
    return feel::polynomial::constant(*v.get<Decimal>());
}

/// The ends of the parts of a piece on which it rises or falls throughout.
std::vector<Decimal> turns(const Polynomial& p, const Decimal& low, const Decimal& high) {
    Polynomial derivative{{}, nullptr};
    for (std::size_t k = 1; k < p.c.size(); ++k) derivative.c.push_back(p.c[k] * Decimal(static_cast<std::int64_t>(k)));
    std::vector<Decimal> ends{low};
    std::ranges::copy(feel::polynomial::roots(derivative, low, high), std::back_inserter(ends));
    ends.push_back(high);
    return ends;
}

/// Keeps the highest level so far; open_ is the trap that has begun and not ended.
class Search {
  public:
    explicit Search(std::optional<Decimal> at_start) : highest_(std::move(at_start)) {}

    void piece(const LevelPiece& piece) {
        if (!at(piece.level, piece.low)) {
            end(piece.low, false);
            highest_.reset();
            return;
        }
        const auto p = as_polynomial(piece.level);
        const auto ends = turns(p, piece.low, piece.high);
        for (std::size_t i = 0; i + 1 < ends.size(); ++i) part(p, ends[i], ends[i + 1]);
    }

    std::vector<Trap> finish(const Decimal& x) && {
        end(x, false);
        return std::move(found_);
    }

  private:
    void part(const Polynomial& p, const Decimal& low, const Decimal& high) {
        const auto first = feel::polynomial::at(p, low);
        const auto last = feel::polynomial::at(p, high);
        if (!highest_ || above(first, *highest_)) {
            end(low, true);
            highest_ = first;
        }
        if (above(last, *highest_)) {
            if (above(*highest_, first)) begin(low, first);
            end(crossing(p, low, high), true);
            highest_ = last;
        } else {
            begin(low, std::min(first, last));
        }
    }

    /// Where a rising part reaches the highest level.
    Decimal crossing(const Polynomial& p, const Decimal& low, const Decimal& high) const {
        const auto found =
            feel::polynomial::roots(feel::polynomial::add(p, feel::polynomial::constant(-*highest_)), low, high);
        return found.empty() ? low : found.front();
    }

    void begin(const Decimal& x, const Decimal& level) {
        if (!open_) open_ = Trap{x, x, *highest_, level, false, {}};
        open_->lowest = std::min(open_->lowest, level);
    }

    void end(const Decimal& x, bool ended) {
        static const auto cent = Decimal(1) / Decimal(100);
        if (!open_) return;
        open_->to = x;
        open_->ended = ended;
        if (x - open_->from >= cent) found_.push_back(*open_);
        open_.reset();
    }

    std::vector<Trap> found_;
    std::optional<Trap> open_;
    std::optional<Decimal> highest_;
};

}  // namespace

std::vector<Trap> find_traps(const std::vector<LevelPiece>& pieces, std::optional<Decimal> at_start) {
    Search search(std::move(at_start));
    for (const auto& p : pieces) search.piece(p);
    return pieces.empty() ? std::vector<Trap>{} : std::move(search).finish(pieces.back().high);
}

}  // namespace samenloop::engine
