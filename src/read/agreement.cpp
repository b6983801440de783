// When two values say the same of one thing, though each may leave something open.

#include <algorithm>

#include "read/chain.hpp"

namespace samenloop::read {
namespace {

const std::vector<Value>* parts(const Value& v) {
    if (const auto* list = v.get<List>()) return list->elements.get();
    if (const auto* record = v.get<Record>()) return record->fields.get();
    return nullptr;
}

bool agree_in_order(const std::vector<Value>& a, const std::vector<Value>& b) {
    return a.size() == b.size() && std::ranges::equal(a, b, agree);
}

/// The same elements, whatever their order.
bool agree_as_sets(const std::vector<Value>& a, std::vector<Value> b) {
    if (a.size() != b.size()) return false;
    return std::ranges::all_of(a, [&](const Value& one) {
        const auto same = std::ranges::find_if(b, [&](const Value& other) { return agree(one, other); });
        if (same == b.end()) return false;
        b.erase(same);
        return true;
    });
}

Value like(const Value& form, std::vector<Value> of) {
    auto shared = std::make_shared<const std::vector<Value>>(std::move(of));
    if (form.get<List>() != nullptr) return List{std::move(shared)};
    return Record{std::move(shared)};
}

}  // namespace

bool agree(const Value& a, const Value& b) {
    if (a.is_unknown() || b.is_unknown() || a == b) return true;
    const auto* first = parts(a);
    const auto* second = parts(b);
    if (first == nullptr || second == nullptr) return false;
    return agree_in_order(*first, *second) || (a.get<List>() != nullptr && agree_as_sets(*first, *second));
}

Value both(const Value& a, const Value& b) {
    if (a.is_unknown()) return b;
    const auto* first = parts(a);
    const auto* second = parts(b);
    if (first == nullptr || second == nullptr || !agree_in_order(*first, *second)) return a;
    std::vector<Value> all;
    all.reserve(first->size());
    for (std::size_t i = 0; i < first->size(); ++i) all.push_back(both((*first)[i], (*second)[i]));
    return like(a, std::move(all));
}

Value carried(const Value& before, const Value& after) {
    const auto* old = before.get<List>();
    const auto* now = after.get<List>();
    if (old == nullptr || now == nullptr || !old->elements || !now->elements) return after;
    auto left = *old->elements;
    std::vector<Value> all;
    for (const auto& element : *now->elements) {
        const auto same = std::ranges::find_if(left, [&](const Value& other) { return agree(element, other); });
        all.push_back(same == left.end() ? element : both(element, *same));
        if (same != left.end()) left.erase(same);
    }
    return List{std::make_shared<const std::vector<Value>>(std::move(all))};
}

}  // namespace samenloop::read
