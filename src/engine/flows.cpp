#include "engine/flows.hpp"

#include <algorithm>
#include <set>

namespace samenloop::engine {
namespace {

bool is(const RuleBase& base, const OrganisationRef& ref, std::string_view organisation) {
    return ref.organisation != none && base.organisations[ref.organisation].id == kind_of(organisation);
}

}  // namespace

std::string kind_of(std::string_view organisation) {
    return std::string(organisation.substr(0, organisation.find('[')));
}

std::vector<std::string> holders(const Evaluation& e, Slot item) {
    const auto& base = e.base();
    const auto& holder = base.items[item].holder;
    std::set<std::string> all;
    const auto add = [&](const Environment& here) {
        if (holder.organisation != none) {
            all.insert(base.organisations[holder.organisation].id);
            return;
        }
        if (!holder.instance) return;
        const auto v = samenloop::evaluate(*holder.instance, here);
        if (v.get<std::string>() == nullptr) return;
        const auto known = base.organisation_named(*v.get<std::string>());
        all.insert(known == none ? *v.get<std::string>() : base.organisations[known].id);
    };
    const auto* list = e.values[item].get<List>();
    if (list == nullptr || holder.organisation != none) add({e.values, {}});
    else if (list->elements)
        for (const auto& element : *list->elements)
            if (const auto* record = element.get<Record>(); record != nullptr && record->fields)
                add({e.values, *record->fields});
    return {all.begin(), all.end()};
}

bool keeps(const RuleBase& base, Slot item, std::string_view organisation) {
    return is(base, base.items[item].holder, organisation);
}

bool has_holder(const RuleBase& base, Slot item) {
    return !base.items[item].holder.empty() ||
           std::ranges::any_of(base.exchanges, [&](const Exchange& x) { return x.item == item; });
}

Truth usable(const Evaluation& e, const Exchange& x) {
    if (x.basis == Basis::none || !x.in_force.contains(e.day)) return Truth::no;
    return x.person_class ? samenloop::evaluate(*x.person_class, {e.values, {}}).truth() : Truth::yes;
}

bool leads_to(const RuleBase& base, const Exchange& x, Slot item, std::string_view organisation) {
    return x.item == item && is(base, x.to, organisation);
}

bool comes_from(const RuleBase& base, const Exchange& x, std::string_view organisation) {
    return is(base, x.from, organisation);
}

const Exchange* at_hand(const Evaluation& e, Slot item, std::string_view organisation) {
    for (const auto& x : e.base().exchanges)
        if (x.basis == Basis::statute && leads_to(e.base(), x, item, organisation) && usable(e, x) == Truth::yes)
            return &x;
    return nullptr;
}

}  // namespace samenloop::engine
