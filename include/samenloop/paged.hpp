#pragma once
// A vector whose copies share what they have in common.  A what-if differs from what it starts from in a few of a
// thousand values: its copy takes the pages over, and copies a page when something on it is written.

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace samenloop {

template <class T>
class Paged {
  public:
    Paged() = default;
    explicit Paged(std::size_t size) { assign(size); }
    Paged(std::span<const T> flat) : Paged(flat.size()) {  // NOLINT(google-explicit-constructor)
        for (std::size_t i = 0; i < flat.size(); ++i) edit(i) = flat[i];
    }
    Paged(const std::vector<T>& flat) : Paged(std::span(flat)) {}  // NOLINT(google-explicit-constructor)

    /// So many elements, each as T makes it.
    void assign(std::size_t size) {
        size_ = size;
        pages_.clear();
        for (std::size_t i = 0; i < size; i += page_size) pages_.push_back(std::make_shared<Page>());
    }

    std::size_t size() const { return size_; }
    const T& operator[](std::size_t i) const { return (*pages_[i / page_size])[i % page_size]; }
    /// The element, to be written: what other copies see stays as it is.
    T& edit(std::size_t i) {
        auto& page = pages_[i / page_size];
        if (page.use_count() > 1) page = std::make_shared<Page>(*page);
        else std::atomic_thread_fence(std::memory_order_acquire);  // whoever shared it has read all it wanted
        return (*page)[i % page_size];
    }
    /// Writes only what differs, so that pages stay shared.
    void set(std::size_t i, T value) {
        if (!((*this)[i] == value)) edit(i) = std::move(value);
    }

    /// Calls f(i) for every element that differs from that of another one of the same size.
    template <class F>
    void each_difference(const Paged& o, F f) const {
        for (std::size_t p = 0; p < pages_.size(); ++p) {
            if (pages_[p] == o.pages_[p]) continue;
            for (auto i = p * page_size; i < std::min(size_, (p + 1) * page_size); ++i)
                if (!((*this)[i] == o[i])) f(i);
        }
    }

    bool operator==(const Paged& o) const {
        return size_ == o.size_ &&
               std::ranges::equal(pages_, o.pages_, [](const auto& a, const auto& b) { return a == b || *a == *b; });
    }

  private:
    static constexpr std::size_t page_size = 16;
    using Page = std::array<T, page_size>;

    std::size_t size_ = 0;
    std::vector<std::shared_ptr<Page>> pages_;
};

}  // namespace samenloop
