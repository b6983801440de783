#pragma once
// Independent pieces of work on all cores.  Which thread does which is left open, so a piece may share nothing with
// another that changes; then the outcome is the same for any number of threads.

#include <cstddef>

#include "base/function_ref.hpp"

namespace samenloop::base {

/// Calls work(0) … work(n - 1).  Of what is thrown the one with the lowest number is thrown again, after all have
/// ended.
void in_parallel(std::size_t n, function_ref<void(std::size_t)> work);

}  // namespace samenloop::base
