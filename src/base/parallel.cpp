#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace samenloop::base {

void in_parallel(std::size_t n, function_ref<void(std::size_t)> work) {
    std::vector<std::exception_ptr> thrown(n);
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (auto i = next++; i < n; i = next++) try {
                work(i);
            } catch (...) {
                thrown[i] = std::current_exception();
            }
    };
    {
        std::vector<std::jthread> others;
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        for (std::size_t k = 1; k < std::min(cores, n); ++k) others.emplace_back(take);
        take();
    }
    for (const auto& problem : thrown)
        if (problem) std::rethrow_exception(problem);
}

}  // namespace samenloop::base
