#pragma once
// Facts as a situation writes them, checked against the type and the domain of their item.

#include "model/holdable.hpp"
#include "read/problems.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::read {

class FactReader {
  public:
    FactReader(const RuleBase& rules, Problems& problems) : rules_(rules), problems_(problems) {}

    /// The item that is named; nothing, and a problem, if there is none that can be a fact.
    std::optional<Slot> slot(const Element& element, const Attribute& attribute, std::string_view name);
    /// A literal of the type.
    std::optional<Value> value(const Element& element, const MappedText& text, const Type& type,
                               const model::Domain& domain);
    /// <list> with its <element> or <value> children.
    std::optional<Value> list(const Element& element, const Item& item);

    struct Target {
        Type type;
        model::Domain domain;
    };
    /// What an event changes: fills in its item, element and field.
    std::optional<Target> target(const Element& element, const Attribute& attribute, Event& event,
                                 const Situation& situation);

  private:
    std::optional<Value> bare_string(const Element& element, const MappedText& text, const Type& type);
    std::optional<Value> record(const Element& element, const Item& item, const Type& type);
    std::optional<Target> field_of(const Element& element, const Attribute& attribute, std::string_view rest,
                                   Event& event, const Item& item);

    const RuleBase& rules_;
    Problems& problems_;
};

}  // namespace samenloop::read
