// What an expression reads, and the constants it compares that with.
//
// One forward pass gives every node its origin: kids[age < 12].amount comes from item kids, field amount; the bare
// `age` inside the filter from item kids, field age.  A node that consumes its operand reads the operand's origin;
// fields, filters, positions and quantifiers only look through it.

#include <algorithm>

#include "../base/overloaded.hpp"
#include "body.hpp"
#include "builder.hpp"

namespace samenloop::feel {
namespace {

using Body = Expression::Body;

Origin origin_of(const Body& body, const SyntaxNode& node) {
    using Sort = Origin::Sort;
    return std::visit(
        base::overloaded{
            [](const node::SlotRead& n) { return Origin{Sort::slot, n.slot, {}}; },
            [&](const node::LocalRead& n) { return n.bound ? body.origins[n.list] : Origin{Sort::local, n.index, {}}; },
            [&](const node::Field& n) {
                auto origin = body.origins[n.of];
                if (origin.field.empty()) origin.field = n.name;
                return origin;
            },
            [&](const node::Filter& n) { return body.origins[n.list]; },
            [&](const node::Index& n) { return body.origins[n.list]; },
            [](const auto&) { return Origin{}; },
        },
        node);
}

/// The child that is only looked through; a quantifier whose variable is never read still reads its list.
std::optional<NodeId> looked_through(const SyntaxNode& node, const std::vector<bool>& ranged_over) {
    return std::visit(
        base::overloaded{
            [](const node::Field& n) -> std::optional<NodeId> { return n.of; },
            [](const node::Filter& n) -> std::optional<NodeId> { return n.list; },
            [](const node::Index& n) -> std::optional<NodeId> { return n.list; },
            [&](const node::Quantifier& n) -> std::optional<NodeId> {
                return ranged_over[n.list] ? std::optional(n.list) : std::nullopt;
            },
            [](const auto&) -> std::optional<NodeId> { return std::nullopt; },
        },
        node);
}

void sort_unique(auto& items) {
    std::ranges::sort(items);
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

void add_read(Body& body, NodeId id) {
    const auto& origin = body.origins[id];
    if (origin.sort == Origin::Sort::slot) body.reads.push_back({origin.index, origin.field});
    if (origin.sort == Origin::Sort::local) body.local_reads.push_back({origin.index, origin.field});
}

class Borders {
  public:
    Borders(const Body& body, const Origin& of) : body_(body), of_(of) {}

    std::vector<Value> collect() && {
        for (const auto& node : body_.nodes) {
            if (const auto* compare = std::get_if<node::Compare>(&node)) {
                pair(compare->left, compare->right);
                pair(compare->right, compare->left);
            } else if (const auto* between = std::get_if<node::Between>(&node)) {
                pair(between->value, between->low);
                pair(between->value, between->high);
            } else if (const auto* membership = std::get_if<node::Membership>(&node)) {
                tests(*membership);
            } else if (const auto* call = std::get_if<node::Call>(&node)) {
                if (call->function == Function::list_contains) pair(call->arguments[0], call->arguments[1]);
            }
        }
        return std::move(found_);
    }

  private:
    void pair(NodeId item, NodeId other) {
        if (body_.origins[item] == of_) constants(other);
    }
    void tests(const node::Membership& membership) {
        for (const auto& test : membership.tests) {
            pair(membership.value, test.a);
            if (test.sort == node::Membership::Sort::range) pair(membership.value, test.b);
            if (test.sort == node::Membership::Sort::list) pair(test.a, membership.value);
        }
    }
    void constants(NodeId id) {
        if (const auto* list = std::get_if<node::MakeList>(&body_.nodes[id]))
            for (const auto item : list->items) constants(item);
        const auto* constant = std::get_if<node::Constant>(&body_.nodes[id]);
        if (constant == nullptr || std::ranges::find(found_, constant->value) != found_.end()) return;
        found_.push_back(constant->value);
    }

    const Body& body_;
    const Origin& of_;
    std::vector<Value> found_;
};

}  // namespace

void analyse_reads(Body& body) {
    std::vector<bool> ranged_over(body.nodes.size());
    for (const auto& node : body.nodes) {
        body.origins.push_back(origin_of(body, node));
        const auto* local = std::get_if<node::LocalRead>(&node);
        if (local != nullptr && local->bound) ranged_over[local->list] = true;
    }
    for (const auto& node : body.nodes) {
        const auto skipped = looked_through(node, ranged_over);
        for (const auto child : children(node))
            if (child != skipped) add_read(body, child);
    }
    if (!body.empty()) add_read(body, body.root());
    sort_unique(body.reads);
    sort_unique(body.local_reads);
}

}  // namespace samenloop::feel

namespace samenloop {

std::vector<Value> Expression::borders(const Read& of) const {
    return feel::Borders(*body_, {feel::Origin::Sort::slot, of.slot, of.field}).collect();
}

std::vector<Value> Expression::local_borders(const LocalRead& of) const {
    return feel::Borders(*body_, {feel::Origin::Sort::local, of.local, of.field}).collect();
}

}  // namespace samenloop
