#pragma once
// A set of small numbers that is emptied in no time: an element is in it if it carries the number of the round.

#include <algorithm>
#include <cstdint>
#include <vector>

namespace samenloop::base {

class Marks {
  public:
    /// Empty, with room for numbers below size.
    void begin(std::size_t size) {
        if (at_.size() < size) at_.resize(size, 0);
        if (++round_ == 0) {
            std::ranges::fill(at_, 0U);
            round_ = 1;
        }
    }
    bool has(std::size_t i) const { return at_[i] == round_; }
    /// False if it was in the set.
    bool insert(std::size_t i) {
        if (has(i)) return false;
        at_[i] = round_;
        return true;
    }

  private:
    std::vector<std::uint32_t> at_;
    std::uint32_t round_ = 0;
};

}  // namespace samenloop::base
