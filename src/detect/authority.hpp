#pragma once
// Who can make an outcome true, and what obliges or allows it.

#include "engine/evaluation.hpp"

namespace samenloop::detect {

/// Who gives an outcome: its own organisation, or the one that executes its scheme; "" when nobody is named.
std::string provider(const engine::Evaluation& e, Index outcome);

/// "gemeente A moet dit volgens …": a duty before a permission, in this world before the law.
Text who_achieves(const engine::Evaluation& e, const engine::Evaluation& law, Index outcome);

}  // namespace samenloop::detect
