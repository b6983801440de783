#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

#include "base/restore.hpp"

namespace samenloop::base {
namespace {

/// This thread is one of several, or the only one that may be: what it starts runs in it.
bool& alone() {
    thread_local bool here = false;
    return here;
}

}  // namespace

std::size_t workers(std::size_t n, std::size_t threads) {
    const std::size_t most = threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
    return std::min(most, n);
}

void in_parallel(std::size_t n, std::size_t threads, function_ref<void(std::size_t, std::size_t)> work) {
    std::vector<std::exception_ptr> thrown(n);
    std::atomic<std::size_t> next = 0;
    const auto count = alone() ? std::min<std::size_t>(n, 1) : workers(n, threads);
    const auto take = [&](std::size_t worker) {
        const Restore<bool> around(alone());
        alone() = alone() || count > 1 || threads == 1;
        for (auto i = next++; i < n; i = next++) try {
                work(worker, i);
            } catch (...) {
                thrown[i] = std::current_exception();
            }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t k = 1; k < count; ++k) others.emplace_back(take, k);
        take(0);
    }
    for (const auto& problem : thrown)
        if (problem) std::rethrow_exception(problem);
}

void in_parallel(std::size_t n, function_ref<void(std::size_t)> work) {
    in_parallel(n, 0, [&](std::size_t, std::size_t i) { work(i); });
}

}  // namespace samenloop::base
