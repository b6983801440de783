#pragma once
// The people of a situation: the person concerned, a partner, children, parents, lodgers, each told alike.  What they
// are to a rule (a child under 18, a housemate, the partner) the rule base's dictionary says, by the fields of its list
// `people`; model/people.hpp works it out for the day, so that nobody types in an age or moves a child of 18 by hand.

#include <memory>
#include <string>
#include <vector>

#include "samenloop/model.hpp"

namespace samenloop {

struct Person {
    std::string id;
    Text title;
    std::vector<Value> fields;  // one a field of the list `people`, as on the situation's day; Unknown = not given
    struct Fact {
        Slot item = 0;
        Value value;
        Location at;
    };
    std::vector<Fact> facts;  // of this person's own case, beside the fields
    Location at;
};

/// One field of one person, from a day on.
struct PersonEvent {
    std::string id;
    Text title;
    Date date;
    std::size_t person = 0;
    std::size_t field = 0;
    Value from;
    Value to;
    Location at;
};

struct People {
    std::vector<Person> all;
    std::vector<PersonEvent> events;  // by date
    std::size_t about = 0;            // the person concerned: whom the question is about
};

}  // namespace samenloop
