#pragma once
// What a person has on his hands in a situation: decisions, proofs, organisations and data that go about him.

#include "engine/evaluation.hpp"
#include "samenloop/compare.hpp"

namespace samenloop::comparison {

/// Of what surely stands in this evaluation.
Burden burden_of(const engine::Evaluation& e);

}  // namespace samenloop::comparison
