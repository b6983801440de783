#pragma once
// Facts with an interval: `<fact item="inc.wage_m" to="2025-02-01">2500</fact>`.  The stretches of one item become its
// value on the situation's day and an event at each border; between two stretches it is unknown.

#include <map>
#include <optional>
#include <vector>

#include "read/element.hpp"
#include "read/names.hpp"
#include "read/problems.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::read {

class History {
  public:
    History(const RuleBase& rules, Problems& problems) : rules_(rules), problems_(problems) {}

    void add(const Element& element, Slot item, std::optional<Value> value);
    /// Into the situation; an item with stretches has no plain fact beside them.
    void into(Situation& situation, Names& given);

  private:
    struct Stretch {
        Interval interval;
        Value value;
        const Element* element = nullptr;
    };

    void events_of(Slot item, const std::vector<Stretch>& stretches, Situation& situation) const;

    const RuleBase& rules_;
    Problems& problems_;
    std::map<Slot, std::vector<Stretch>> stretches_;
};

}  // namespace samenloop::read
