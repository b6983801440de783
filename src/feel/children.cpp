#include "../base/overloaded.hpp"
#include "builder.hpp"

namespace samenloop::feel {

std::vector<NodeId> children(const SyntaxNode& node) {
    using Ids = std::vector<NodeId>;
    return std::visit(
        base::overloaded{
            [](const node::Constant&) { return Ids{}; },
            [](const node::SlotRead&) { return Ids{}; },
            [](const node::LocalRead&) { return Ids{}; },
            [](const node::Field& n) { return Ids{n.of}; },
            [](const node::Index& n) { return Ids{n.list, n.at}; },
            [](const node::Filter& n) { return Ids{n.list, n.condition}; },
            [](const node::Negate& n) { return Ids{n.of}; },
            [](const node::Not& n) { return Ids{n.of}; },
            [](const node::Compute& n) { return Ids{n.left, n.right}; },
            [](const node::Compare& n) { return Ids{n.left, n.right}; },
            [](const node::Between& n) { return Ids{n.value, n.low, n.high}; },
            [](const node::Membership& n) {
                Ids ids{n.value};
                for (const auto& test : n.tests) {
                    ids.push_back(test.a);
                    if (test.sort == node::Membership::Sort::range) ids.push_back(test.b);
                }
                return ids;
            },
            [](const node::Logic& n) { return n.operands; },
            [](const node::If& n) { return Ids{n.condition, n.yes, n.no}; },
            [](const node::Quantifier& n) { return Ids{n.list, n.condition}; },
            [](const node::Call& n) { return n.arguments; },
            [](const node::Given& n) { return Ids{n.of}; },
            [](const node::MakeList& n) { return n.items; },
        },
        node);
}

}  // namespace samenloop::feel
