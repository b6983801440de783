#pragma once
// What a person has on his hands in a situation: decisions, proofs, organisations and data that go about him.

#include "evaluate/evaluation.hpp"
#include "samenloop/compare.hpp"

namespace samenloop {

/// Of what surely stands in this evaluation.
Burden burden_of(const Evaluation& e);

}  // namespace samenloop
