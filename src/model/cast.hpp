#pragma once
// The people of a situation on a day: who is in which list of the dictionary, seen from the person whom it is about.
//
// Partner, children and housemates are no lists of the file: a view of the dictionary (`PersonView`) says who belongs
// to each, on fields that hold on that day.

#include <optional>
#include <string>
#include <vector>

#include "model/people.hpp"

namespace samenloop::model {

using Members = std::vector<std::size_t>;

/// Where the fields stand that the program itself reads.
struct Places {
    explicit Places(const Type& record)
        : birth(field_index(record, "birth")),
          age(field_index(record, "age")),
          relation(field_index(record, "relation")),
          lives_with(field_index(record, named_of_a_person[0])),
          other_parent(field_index(record, named_of_a_person[1])) {}
    std::size_t birth;
    std::size_t age;
    std::size_t relation;
    std::size_t lives_with;  // past the end where the dictionary has none
    std::size_t other_parent;
};

class CastOnDay;

/// Both must outlive it.
class Cast {
    friend class CastOnDay;

  public:
    Cast(const RuleBase& base, const Situation& s);
    /// Not given where an age was.
    std::optional<Date> birth_of(std::size_t person) const;
    /// Everybody as they are on a day; it may not outlive this.
    CastOnDay on(Date day) const;
    bool is_partner(std::size_t person) const;
    /// Somebody lives with them, or is their child: they are there to be named.
    bool is_named(std::size_t person) const;
    /// As the file would tell them on that day.
    std::vector<Value> told_on(std::size_t person, Date day) const;

  private:
    std::size_t file_self() const;
    /// To the person concerned; the file tells it to whom it calls self.
    Value relation_of(std::size_t person) const;
    std::vector<Value> fields_of(std::size_t person, Date day, bool completed) const;
    const std::string* name_in(std::size_t person, std::size_t field) const;
    bool is_other_parent(std::size_t parent, std::size_t child) const;
    /// Does one of the two live with the other, elsewhere than whom the file is about?
    bool live_together(std::size_t a, std::size_t b) const;
    /// Do they live at one address?  The file tells of each whether it is that of whom it is about.
    Truth together(std::size_t person, const Value& here, const Value& there) const;
    /// The file tells of everybody as the one does whom it is about.
    void seen_from_another(std::size_t person, Date day, std::vector<Value>& fields) const;

    const RuleBase& base_;
    const Situation& s_;
    const Item& item_;
    Places places_;
    std::size_t self_;
};

/// What is worked out once for all that is asked of one day.
class CastOnDay {
  public:
    CastOnDay(const Cast& cast, Date day);
    /// A fact of the dictionary that is a view of the people; `members` gets those of a list, in its order.
    Value value_of(Slot slot, Members* members = nullptr) const;

  private:
    /// Not known where it is not certain of somebody whether they belong to it.
    Value list_of(const PersonView& view, Members* members) const;

    const Cast& cast_;
    Date day_;
    std::vector<std::vector<Value>> fields_;  // of each person
};

}  // namespace samenloop::model
