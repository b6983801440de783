#include "read/organisations_by_id.hpp"

#include <algorithm>
#include <memory>

#include "feel/rewrite.hpp"
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

/// The same in what rules and items say.
class InExpressions {
  public:
    explicit InExpressions(RuleBase& rules) : rules_(rules) {}

    void run() {
        for (auto& rule : rules_.rules) in_rule(rule);
        each_ = none;
        for (auto& item : rules_.items) {
            in(item.ordinary);
            in(item.fallback);
            for (auto& field : item.field_ordinary) in(field);
        }
        for (auto& part : rules_.unmodelled) in(part.when);
        for (auto& need : rules_.needs) {
            in(need.active);
            in(need.covered);
        }
    }

  private:
    void in_rule(Rule& rule) {
        each_ = rule.each && !rule.each->reads().empty() ? rule.each->reads().front().slot : none;
        for (auto* e : {&rule.each, &rule.when, &rule.request}) in(*e);
        for (auto& effect : rule.effects) {
            in(effect.value);
            in(effect.until);
        }
        if (rule.premise) {
            in(rule.premise->holds);
            in(rule.premise->otherwise);
        }
        if (rule.against) in(rule.against->value);
    }

    void in(std::optional<Expression>& e) const {
        if (e) in(*e);
    }

    void in(Expression& e) const {
        if (!reads_one(e)) return;
        const auto from = [&](const feel::Place& p) {
            return names_one(p.is_local ? (p.index == 0 ? each_ : none) : p.index, p.field);
        };
        const auto id = [&](const std::string& name) {
            const auto known = rules_.organisation_named(name);
            return known == none ? nullptr : &rules_.organisations[known].id;
        };
        if (auto renamed = feel::with_words(e, from, id)) e = std::move(*renamed);
    }

    bool reads_one(const Expression& e) const {
        return std::ranges::any_of(e.reads(), [&](const Read& r) { return names_one(r.slot, r.field); }) ||
               std::ranges::any_of(
                   e.local_reads(), [&](const LocalRead& r) { return r.local == 0 && names_one(each_, r.field); });
    }

    bool names_one(Slot slot, std::string_view field) const {
        if (slot == none) return false;
        const auto& item = rules_.items[slot];
        if (item.names_of.organisations) return true;
        if (field.empty() || !item.type.element || item.type.element->kind != Kind::record) return false;
        const auto f = model::field_index(*item.type.element, field);
        return f < item.field_names_of.size() && item.field_names_of[f].organisations;
    }

    RuleBase& rules_;
    Slot each_ = none;  // the list of which the one local is an element
};

}  // namespace

void name_organisations_by_id(RuleBase& rules) { InExpressions(rules).run(); }

void name_organisations_by_id(const RuleBase& rules, Situation& situation) {
    const ById by_id(rules);
    for (Slot slot = 0; slot < situation.facts.size(); ++slot) by_id.name(rules.items[slot], situation.facts[slot]);
    for (auto& event : situation.events) by_id.name(rules.items[event.item], event);
}

}  // namespace samenloop::read
