#include "combinations.hpp"

#include <algorithm>

#include "builder.hpp"

namespace samenloop::feel {
namespace {

constexpr std::uint64_t plenty = most_combinations * most_combinations;

std::uint64_t written_out(const SyntaxNode& node) {
    if (const auto* made = std::get_if<node::MakeList>(&node)) return made->items.size();
    const auto* constant = std::get_if<node::Constant>(&node);
    const auto* list = constant != nullptr ? constant->value.get<List>() : nullptr;
    return list != nullptr && list->elements ? list->elements->size() : 1;
}

}  // namespace

std::uint64_t combinations(const Expression::Body& body) {
    std::vector<std::uint64_t> asked;  // per node; children come before parents
    for (const auto& node : body.nodes) {
        std::uint64_t most = 1;
        for (const auto child : children(node)) most = std::max(most, asked[child]);
        const auto times = [&](NodeId list, NodeId condition) {
            most = std::max(most, std::min(plenty, written_out(body.nodes[list]) * asked[condition]));
        };
        if (const auto* q = std::get_if<node::Quantifier>(&node)) times(q->list, q->condition);
        if (const auto* f = std::get_if<node::Filter>(&node)) times(f->list, f->condition);
        asked.push_back(most);
    }
    return asked.empty() ? 1 : asked.back();
}

}  // namespace samenloop::feel
