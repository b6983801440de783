#pragma once
// Would this leave the person worse off?  Less income, or an income that can no longer be told, or a protected level
// that falls to meet it, or a need that was met or not there and is now not met.  A way out never does (definitions
// 11.3).

#include "engine/evaluation.hpp"

namespace samenloop::detect {

/// How somebody is off in one world.
struct Footing {
    Value income;              // disposable, a year
    Value level;               // that the law protects, a year
    std::vector<Truth> unmet;  // per need: there and not covered
};

Footing footing(const engine::Evaluation& e, const engine::Evaluation& law);

bool worse_off(const Footing& before, const Footing& after);

}  // namespace samenloop::detect
