#pragma once
// What can be tried to end a finding, one step each: a fact that the dictionary says somebody can make otherwise, in
// the direction that leaves the person no worse off; a rule that is on request or at discretion; a practice or a policy
// that could be dropped; a rule of law that could be changed.

#include "detect/instead.hpp"
#include "detect/what_if.hpp"

namespace samenloop::detect {

struct Attempt {
    WayOut way;
    model::Path place;  // of a fact
};

/// All but changes of the law, in the order of dictionary and rules.
std::vector<Attempt> attempts(const WhatIf& inquiry);

/// The law without the rule.  Nothing for a practice or policy, which is among the others, for a rule that has no
/// effect here, and for one that gives a right or levies a tax: to abolish these is no way out.
std::optional<Attempt> without_rule(const engine::Evaluation& law, Index rule);

/// The what-if that some steps come to, done together; nothing when no situation has these facts.
std::optional<engine::Variation> together(const Instead& instead, const std::vector<const Attempt*>& steps);

/// Of a body that makes a fact so: the duty under which it must, once this is how things are.
void find_duty(const engine::Evaluation& before, const engine::Evaluation& after, const engine::Evaluation& law,
               WayOut& way);

/// A condition, a value or another expression of the rule reads this very place: of a list this field.
bool reads_place(const Rule& rule, const RuleBase& base, const model::Path& place);

/// Of other values those with which the person is no worse off, by what the dictionary says.
std::vector<Value> better_values(std::vector<Value> all, const Value& now, const std::vector<std::string>& better);

const Changer& changer_at(const RuleBase& base, const model::Path& place);

/// Facts of the situation that are given: every item, and every field of every element of a list.
std::vector<model::Path> given_places(const engine::Evaluation& e);

}  // namespace samenloop::detect
