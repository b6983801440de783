#include "feel/rewrite.hpp"

#include <unordered_map>

#include "../base/overloaded.hpp"
#include "body.hpp"
#include "builder.hpp"

namespace samenloop::feel {
namespace {

using Body = Expression::Body;

/// Copies nodes from one body to another, children first, each once.
class Copy {
  public:
    Copy(const Body& from, Body& to) : from_(from), to_(to) { to_.environment_locals = from.environment_locals; }

    NodeId node(NodeId id) {
        if (const auto at = copied_.find(id); at != copied_.end()) return at->second;
        for (const auto child : children(from_.nodes[id])) node(child);
        auto copy = from_.nodes[id];
        renumber(copy);
        to_.nodes.push_back(std::move(copy));
        to_.types.push_back(from_.types[id]);
        return copied_[id] = to_.root();
    }

  private:
    void renumber(SyntaxNode& node) {
        const auto now = [&](NodeId& id) { id = copied_.at(id); };
        std::visit(
            base::overloaded{
                [](node::Constant&) {},
                [](node::SlotRead&) {},
                [&](node::LocalRead& n) {
                    if (n.bound) now(n.list);
                },
                [&](node::Field& n) { now(n.of); },
                [&](node::Index& n) { now(n.list), now(n.at); },
                [&](node::Filter& n) { now(n.list), now(n.condition); },
                [&](node::Negate& n) { now(n.of); },
                [&](node::Not& n) { now(n.of); },
                [&](node::Compute& n) { now(n.left), now(n.right); },
                [&](node::Compare& n) { now(n.left), now(n.right); },
                [&](node::Between& n) { now(n.value), now(n.low), now(n.high); },
                [&](node::Membership& n) {
                    now(n.value);
                    for (auto& test : n.tests) {
                        now(test.a);
                        if (test.sort == node::Membership::Sort::range) now(test.b);
                    }
                },
                [&](node::Logic& n) {
                    for (auto& id : n.operands) now(id);
                },
                [&](node::If& n) { now(n.condition), now(n.yes), now(n.no); },
                [&](node::Quantifier& n) { now(n.list), now(n.condition); },
                [&](node::Call& n) {
                    for (auto& id : n.arguments) now(id);
                },
                [&](node::Given& n) { now(n.of); },
                [&](node::MakeList& n) {
                    for (auto& id : n.items) now(id);
                },
            },
            node);
    }

    const Body& from_;
    Body& to_;
    std::unordered_map<NodeId, NodeId> copied_;
};

/// The operands of an outermost `and`, or the root alone.
std::vector<NodeId> parts(const Body& body) {
    const auto* logic = std::get_if<node::Logic>(&body.nodes.back());
    if (logic != nullptr && logic->op == Connective::conjunction) return logic->operands;
    return {body.root()};
}

/// What the operands of comparisons with a text of some place are called.
class Words {
  public:
    Words(Body& body, base::function_ref<bool(const Place&)> from,
          base::function_ref<const std::string*(const std::string&)> word)
        : body_(body), from_(from), word_(word) {}

    bool run() {
        for (const auto& node : std::vector(body_.nodes)) {
            if (const auto* compare = std::get_if<node::Compare>(&node)) {
                if (comes_from_there(compare->left)) rename(compare->right);
                if (comes_from_there(compare->right)) rename(compare->left);
            } else if (const auto* in = std::get_if<node::Membership>(&node);
                       in != nullptr && comes_from_there(in->value)) {
                for (const auto& test : in->tests) rename(test.a);
            }
        }
        return renamed_;
    }

  private:
    bool comes_from_there(NodeId id) const {
        const auto& origin = body_.origins[id];
        return origin.sort != Origin::Sort::none &&
               from_({origin.sort == Origin::Sort::local, origin.index, origin.field});
    }

    void rename(NodeId id) {
        if (const auto* list = std::get_if<node::MakeList>(&body_.nodes[id]))
            for (const auto item : std::vector(list->items)) rename(item);
        auto* constant = std::get_if<node::Constant>(&body_.nodes[id]);
        const auto* text = constant != nullptr ? constant->value.get<std::string>() : nullptr;
        const auto* word = text != nullptr ? word_(*text) : nullptr;
        if (word == nullptr || *word == *text) return;
        constant->value = *word;
        renamed_ = true;
    }

    Body& body_;
    base::function_ref<bool(const Place&)> from_;
    base::function_ref<const std::string*(const std::string&)> word_;
    bool renamed_ = false;
};

Expression made_anew(Body body) {
    body.origins.clear();
    body.reads.clear();
    body.local_reads.clear();
    return Expression::of(std::move(body));
}

}  // namespace

std::optional<Expression> with_words(const Expression& e, base::function_ref<bool(const Place&)> from,
                                     base::function_ref<const std::string*(const std::string&)> word) {
    if (e.empty()) return std::nullopt;
    auto body = e.body();
    if (!Words(body, from, word).run()) return std::nullopt;
    return made_anew(std::move(body));
}

std::vector<Expression> conjuncts(const Expression& e) {
    if (e.empty()) return {};
    std::vector<Expression> all;
    for (const auto id : parts(e.body())) {
        Body part;
        Copy(e.body(), part).node(id);
        all.push_back(Expression::of(std::move(part)));
    }
    return all;
}

std::optional<Expression> denied_part(const Expression& e) {
    if (e.empty()) return std::nullopt;
    Body part;
    Copy copy(e.body(), part);
    if (const auto* no = std::get_if<node::Not>(&e.body().nodes.back())) {
        copy.node(no->of);
    } else if (const auto* compare = std::get_if<node::Compare>(&e.body().nodes.back());
               compare != nullptr && compare->op == Relation::not_equal) {
        copy.node(e.body().root());
        std::get<node::Compare>(part.nodes.back()).op = Relation::equal;
    } else {
        return std::nullopt;
    }
    return Expression::of(std::move(part));
}

std::optional<Expression> without_conjunct(const Expression& e, std::size_t conjunct) {
    auto kept = parts(e.body());
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(conjunct));
    if (kept.empty()) return std::nullopt;
    Body rest;
    Copy copy(e.body(), rest);
    node::Logic both{Connective::conjunction, {}};
    for (const auto id : kept) both.operands.push_back(copy.node(id));
    if (both.operands.size() > 1) {
        rest.nodes.emplace_back(std::move(both));
        rest.types.push_back(e.type());
    }
    return Expression::of(std::move(rest));
}

Expression with_slot(const Expression& e, Slot from, Slot to) {
    auto body = e.body();
    for (auto& node : body.nodes)
        if (auto* read = std::get_if<node::SlotRead>(&node); read != nullptr && read->slot == from) read->slot = to;
    return made_anew(std::move(body));
}

}  // namespace samenloop::feel
