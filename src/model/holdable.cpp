#include "model/holdable.hpp"

#include <algorithm>
#include <optional>

#include "base/both.hpp"

namespace samenloop::model {

Domain domain_at(const RuleBase& base, const Path& path) {
    const auto& item = base.items[path.slot];
    if (path.element == 0) return Domain(item);
    return Domain(path.field < item.field_domains.size() ? item.field_domains[path.field] : Range{});
}

namespace {

/// A number that is beyond what its domain allows.
struct Beyond {
    Decimal number;
    Decimal limit;
    bool below;
};

std::optional<Beyond> beyond(const Value& value, const Domain& domain) {
    if (const auto* number = value.get<Decimal>()) {
        if (domain.range.low && *number < *domain.range.low) return Beyond{*number, *domain.range.low, true};
        if (domain.range.high && *domain.range.high < *number) return Beyond{*number, *domain.range.high, false};
    }
    const auto in_fields = [&](const std::vector<Value>& values) {
        std::optional<Beyond> found;
        for (std::size_t i = 0; i < values.size() && i < domain.fields.size() && !found; ++i)
            found = beyond(values[i], Domain(domain.fields[i]));
        return found;
    };
    if (const auto* record = value.get<Record>(); record != nullptr && record->fields)
        return in_fields(*record->fields);
    const auto* list = value.get<List>();
    if (list == nullptr || !list->elements) return std::nullopt;
    for (const auto& element : *list->elements) {
        const bool plain = element.get<Record>() == nullptr;
        const auto found =
            plain && !domain.fields.empty() ? beyond(element, Domain(domain.fields.front())) : beyond(element, domain);
        if (found) return found;
    }
    return std::nullopt;
}

}  // namespace

Text outside(const Value& value, const Domain& domain) {
    const auto found = beyond(value, domain);
    if (!found) return {};
    const auto number = found->number.to_string();
    const auto limit = found->limit.to_string();
    if (found->below)
        return base::both(
            "{} is minder dan de kleinste waarde, {}", "{} is less than the smallest value, {}", number, limit);
    return base::both("{} is meer dan de grootste waarde, {}", "{} is more than the largest value, {}", number, limit);
}

bool may_hold(const RuleBase& base, const Path& path, const Value& value) {
    const auto& type = type_at(base, path);
    const auto* name = value.get<std::string>();
    const bool known =
        name == nullptr || type.names.empty() || std::ranges::find(type.names, *name) != type.names.end();
    return known && !beyond(value, domain_at(base, path));
}

}  // namespace samenloop::model
