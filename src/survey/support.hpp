#pragma once
// What a question over all situations rests on: the given facts behind some items, each with the values at which an
// answer can change.
//
// From the items it goes down through whatever decides them on the day: definitions, grants and denials, exceptions,
// `otherwise`.  Constants are gathered on the way, and handed down: where assets under one law *are* the assets now,
// what the former are compared with, the latter are.  Where a derived number is worked out, they are handed down too,
// as likely values, but then nothing is sure between them.

#include <map>
#include <set>

#include "engine/program.hpp"
#include "solve/domain.hpp"

namespace samenloop::survey {

class Support {
  public:
    Support(const engine::Program& program, Paged<Value> known);

    void item(Slot slot);
    void condition(const std::optional<Expression>& e);

    /// One a fact, in the order in which they were met.
    std::vector<solve::Axis> axes() const;
    /// Lists of which a rule has one instance an element: they must be known before anything can be said.
    const std::vector<Slot>& lists_first() const { return lists_; }

  private:
    struct Met {
        std::map<std::string, std::vector<Value>> constants;  // by field, "" of a plain fact
        bool non_separable = false;
    };

    void walk(const Expression& e, std::optional<Slot> decides);
    void walk_rule(Index index);
    void hand_down();
    solve::Axis axis(Slot slot) const;

    const engine::Program& program_;
    Paged<Value> known_;  // amounts of the day
    std::vector<Slot> order_;
    std::map<Slot, Met> met_;
    std::set<Index> rules_;
    std::vector<Slot> lists_;
    std::map<Slot, std::set<std::pair<Slot, bool>>> made_of_;  // derived → what it copies (true) or works with
};

}  // namespace samenloop::survey
