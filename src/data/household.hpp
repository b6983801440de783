#pragma once
// What one household has to do with: the bodies that act in a rule that applies or may apply to it, and what these
// rules read.

#include <map>
#include <set>
#include <string>

#include "data/view.hpp"

namespace samenloop::data {

class Household {
  public:
    explicit Household(const engine::Evaluation& e);

    /// The body (a kind) acts here, and its rules need the item.
    bool needs(std::string_view body, Slot item) const;
    bool deals_with(const DataRow& row) const;

  private:
    std::map<std::string, std::set<Slot>, std::less<>> needed_;
};

}  // namespace samenloop::data
