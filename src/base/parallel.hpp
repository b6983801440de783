#pragma once
// Independent pieces of work on all cores.  Which thread does which is left open, so a piece may share nothing with
// another that changes; then the outcome is the same for any number of threads.

#include <cstddef>

#include "base/function_ref.hpp"

namespace samenloop::base {

/// Calls work(0) … work(n - 1), one after another where the caller is itself one of several that work side by side, or
/// was told to take one thread.  Of what is thrown the one with the lowest number is thrown again, after all have
/// ended.
void in_parallel(std::size_t n, function_ref<void(std::size_t)> work);

/// How many threads take n pieces: at most `threads`, or one a core where that is 0.
std::size_t workers(std::size_t n, std::size_t threads = 0);

/// The same, with the number of the thread that does it, below `workers(n, threads)`, before that of the piece: for
/// what a thread keeps from one piece to the next.
void in_parallel(std::size_t n, std::size_t threads, function_ref<void(std::size_t, std::size_t)> work);

}  // namespace samenloop::base
