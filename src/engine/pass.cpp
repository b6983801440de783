#include "engine/pass.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <queue>

#include "base/marks.hpp"
#include "engine/amounts.hpp"
#include "engine/labelling.hpp"
#include "model/ordinary.hpp"

namespace samenloop::engine {
namespace {

std::uint64_t& taken() {
    thread_local std::uint64_t steps = 0;
    return steps;
}

/// The slots that an object decides; none where it decides fewer.
std::array<Slot, 2> slots_of(const RuleBase& base, const Object& object) {
    switch (object.kind) {
    case ObjectKind::item: return {object.index, none};
    case ObjectKind::charge: return {base.charges[object.index].slot, none};
    case ObjectKind::scheme: return {base.schemes[object.index].granted, base.schemes[object.index].sum};
    default: return {none, none};
    }
}

Truth asked(const Evaluation& e, const Rule& rule, Index r, std::span<const Value> locals) {
    if (e.used[r] || !rule.on_request) return Truth::yes;
    return rule.request ? samenloop::evaluate(*rule.request, {e.values, locals}).truth() : Truth::no;
}

Truth applies(const Evaluation& e, Index r, std::span<const Value> locals) {
    const auto& rule = e.rule(r);
    if (!e.program->in_force[r] || e.out[r]) return Truth::no;
    const auto when = rule.when ? samenloop::evaluate(*rule.when, {e.values, locals}).truth() : Truth::yes;
    return when == Truth::no ? Truth::no : when && asked(e, rule, r, locals);
}

void evaluate_rule(Evaluation& e, Index r) {
    const auto& rule = e.rule(r);
    Instances now;
    if (!rule.each) {
        now.push_back({applies(e, r, {}), {}});
    } else if (e.program->in_force[r]) {
        const auto list = samenloop::evaluate(*rule.each, {e.values, {}});
        if (const auto* l = list.get<List>(); l != nullptr && l->elements)
            for (const auto& element : *l->elements) now.push_back({applies(e, r, std::span(&element, 1)), element});
    }
    e.rules.set(r, std::move(now));
}

/// What a slot is worth before any rule is asked.
Value given(const Evaluation& e, Slot s) {
    const auto& item = e.base().items[s];
    if (item.kind == SlotKind::amount)
        return e.known_amounts && item.carried_from && *item.carried_from <= e.program->day
                   ? Value()
                   : model::amount_at(item, e.program->day);
    if (item.kind == SlotKind::paid || item.kind == SlotKind::due)
        return e.facts[s].is_unknown() ? Value(Decimal(0)) : e.facts[s];
    return e.facts[s];
}

/// Does what the rules leave out concern this slot here?
bool left_open(const Evaluation& e, Slot s) {
    return std::ranges::any_of(
        e.program->unmodelled[s], [&](Index u) { return concerns(e, e.base().unmodelled[u]) != Truth::no; });
}

/// What is paid or taken is some amount; of anything else nothing is known.
Value open_value(const Item& item) {
    const bool amount = item.kind == SlotKind::sum || item.kind == SlotKind::charge;
    return amount ? Value(Range{Decimal(0), std::nullopt}) : Value();
}

void keep_what_is_given(Evaluation& e, const Object& object) {
    if (object.kind != ObjectKind::item) return;
    if (const auto v = given(e, object.index); !v.is_unknown()) e.values.set(object.index, v);
}

}  // namespace

struct PassScratch {
    base::Marks waiting;  // steps
    base::Marks slots;    // given anew: a curve and a moving day are others, though they look the same
    base::Marks rules;    // to be asked again
    base::Marks asked;    // rules
    std::priority_queue<Index, std::vector<Index>, std::greater<>> queue;
    Index next = 0;  // steps before this one have been taken
};

namespace {

/// Of this thread: a pass takes one and gives it back.
std::vector<std::unique_ptr<PassScratch>>& spare() {
    thread_local std::vector<std::unique_ptr<PassScratch>> all;
    return all;
}

}  // namespace

Pass::Pass(Evaluation& e) : e_(e) {
    auto& all = spare();
    if (all.empty()) all.push_back(std::make_unique<PassScratch>());
    scratch_ = std::move(all.back());
    all.pop_back();
    scratch_->waiting.begin(e.program->steps.size());
    scratch_->slots.begin(e.base().items.size());
    scratch_->rules.begin(e.base().rules.size());
    scratch_->asked.begin(e.base().rules.size());
    scratch_->queue = {};
    scratch_->next = 0;
}

Pass::~Pass() { spare().push_back(std::move(scratch_)); }

void Pass::wait_for(Index step) {
    if (step >= scratch_->next && scratch_->waiting.insert(step)) scratch_->queue.push(step);
}

void Pass::touch_slot(Slot s) {
    scratch_->slots.insert(s);
    wait_for(e_.program->step_of_slot[s]);
}

void Pass::touch_rule(Index r) {
    if (!scratch_->rules.insert(r)) return;
    for (const auto a : e_.program->arguments_of_rule[r])
        wait_for(e_.program->step_of_object[e_.program->arguments[a].object]);
}

void Pass::touch_readers(Slot s) {
    for (const auto r : e_.program->readers[s]) touch_rule(r);
    for (const auto f : e_.program->fallback_readers[s]) wait_for(e_.program->step_of_slot[f]);
    for (const auto open : e_.program->left_open_by[s]) wait_for(e_.program->step_of_slot[open]);
}

void Pass::run() {
    auto& queue = scratch_->queue;
    while (!queue.empty()) {
        const auto step = queue.top();
        queue.pop();
        scratch_->next = step + 1;
        take(e_.program->steps[step]);
    }
}

void Pass::run_all() {
    everything_ = true;
    for (const auto& step : e_.program->steps) take(step);
}

void Pass::take(const Step& step) {
    ++taken();
    if (step.is_object) object(step.index);
    else slot(step.index);
}

void Pass::hand_on(Slot s, const Value& before) {
    if (!everything_ && (scratch_->slots.has(s) || !(before == e_.values[s]))) touch_readers(s);
}

void Pass::slot(Slot s) {
    auto v = given(e_, s);
    const auto& item = e_.base().items[s];
    if (v.is_unknown() && left_open(e_, s)) v = open_value(item);
    else if (v.is_unknown() && item.fallback) v = samenloop::evaluate(*item.fallback, {e_.values, {}});
    if (!scratch_->slots.has(s) && v == e_.values[s]) return;
    e_.values.edit(s) = std::move(v);
    if (!everything_) touch_readers(s);
}

void Pass::ask_again(Index r) {
    if ((everything_ || scratch_->rules.has(r)) && scratch_->asked.insert(r)) evaluate_rule(e_, r);
}

void Pass::object(Index o) {
    const auto& object = e_.program->objects[o];
    for (const auto a : object.arguments) ask_again(e_.program->arguments[a].rule);
    const auto slots = slots_of(e_.base(), object);
    std::array<Value, 2> before;
    for (std::size_t k = 0; k < slots.size(); ++k)
        if (slots[k] != none) before[k] = e_.values[slots[k]];
    label_object(e_, o);
    decide_values(e_, o);
    for (const auto s : slots)
        if (s != none && left_open(e_, s)) e_.values.set(s, open_value(e_.base().items[s]));
    keep_what_is_given(e_, object);
    for (std::size_t k = 0; k < slots.size(); ++k)
        if (slots[k] != none) hand_on(slots[k], before[k]);
}

std::uint64_t steps_taken() { return taken(); }

}  // namespace samenloop::engine
