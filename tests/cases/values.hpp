#pragma once
// What an item of the dictionary comes to in the situation of a run.

#include <string>

#include "trial.hpp"

/// In the law world; D_month and M_month are disposable income and protected level.  Unknown when nothing is known of
/// it; throws std::runtime_error for a name that is not in the dictionary.
samenloop::Value value_of(const Trial& trial, const std::string& name);
