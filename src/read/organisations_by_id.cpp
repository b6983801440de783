#include "read/organisations_by_id.hpp"

#include <memory>

#include "model/days.hpp"

namespace samenloop::read {
namespace {

class ById {
  public:
    explicit ById(const RuleBase& rules) : rules_(rules) {}

    void name(const Item& item, Value& value) const {
        if (const auto* list = value.get<List>(); list != nullptr && list->elements) elements(item, *list, value);
        else if (item.names_of.organisations) name(value);
    }

    void name(const Item& item, Event& event) const {
        const auto& type = item.type;
        const bool of_field = event.element > 0 && type.element && type.element->kind == Kind::record;
        for (auto* value : {&event.from, &event.to}) {
            if (!of_field) name(item, *value);
            else if (names_one(item, model::field_index(*type.element, event.field))) name(*value);
        }
    }

  private:
    static bool names_one(const Item& item, std::size_t field) {
        return field < item.field_names_of.size() && item.field_names_of[field].organisations;
    }

    void elements(const Item& item, const List& list, Value& value) const {
        bool any = item.names_of.organisations;
        for (const auto& of : item.field_names_of) any = any || of.organisations;
        if (!any) return;
        auto all = *list.elements;
        for (auto& element : all)
            if (const auto* record = element.get<Record>(); record == nullptr) name(element);
            else if (record->fields) element = named(item, *record->fields);
        value = List{std::make_shared<const std::vector<Value>>(std::move(all))};
    }

    Record named(const Item& item, std::vector<Value> fields) const {
        for (std::size_t f = 0; f < fields.size(); ++f)
            if (names_one(item, f)) name(fields[f]);
        return {std::make_shared<const std::vector<Value>>(std::move(fields))};
    }

    void name(Value& value) const {
        const auto* text = value.get<std::string>();
        const auto known = text == nullptr ? none : rules_.organisation_named(*text);
        if (known != none) value = rules_.organisations[known].id;
    }

    const RuleBase& rules_;
};

}  // namespace

void name_organisations_by_id(const RuleBase& rules, Situation& situation) {
    const ById by_id(rules);
    for (Slot slot = 0; slot < situation.facts.size(); ++slot) by_id.name(rules.items[slot], situation.facts[slot]);
    for (auto& event : situation.events) by_id.name(rules.items[event.item], event);
}

}  // namespace samenloop::read
