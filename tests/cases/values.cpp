#include "values.hpp"

#include <stdexcept>

#include "engine/disposable.hpp"
#include "engine/evaluation.hpp"

using namespace samenloop;

namespace {

Value monthly(const Value& yearly) {
    const auto* amount = yearly.get<Decimal>();
    return amount == nullptr ? yearly : Value(*amount / 12);
}

}  // namespace

Value value_of(const Trial& trial, const std::string& name) {
    const Situation& situation = trial.report.situation;
    const engine::Program program = engine::compile(trial.rules, situation.date);
    const engine::Evaluation law = engine::evaluate(program, situation, engine::World::law);
    if (name == "D_month") return monthly(engine::disposable(law));
    if (name == "M_month") return monthly(engine::protected_level(law));
    const auto at = trial.rules.names.find(name);
    if (at == trial.rules.names.end()) throw std::runtime_error("values: no such item: " + name);
    return law.values[at->second.slot];
}
