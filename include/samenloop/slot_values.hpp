#pragma once
// The values of all items, one a slot, to be read: from a plain vector, or from one whose copies share pages.

#include "samenloop/paged.hpp"
#include "samenloop/value.hpp"

namespace samenloop {

/// A view: what it looks at must outlive it.
class SlotValues {
  public:
    SlotValues() = default;
    SlotValues(std::span<const Value> flat) : flat_(flat) {}     // NOLINT(google-explicit-constructor)
    SlotValues(const std::vector<Value>& flat) : flat_(flat) {}  // NOLINT(google-explicit-constructor)
    SlotValues(const Paged<Value>& pages) : pages_(&pages) {}    // NOLINT(google-explicit-constructor)

    std::size_t size() const { return pages_ != nullptr ? pages_->size() : flat_.size(); }
    const Value& operator[](std::size_t slot) const { return pages_ != nullptr ? (*pages_)[slot] : flat_[slot]; }
    /// As a vector of its own, which may be written.
    Paged<Value> pages() const { return pages_ != nullptr ? *pages_ : Paged<Value>(flat_); }

  private:
    std::span<const Value> flat_;
    const Paged<Value>* pages_ = nullptr;
};

}  // namespace samenloop
