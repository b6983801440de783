#pragma once
// A made-up law with as many income brackets, limits by age and creditors as is wanted; for what is asked about money
// over one fact, over time, and in order.

#include <cstddef>

#include "samenloop/read.hpp"

/// Wage `p.wage` (eur/month), a tax of `n` brackets, and a benefit that goes down in `n` steps with a fall at each.
samenloop::RuleBase brackets(std::size_t n);

/// A bonus that changes with `n` ages, up to n/2 years and n/2 months.
samenloop::RuleBase ages(std::size_t n);

/// One wage, of which everybody in the list `claims` takes: above the floor, in `order` 1 to 5.
samenloop::RuleBase creditors();

/// With this inside; throws what is wrong.
samenloop::Situation somebody(const samenloop::RuleBase& rules, const std::string& facts);
