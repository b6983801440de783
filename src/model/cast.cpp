#include "model/cast.hpp"

#include <ranges>

#include "feel/work.hpp"
#include "model/kinship.hpp"
#include "model/ordinary.hpp"

namespace samenloop::model {
namespace {

using Of = PersonView::Of;

Value evaluated(const std::optional<Expression>& what, const std::vector<Value>& fields) {
    return what ? evaluate(*what, Environment{{}, fields}) : Value();
}

}  // namespace

Cast::Cast(const RuleBase& base, const Situation& s)
    : base_(base), s_(s), item_(base.items[people_slot(base)]), places_(*item_.type.element), self_(file_self()) {}

std::optional<Date> Cast::birth_of(std::size_t person) const {
    const auto& fields = s_.people->all[person].fields;
    const auto* day = places_.birth < fields.size() ? fields[places_.birth].get<Date>() : nullptr;
    return day != nullptr ? std::optional(*day) : std::nullopt;
}

bool Cast::is_partner(std::size_t person) const {
    const auto relation = relation_of(person);
    const auto* text = relation.get<std::string>();
    return text != nullptr && *text == "partner";
}

bool Cast::is_named(std::size_t person) const {
    for (std::size_t k = 0; k < s_.people->all.size(); ++k)
        for (const auto field : {places_.lives_with, places_.other_parent})
            if (const auto* name = name_in(k, field); name != nullptr && *name == s_.people->all[person].id)
                return true;
    return false;
}

std::vector<Value> Cast::told_on(std::size_t person, Date day) const {
    feel::work::add(s_.people->events.size());
    auto fields = s_.people->all[person].fields;
    for (const auto& event : s_.people->events)
        if (event.person == person && event.date > s_.date && event.date <= day) fields[event.field] = event.to;
    for (const auto& event : s_.people->events | std::views::reverse)
        if (event.person == person && event.date <= s_.date && event.date > day) fields[event.field] = event.from;
    return fields;
}

std::size_t Cast::file_self() const {
    const auto& all = s_.people->all;
    for (std::size_t k = 0; k < all.size(); ++k)
        if (const auto* text = all[k].fields[places_.relation].get<std::string>(); text && *text == "self") return k;
    return s_.people->about;
}

Value Cast::relation_of(std::size_t person) const {
    const auto& all = s_.people->all;
    const auto about = s_.people->about;
    if (person == about) return std::string("self");
    const auto& told = all[person].fields[places_.relation];
    const auto* to_self = told.get<std::string>();
    const auto* mine = all[about].fields[places_.relation].get<std::string>();
    if (about == self_ || to_self == nullptr || mine == nullptr) return told;
    if (is_other_parent(about, person)) return std::string("child");
    if (is_other_parent(person, about)) return std::string("parent");
    return std::string(kinship_between(*mine, *to_self));
}

std::vector<Value> Cast::fields_of(std::size_t person, Date day, bool completed) const {
    auto fields = told_on(person, day);
    if (const auto birth = birth_of(person)) fields[places_.age] = Decimal(age_on(*birth, day));
    fields[places_.relation] = relation_of(person);
    if (s_.people->about != self_ && person != s_.people->about) seen_from_another(person, day, fields);
    return completed && s_.rest == Rest::ordinary ? completed_fields(fields, item_, s_.facts) : fields;
}

const std::string* Cast::name_in(std::size_t person, std::size_t field) const {
    const auto& fields = s_.people->all[person].fields;
    return field < fields.size() ? fields[field].get<std::string>() : nullptr;
}

bool Cast::is_other_parent(std::size_t parent, std::size_t child) const {
    const auto* name = name_in(child, places_.other_parent);
    return name != nullptr && *name == s_.people->all[parent].id;
}

bool Cast::live_together(std::size_t a, std::size_t b) const {
    const auto* of_a = name_in(a, places_.lives_with);
    const auto* of_b = name_in(b, places_.lives_with);
    const auto& all = s_.people->all;
    return (of_a != nullptr && (*of_a == all[b].id || (of_b != nullptr && *of_a == *of_b))) ||
           (of_b != nullptr && *of_b == all[a].id);
}

Truth Cast::together(std::size_t person, const Value& here, const Value& there) const {
    const auto about = s_.people->about;
    const auto mine = about == self_ ? Truth::yes : here.truth();
    const auto theirs = person == self_ ? Truth::yes : there.truth();
    if (mine == Truth::no && theirs == Truth::no) return live_together(about, person) ? Truth::yes : Truth::no;
    if (mine == Truth::yes) return theirs;
    return theirs == Truth::yes ? mine : Truth::unknown;
}

void Cast::seen_from_another(std::size_t person, Date day, std::vector<Value>& fields) const {
    const auto here = completed_fields(told_on(s_.people->about, day), item_, s_.facts);
    const auto there = completed_fields(told_on(person, day), item_, s_.facts);
    auto at_one_address = Truth::unknown;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        if (item_.field_seen[f] == SeenAs::mutual) fields[f] = person == self_ ? here[f] : Value();
        if (item_.field_seen[f] != SeenAs::together) continue;
        at_one_address = together(person, here[f], there[f]);
        fields[f] = at_one_address == Truth::unknown ? Value() : Value(at_one_address == Truth::yes);
    }
    if (at_one_address != Truth::no) return;
    for (std::size_t f = 0; f < fields.size(); ++f)
        if (const auto* share = there[f].get<Decimal>(); item_.field_seen[f] == SeenAs::rest && share != nullptr)
            fields[f] = Decimal(1) - *share;
}

CastOnDay Cast::on(Date day) const { return {*this, day}; }

CastOnDay::CastOnDay(const Cast& cast, Date day) : cast_(cast), day_(day) {
    for (std::size_t k = 0; k < cast.s_.people->all.size(); ++k) {
        // Of the person whom the file is about the ordinary person tells the rest, of everybody else their fields do.
        const bool completed = k != cast.s_.people->about || k != cast.self_;
        fields_.push_back(cast.fields_of(k, day, completed));
    }
}

Value CastOnDay::value_of(Slot slot, Members* members) const {
    const auto& view = cast_.base_.items[slot].view;
    if (view.of == Of::several) return list_of(view, members);
    for (std::size_t k = 0; k < fields_.size(); ++k) {
        const bool self = k == cast_.s_.people->about;
        if (view.of == Of::self ? self : !self && cast_.is_partner(k)) return evaluated(view.is, fields_[k]);
    }
    return {};
}

Value CastOnDay::list_of(const PersonView& view, Members* members) const {
    const auto& all = cast_.s_.people->all;
    if (cast_.s_.rest == Rest::unknown && all.size() == 1) return {};  // nothing is said of others
    std::vector<Value> elements;
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (k == cast_.s_.people->about || cast_.is_partner(k)) continue;
        if (const auto birth = cast_.birth_of(k); birth && day_ < *birth) continue;
        const auto belongs = evaluated(view.belongs, fields_[k]).truth();
        if (belongs == Truth::no) continue;
        if (belongs == Truth::unknown) return {};
        std::vector<Value> element;
        for (const auto& field : view.fields) element.push_back(evaluated(field, fields_[k]));
        elements.emplace_back(Record{std::make_shared<const std::vector<Value>>(std::move(element))});
        if (members != nullptr) members->push_back(k);
    }
    return List{std::make_shared<const std::vector<Value>>(std::move(elements))};
}

}  // namespace samenloop::model
