#pragma once
// A life situation: facts about one person and household on a day, and the events around it.  What is not given is
// unknown, unless the situation says rest="ordinary": then it is taken from the ordinary person (definitions 10.3).

#include <string>
#include <vector>

#include "samenloop/diagnostic.hpp"
#include "samenloop/model.hpp"
#include "samenloop/people.hpp"

namespace samenloop {

/// A change of one item on one day: `hh[1].age` from 26 to 27.
struct Event {
    std::string id;
    Text title;
    Date date;
    Slot item = 0;
    std::size_t element = 0;  // 1-based; 0 = not a list
    std::string field;
    Value from;
    Value to;
    Location at;
    bool of_people = false;  // it follows from what was told of the people, as a birthday does
    bool birthday = false;
    std::vector<std::string> persons;  // whom it happens to, by id, where the situation tells of people
};

enum class Rest : std::uint8_t { unknown, ordinary };

struct Situation {
    std::string id;
    Text title;
    Date date;
    Rest rest = Rest::unknown;
    std::vector<Value> facts;   // one a slot; Unknown = not given
    std::vector<bool> assumed;  // one a slot: taken from the ordinary person
    std::vector<Event> events;
    std::shared_ptr<const People> people;  // null: the file tells facts of the person and household one by one
    Date people_until;                     // up to this day the events tell their birthdays
    std::shared_ptr<const Source> source;
    Diagnostics warnings;  // what may not mean what it says
};

}  // namespace samenloop
