#pragma once
// A place that gets its value back at the end of a block, however the block ends.

#include <utility>

namespace samenloop::base {

template <class T>
class Restore {
  public:
    explicit Restore(T& place) : place_(place), before_(place) {}
    ~Restore() { place_ = std::move(before_); }
    Restore(const Restore&) = delete;
    Restore& operator=(const Restore&) = delete;
    Restore(Restore&&) = delete;
    Restore& operator=(Restore&&) = delete;

    /// What it will be again; may be changed.
    T& before() { return before_; }

  private:
    T& place_;
    T before_;
};

}  // namespace samenloop::base
