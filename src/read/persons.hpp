#pragma once
// <person> and the events of one: `<person id="son" title="Daan" relation="child" birth="2007-03-10"/>`.  The
// attributes are the fields of the dictionary's list `people`; the facts inside are those of this person's own case.

#include "read/facts.hpp"
#include "read/names.hpp"

namespace samenloop::read {

class PersonReader {
  public:
    PersonReader(const RuleBase& rules, FactReader& facts, Problems& problems)
        : rules_(rules), facts_(facts), problems_(problems) {}

    void person(const Element& element);
    /// Of a person who was read before.
    void event(const Element& element);
    /// Everybody, and what does not fit together; null where the file tells of nobody.
    std::shared_ptr<const People> finish(Date day);

  private:
    const Type* record() const;
    void field(const Element& element, const Attribute& attribute, Person& person);
    void own_facts(const Element& element, Person& person);
    void check_relations();
    void check_named();
    void check_age(const Person& person, Date day);
    void check_event(const PersonEvent& event, Date day);
    void join_events(Date day);
    void join(const PersonEvent& before, PersonEvent& event);

    const RuleBase& rules_;
    FactReader& facts_;
    Problems& problems_;
    People people_;
    Names names_{{"persoon", "person"}};
    std::map<std::size_t, const Element*> elements_;
};

}  // namespace samenloop::read
