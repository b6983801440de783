#include "survey/reasons.hpp"

#include <algorithm>

#include "feel/rewrite.hpp"

namespace samenloop::survey {
namespace {

/// True where it was not marked before.
bool mark(std::vector<bool>& marks, Index i) {
    if (marks.size() <= i) marks.resize(i + 1, false);
    const bool is_new = !marks[i];
    marks[i] = true;
    return is_new;
}

}  // namespace

const std::vector<Expression>& Reasons::parts(const Expression& x) {
    auto [at, is_new] = parts_.try_emplace(&x.body());
    if (is_new) at->second = feel::conjuncts(x);
    return at->second;
}

void Reasons::condition(const Expression& x) {
    const auto fails = [&](const Expression& part) { return evaluate(part, {e_.values, {}}).truth() == Truth::no; };
    const auto& all = parts(x);
    const auto failing = std::ranges::find_if(all, fails);
    reads(failing == all.end() ? x : *failing);
}

void Reasons::reads(const Expression& x) {
    for (const auto& read : x.reads()) item(read.slot);
}

void Reasons::item(Slot slot) {
    if (!mark(seen_, slot)) return;
    const auto& item = e_.base().items[slot];
    if (item.kind == SlotKind::amount) return;
    if (!e_.facts[slot].is_unknown()) return facts_.push_back(slot);
    for (const auto u : e_.program->unmodelled[slot])
        if (const auto& when = e_.base().unmodelled[u].when) condition(*when);
    if (const auto o = e_.program->object_of_slot[slot]; o != none) object(o);
    if (item.fallback) reads(*item.fallback);
}

void Reasons::object(Index o) {
    if (!mark(objects_, o)) return;
    for (const auto a : e_.program->objects[o].arguments) rule(e_.program->arguments[a].rule);
}

/// Of one that applies everything it reads: also who acts and for how long says what it meets.
void Reasons::rule(Index r) {
    if (!mark(rules_, r) || e_.out[r]) return;
    const auto& when = e_.rule(r).when;
    const bool fails = when && !e_.rule(r).each && evaluate(*when, {e_.values, {}}).truth() == Truth::no;
    if (fails) return condition(*when);
    for (const auto slot : e_.program->reads[r]) item(slot);
}

void Reasons::effect_of(Index r) {
    rule(r);
    for (const auto a : e_.program->arguments_of_rule[r]) object(e_.program->arguments[a].object);
}

}  // namespace samenloop::survey
