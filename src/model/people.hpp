#pragma once
// The people of a situation as the facts that rules read: on each day the fields of the person concerned and of the
// partner, and the lists of those of the others whom the dictionary's conditions pick (PersonView).
//
// An age follows from the date of birth on every day; a birthday, and what the file says happens to somebody, become
// events of those facts: one of a field where the same people stay in a list, one of the whole list where somebody
// comes or goes, as a child does that turns 18.  Who is not born yet is not there.

#include <array>
#include <string_view>

#include "model/days.hpp"

namespace samenloop::model {

/// What the program itself reads of a person.
inline constexpr std::array<std::pair<std::string_view, Kind>, 4> fields_of_a_person{
    {{"id", Kind::string}, {"relation", Kind::string}, {"birth", Kind::date}, {"age", Kind::number}}};

/// Of one person the id of another one, where the dictionary has these fields: with whom they live when it is
/// elsewhere, and a child's other parent.
inline constexpr std::array<std::string_view, 2> named_of_a_person{"lives_with", "other_parent"};

/// Is it the type of a list of people: of records with those fields?
bool tells_people(const Type& type);

/// The list `people`; none if the rule base has none.
Slot people_slot(const RuleBase& base);

/// Does the file tell of people, and is the slot told by them?
bool of_people(const RuleBase& base, const Situation& situation, Slot slot);

/// The facts that follow from the people on a day, for every slot that does; those that are not known among them.
FactChanges people_on(const RuleBase& base, const Situation& situation, Date day);

/// Puts the facts of the people into the situation, and what happens to them up to `until` as events.
void tell_people(const RuleBase& base, Situation& situation, Date until);

/// Up to when that is worth it: some months after the day and the last one that the situation tells of.
Date told_until(const RuleBase& base, const Situation& situation);

/// The same, for a situation whose facts are those of another day than its people were told for.
Situation told_again(const RuleBase& base, Situation situation, Date until);

/// The situation of another one of its people: what they are to each other is seen from there, what is shared stays,
/// and what was told of the person concerned alone is not theirs.  `person`: a place in People::all.
Situation told_for(const RuleBase& base, Situation situation, std::size_t person);

/// Everybody as on another day: what has happened by then is so.
std::shared_ptr<const People> people_as_on(const RuleBase& base, const Situation& situation, Date day);

/// Those who are neither the person concerned nor the partner, whom no other one names, and in no list as long as the
/// situation tells of them.
std::vector<std::size_t> in_no_list(const RuleBase& base, const Situation& situation);

/// Where the lists that rules read tell of somebody on the situation's day: a list and the element in it, the field is
/// the first.
std::vector<Path> places_of(const RuleBase& base, const Situation& situation, std::size_t person);

/// Those whose birth was not given, so that their birthdays are not known.
std::vector<std::size_t> without_birth(const RuleBase& base, const Situation& situation);

/// Full years from a birth to a day; negative before it.
std::int64_t age_on(Date birth, Date day);

}  // namespace samenloop::model
