#include "feel/comparisons.hpp"

#include <algorithm>

#include "../base/overloaded.hpp"
#include "body.hpp"
#include "builder.hpp"
#include "evaluator.hpp"

namespace samenloop::feel {
namespace {

using Body = Expression::Body;

template <class T>
void add(std::vector<T>& all, const T& x) {
    if (std::ranges::find(all, x) == all.end()) all.push_back(x);
}

class Comparing {
  public:
    Comparing(const Body& body, const Environment& known) : body_(body), evaluator_(body, known) {}

    Comparisons collect() && {
        straight_.assign(body_.nodes.size(), false);
        for (const auto& node : body_.nodes) compare(node);
        hand_on(body_.root());
        for (const auto& node : body_.nodes)
            for (const auto child : children(node)) bend(child);
        return std::move(found_);
    }

  private:
    void compare(const SyntaxNode& node) {
        if (const auto* c = std::get_if<node::Compare>(&node)) {
            both(c->left, c->right);
        } else if (const auto* b = std::get_if<node::Between>(&node)) {
            both(b->value, b->low);
            both(b->value, b->high);
        } else if (const auto* m = std::get_if<node::Membership>(&node)) {
            for (const auto& test : m->tests) {
                both(m->value, test.a);
                if (test.sort == node::Membership::Sort::range) both(m->value, test.b);
            }
        } else if (const auto* call = std::get_if<node::Call>(&node)) {
            if (call->function == Function::list_contains) both(call->arguments[0], call->arguments[1]);
        }
    }

    void both(NodeId left, NodeId right) {
        pair(left, right);
        pair(right, left);
    }

    /// Every value that `other` may take, with every item that `id` may stand for.
    void pair(NodeId id, NodeId other) {
        if (const auto* branch = std::get_if<node::If>(&body_.nodes[id])) {
            pair(branch->yes, other);
            pair(branch->no, other);
            return;
        }
        const auto& origin = body_.origins[id];
        if (origin.sort != Origin::Sort::slot) return;
        std::vector<Value> values;
        if (!possible(other, values)) return;
        straight_[id] = true;
        for (const auto& v : values) add(found_.all, ConstantComparison{{origin.index, origin.field}, v});
    }

    /// False when some of what it may be is not known beforehand.
    bool possible(NodeId id, std::vector<Value>& into) {
        const auto& node = body_.nodes[id];
        if (const auto* list = std::get_if<node::MakeList>(&node))
            return std::ranges::all_of(list->items, [&](NodeId item) { return possible(item, into); });
        if (const auto* branch = std::get_if<node::If>(&node)) {
            const bool yes = possible(branch->yes, into);
            return possible(branch->no, into) && yes;
        }
        auto v = evaluator_.value(id);
        if (v.is_unknown() || v.get<Range>() != nullptr) return false;
        add(into, v);
        return true;
    }

    void hand_on(NodeId id) {
        straight_[id] = true;
        if (const auto* branch = std::get_if<node::If>(&body_.nodes[id])) {
            hand_on(branch->yes);
            hand_on(branch->no);
        } else if (const auto* slot = std::get_if<node::SlotRead>(&body_.nodes[id])) {
            add(found_.copied, slot->slot);
        }
    }

    void bend(NodeId id) {
        const auto& origin = body_.origins[id];
        const auto kind = body_.types[id].kind;
        if (origin.sort == Origin::Sort::slot && kind != Kind::boolean && !straight_[id])
            add(found_.non_separable, origin.index);
    }

    const Body& body_;
    Evaluator evaluator_;
    Comparisons found_;
    std::vector<bool> straight_;  // nodes at which nothing but a comparison or a copy happens
};

class Waiting {
  public:
    Waiting(const Body& body, const Environment& environment) : body_(body), evaluator_(body, environment) {}

    std::vector<Slot> collect() && {
        look(body_.root());
        return std::move(found_);
    }

  private:
    void look(NodeId id) {
        if (!open(id)) return;
        const auto& node = body_.nodes[id];
        if (const auto* slot = std::get_if<node::SlotRead>(&node)) {
            add(found_, slot->slot);
            return;
        }
        if (const auto* branch = std::get_if<node::If>(&node)) {
            look(branch->condition);
            const auto c = evaluator_.value(branch->condition).truth();
            if (c != Truth::no) look(branch->yes);
            if (c != Truth::yes) look(branch->no);
            return;
        }
        for (const auto child : children(node)) look(child);
    }

    bool open(NodeId id) {
        const auto v = evaluator_.value(id);
        return v.is_unknown() || v.get<Range>() != nullptr;
    }

    const Body& body_;
    Evaluator evaluator_;
    std::vector<Slot> found_;
};

}  // namespace

Comparisons comparisons(const Expression& e, const Environment& known) {
    return e.empty() ? Comparisons{} : Comparing(e.body(), known).collect();
}

std::vector<Slot> waits_for(const Expression& e, const Environment& environment) {
    return e.empty() ? std::vector<Slot>{} : Waiting(e.body(), environment).collect();
}

}  // namespace samenloop::feel
