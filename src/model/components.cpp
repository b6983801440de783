#include "components.hpp"

#include <algorithm>
#include <map>
#include <queue>

namespace samenloop {
namespace {

class Tarjan {
  public:
    explicit Tarjan(const Needs& needs)
        : needs_(needs), number_(needs.size(), 0), low_(needs.size(), 0), open_(needs.size(), 0) {}

    std::vector<std::vector<std::uint32_t>> run() {
        for (std::uint32_t node = 0; node < needs_.size(); ++node)
            if (number_[node] == 0) walk(node);
        return std::move(found_);
    }

  private:
    struct Frame {
        std::uint32_t node;
        std::size_t edge;
    };

    void walk(std::uint32_t root) {
        enter(root);
        while (!frames_.empty()) {
            auto& frame = frames_.back();
            const auto node = frame.node;
            if (frame.edge < needs_[node].size()) {
                const auto target = needs_[node][frame.edge++];
                if (number_[target] == 0) enter(target);
                else if (open_[target] != 0) low_[node] = std::min(low_[node], number_[target]);
                continue;
            }
            frames_.pop_back();
            if (!frames_.empty()) low_[frames_.back().node] = std::min(low_[frames_.back().node], low_[node]);
            if (low_[node] == number_[node]) close(node);
        }
    }

    void enter(std::uint32_t node) {
        number_[node] = low_[node] = ++counter_;
        open_[node] = 1;
        stack_.push_back(node);
        frames_.push_back({node, 0});
    }

    void close(std::uint32_t root) {
        auto& component = found_.emplace_back();
        do {
            component.push_back(stack_.back());
            open_[stack_.back()] = 0;
            stack_.pop_back();
        } while (component.back() != root);
        std::ranges::sort(component);
    }

    const Needs& needs_;
    std::vector<std::uint32_t> number_;  // order of discovery, from 1; 0 = not seen
    std::vector<std::uint32_t> low_;     // smallest number reachable that is still open
    std::vector<char> open_;             // on stack_
    std::vector<std::uint32_t> stack_;
    std::vector<Frame> frames_;
    std::vector<std::vector<std::uint32_t>> found_;
    std::uint32_t counter_ = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> components(const Needs& needs) { return Tarjan(needs).run(); }

std::vector<std::uint32_t> circle_in(const Needs& needs, const std::vector<std::uint32_t>& component) {
    const auto start = component.front();
    if (component.size() == 1)
        return std::ranges::find(needs[start], start) == needs[start].end() ? std::vector<std::uint32_t>{} : component;
    std::map<std::uint32_t, std::uint32_t> came_from;
    std::queue<std::uint32_t> waiting;
    waiting.push(start);
    while (!waiting.empty()) {
        const auto node = waiting.front();
        waiting.pop();
        for (const auto next : needs[node]) {
            if (next == start) {
                std::vector<std::uint32_t> path{node};
                while (path.back() != start) path.push_back(came_from.at(path.back()));
                std::ranges::reverse(path);
                return path;
            }
            if (std::ranges::binary_search(component, next) && came_from.emplace(next, node).second) waiting.push(next);
        }
    }
    return {};
}

}  // namespace samenloop
