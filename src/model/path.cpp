#include "model/path.hpp"

#include <algorithm>

namespace samenloop::model {
namespace {

const std::vector<Value>* elements(const Value& v) {
    const auto* list = v.get<List>();
    return list != nullptr ? list->elements.get() : nullptr;
}

const std::vector<Value>* fields(const Value& v) {
    const auto* record = v.get<Record>();
    return record != nullptr ? record->fields.get() : nullptr;
}

/// Into a field of a record, or in the place of a plain value.
void put(Value& element, std::size_t field, Value by) {
    const auto* record = fields(element);
    if (record == nullptr) {
        element = std::move(by);
        return;
    }
    auto changed = *record;
    if (field < changed.size()) changed[field] = std::move(by);
    element = Record{std::make_shared<const std::vector<Value>>(std::move(changed))};
}

}  // namespace

const Type& type_at(const RuleBase& base, const Path& path) {
    const auto& type = base.items[path.slot].type;
    if (path.element == 0 || !type.element) return type;
    return type.element->kind == Kind::record ? type.element->fields[path.field].second : *type.element;
}

Value value_at(const SlotValues& facts, const Path& path) {
    const auto& whole = facts[path.slot];
    if (path.element == 0) return whole;
    const auto* list = elements(whole);
    if (list == nullptr || path.element > list->size()) return {};
    const auto& element = (*list)[path.element - 1];
    const auto* record = fields(element);
    if (record == nullptr) return element;
    return path.field < record->size() ? (*record)[path.field] : Value();
}

Value replaced(const SlotValues& facts, const Path& path, Value by) {
    if (path.element == 0) return by;
    const auto* list = elements(facts[path.slot]);
    if (list == nullptr || path.element > list->size()) return facts[path.slot];
    auto copy = *list;
    put(copy[path.element - 1], path.field, std::move(by));
    return List{std::make_shared<const std::vector<Value>>(std::move(copy))};
}

Value unknown_at(const SlotValues& facts, std::span<const Path> places) {
    const auto& whole = facts[places.front().slot];
    const auto* list = elements(whole);
    if (list == nullptr || places.front().element == 0) return {};
    auto copy = *list;
    for (const auto& p : places)
        if (p.element <= copy.size()) put(copy[p.element - 1], p.field, {});
    return List{std::make_shared<const std::vector<Value>>(std::move(copy))};
}

std::string to_string(const RuleBase& base, const Path& path) {
    const auto& item = base.items[path.slot];
    if (path.element == 0) return item.id;
    auto text = item.id + "[" + std::to_string(path.element) + "]";
    if (item.type.element && item.type.element->kind == Kind::record)
        text += "." + item.type.element->fields[path.field].first;
    return text;
}

std::size_t field_index(const Type& record, std::string_view name) {
    const auto at = std::ranges::find(record.fields, name, &FieldType::first);
    return static_cast<std::size_t>(at - record.fields.begin());
}

}  // namespace samenloop::model
