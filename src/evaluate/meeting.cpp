// Whether two arguments that could contradict one another do so for these instances: rules that go over the same list
// meet element by element; duties and referrals only bind the one who acts; a grant or denial by one municipality is
// not the other's.

#include "evaluate/evaluation.hpp"

namespace samenloop {
namespace {

bool over_the_same_list(const Rule& a, const Rule& b) {
    return a.each && b.each && !a.each->reads().empty() && a.each->reads() == b.each->reads();
}

const OrganisationRef& actor_of(const Program& program, ArgumentId a) {
    const auto* effect = program.effect(a);
    return effect != nullptr && !effect->actor.empty() ? effect->actor : program.rule(a).actor;
}

/// For duties and tasks it always matters who acts; for grants only where both are given by one of a kind.
bool actor_matters(const Evaluation& e, const Conflict& c) {
    const auto kind = e.program->objects[e.program->arguments[c.first].object].kind;
    const auto* a = e.program->effect(c.first);
    const auto* b = e.program->effect(c.second);
    if (a == nullptr || b == nullptr) return false;
    if (kind == ObjectKind::acts) return true;
    if (kind == ObjectKind::scheme)
        return actor_of(*e.program, c.first).instance && actor_of(*e.program, c.second).instance;
    return kind == ObjectKind::need && c.clash && a->kind != b->kind && c.criterion != Criterion::override_;
}

}  // namespace

bool meet(const Evaluation& e, const Conflict& c, std::size_t first, std::size_t second) {
    if (over_the_same_list(e.program->rule(c.first), e.program->rule(c.second)) && first != second)
        return c.criterion == Criterion::override_ &&
               e.program->objects[e.program->arguments[c.first].object].kind == ObjectKind::need;
    return !actor_matters(e, c) || e.actor(c.first, first) == e.actor(c.second, second);
}

}  // namespace samenloop
