#include "graph/dual.hpp"

#include <algorithm>
#include <optional>

namespace samenloop::graph {
namespace {

bool contains(const Steps& larger, const Steps& smaller) { return std::ranges::includes(larger, smaller); }

bool meets(const Steps& a, const Steps& b) {
    return std::ranges::any_of(a, [&](auto x) { return std::ranges::binary_search(b, x); });
}

void by_size(std::vector<Steps>& all) {
    std::ranges::sort(
        all, [](const Steps& a, const Steps& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
}

/// A smallest set that hits every block and contains no known way out; sizes are tried one after the other, and never
/// smaller than the last one found, as more blocks only make it larger.
class Hitting {
  public:
    Hitting(const std::vector<Steps>& blocks, const std::vector<Steps>& ways_out, std::size_t budget)
        : blocks_(blocks), ways_out_(ways_out), budget_(budget) {}

    std::optional<Steps> next() {
        for (;; ++size_) {
            too_small_ = false;
            Steps chosen;
            Steps barred;
            if (search(chosen, barred)) return chosen;
            if (!too_small_ || out_of_budget()) return std::nullopt;
        }
    }

    bool out_of_budget() const { return searched_ > budget_; }

  private:
    bool search(Steps& chosen, Steps& barred) {
        if (++searched_ > budget_) return false;
        if (std::ranges::any_of(ways_out_, [&](const Steps& w) { return contains(chosen, w); })) return false;
        const auto open = std::ranges::find_if(blocks_, [&](const Steps& b) { return !meets(b, chosen); });
        if (open == blocks_.end()) return true;
        if (chosen.size() == size_) {
            too_small_ = true;
            return false;
        }
        const auto before = barred;
        for (const auto step : *open) {
            if (std::ranges::binary_search(barred, step)) continue;
            auto with = chosen;
            with.insert(std::ranges::upper_bound(with, step), step);
            if (search(with, barred)) {
                chosen = std::move(with);
                return true;
            }
            barred.insert(std::ranges::upper_bound(barred, step), step);
        }
        barred = before;
        return false;
    }

    const std::vector<Steps>& blocks_;
    const std::vector<Steps>& ways_out_;
    std::size_t budget_;
    std::size_t searched_ = 0;
    std::size_t size_ = 0;
    bool too_small_ = false;
};

class Search {
  public:
    Search(std::uint32_t n, base::function_ref<bool(const std::vector<bool>&)> frees, const DualLimits& limits)
        : n_(n), frees_(frees), limits_(limits) {}

    Dual run() {
        Hitting hitting(found_.blocks, found_.ways_out, limits_.searched);
        while (auto steps = hitting.next()) {
            if (free(*steps)) found_.ways_out.push_back(std::move(*steps));
            else found_.blocks.push_back(block_beside(*steps));
            if (found_.ways_out.size() + found_.blocks.size() >= limits_.sets) return stop(CutOff::sets);
            if (found_.asked >= limits_.questions) return stop(CutOff::questions);
        }
        return stop(hitting.out_of_budget() ? CutOff::searched : CutOff::nothing);
    }

  private:
    Dual stop(CutOff why) {
        found_.cut_off = why;
        by_size(found_.ways_out);
        by_size(found_.blocks);
        return std::move(found_);
    }

    bool free(const Steps& steps) {
        ++found_.asked;
        std::vector<bool> taken(n_, false);
        for (const auto s : steps) taken[s] = true;
        return frees_(taken);
    }

    /// All that is not in a largest set around these steps that does not free the goal.
    Steps block_beside(const Steps& steps) {
        std::vector<bool> taken(n_, false);
        for (const auto s : steps) taken[s] = true;
        Steps block;
        for (std::uint32_t s = 0; s < n_; ++s) {
            if (taken[s]) continue;
            taken[s] = true;
            ++found_.asked;
            if (frees_(taken)) {
                taken[s] = false;
                block.push_back(s);
            }
        }
        return block;
    }

    std::uint32_t n_;
    base::function_ref<bool(const std::vector<bool>&)> frees_;
    DualLimits limits_;
    Dual found_;
};

}  // namespace

Dual dual(std::uint32_t n, base::function_ref<bool(const std::vector<bool>&)> frees, const DualLimits& limits) {
    return Search(n, frees, limits).run();
}

}  // namespace samenloop::graph
