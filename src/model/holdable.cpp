#include "model/holdable.hpp"

#include <algorithm>

namespace samenloop::model {

Domain domain_at(const RuleBase& base, const Path& path) {
    const auto& item = base.items[path.slot];
    if (path.element == 0) return Domain(item);
    return Domain(path.field < item.field_domains.size() ? item.field_domains[path.field] : Range{});
}

std::string outside(const Value& value, const Domain& domain) {
    if (const auto* number = value.get<Decimal>()) {
        if (domain.range.low && *number < *domain.range.low)
            return number->to_string() + " is less than the smallest value, " + domain.range.low->to_string();
        if (domain.range.high && *domain.range.high < *number)
            return number->to_string() + " is more than the largest value, " + domain.range.high->to_string();
    }
    const auto in_fields = [&](const std::vector<Value>& values) {
        std::string problem;
        for (std::size_t i = 0; i < values.size() && i < domain.fields.size() && problem.empty(); ++i)
            problem = outside(values[i], Domain(domain.fields[i]));
        return problem;
    };
    if (const auto* record = value.get<Record>(); record != nullptr && record->fields)
        return in_fields(*record->fields);
    const auto* list = value.get<List>();
    if (list == nullptr || !list->elements) return {};
    for (const auto& element : *list->elements) {
        const bool plain = element.get<Record>() == nullptr;
        const auto problem = plain && !domain.fields.empty() ? outside(element, Domain(domain.fields.front()))
                                                             : outside(element, domain);
        if (!problem.empty()) return problem;
    }
    return {};
}

bool may_hold(const RuleBase& base, const Path& path, const Value& value) {
    const auto& type = type_at(base, path);
    const auto* name = value.get<std::string>();
    const bool known =
        name == nullptr || type.names.empty() || std::ranges::find(type.names, *name) != type.names.end();
    return known && outside(value, domain_at(base, path)).empty();
}

}  // namespace samenloop::model
