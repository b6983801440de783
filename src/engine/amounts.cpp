#include "engine/amounts.hpp"

#include "feel/number.hpp"

namespace samenloop::engine {
namespace {

/// With and without: what a maybe effect leaves of a value.
Value softened(const Value& v, Label label) { return label == Label::maybe ? hull(v, Decimal(0)) : v; }

/// Calls visit(argument, instance, label) for all accepted and maybe effects of one kind.
template <class Visit>
void each_standing(const Evaluation& e, const Object& object, EffectKind kind, Visit visit) {
    for (const auto a : object.arguments) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != kind) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i)
            if (const auto l = e.labels[a][i]; l == Label::accepted || l == Label::maybe) visit(a, i, l);
    }
}

void decide_item(Evaluation& e, const Object& object) {
    const auto& item = e.base().items[object.index];
    std::optional<Value> certain;
    std::optional<Value> possible;
    each_standing(e, object, EffectKind::define, [&](ArgumentId a, std::size_t i, Label l) {
        auto v = e.value_of(*e.program->effect(a)->value, e.program->arguments[a].rule, i);
        auto& into = l == Label::accepted ? certain : possible;
        into = into ? hull(*into, v) : std::move(v);
    });
    if (!certain && item.fallback) certain = samenloop::evaluate(*item.fallback, {e.values, {}});
    if (!certain) certain = Value();
    e.values.set(object.index, possible ? hull(*certain, *possible) : *certain);
}

bool comes_first(const Evaluation& e, const Object& object, ArgumentId a, std::size_t instance) {
    const auto* effect = e.program->effect(a);
    for (const auto other : object.arguments) {
        if (other == a) return true;
        const auto* o = e.program->effect(other);
        if (o == nullptr || o->kind != EffectKind::grant || o->component != effect->component) continue;
        if (e.program->arguments[other].rule == e.program->arguments[a].rule) continue;
        for (std::size_t i = 0; i < e.labels[other].size(); ++i)
            if (e.labels[other][i] == Label::accepted && e.yearly_amount(other, i) == e.yearly_amount(a, instance))
                return false;
    }
    return true;
}

/// Components and instances add up; the same component given twice, with the same amount, is given once.  A grant that
/// counts as income but states no amount (individual assistance) is some amount, not none.
Value sum_of_grants(const Evaluation& e, const Object& object) {
    Value total = Decimal(0);
    const bool counts = e.base().schemes[object.index].disposable;
    each_standing(e, object, EffectKind::grant, [&](ArgumentId a, std::size_t i, Label l) {
        if (!e.program->effect(a)->value) {
            if (counts) total = feel::number::add(total, Range{Decimal(0), std::nullopt});
        } else if (comes_first(e, object, a, i)) {
            total = feel::number::add(total, softened(e.yearly_amount(a, i), l));
        }
    });
    return total;
}

Value less_reductions(const Evaluation& e, const Object& object, Value total) {
    bool reduced = false;
    each_standing(e, object, EffectKind::reduce, [&](ArgumentId a, std::size_t i, Label l) {
        total = feel::number::subtract(total, softened(e.yearly_amount(a, i), l));
        reduced = true;
    });
    return reduced ? feel::number::max(total, Decimal(0)) : total;
}

Truth granted(const Evaluation& e, const Object& object) {
    auto any = Truth::no;
    for (const auto a : object.arguments)
        if (const auto* effect = e.program->effect(a); effect != nullptr && effect->kind == EffectKind::grant)
            any = any || e.accepted(a);
    auto all = Truth::yes;
    for (const auto a : object.arguments) {
        const auto r = e.program->arguments[a].rule;
        const auto* effect = e.program->effect(a);
        // A condition that is not in force, or is left out, asks nothing.
        if (effect == nullptr || effect->kind != EffectKind::basis || !e.program->in_force[r] || e.out[r]) continue;
        all = all && e.accepted(a);
    }
    return any && all;
}

/// Where it is not known whether the income is below the norm, the difference may be negative; what is paid is not.
void decide_scheme(Evaluation& e, const Object& object) {
    const auto& scheme = e.base().schemes[object.index];
    const auto is_granted = granted(e, object);
    e.values.set(scheme.granted, Value::from(is_granted));
    if (is_granted == Truth::no) {
        e.values.set(scheme.sum, Decimal(0));
        return;
    }
    const auto total = less_reductions(e, object, sum_of_grants(e, object));
    const auto paid = total.get<Range>() != nullptr ? feel::number::max(total, Decimal(0)) : total;
    e.values.set(scheme.sum, is_granted == Truth::yes ? paid : hull(paid, Decimal(0)));
}

void decide_charge(Evaluation& e, const Object& object) {
    Value total = Decimal(0);
    each_standing(e, object, EffectKind::charge, [&](ArgumentId a, std::size_t i, Label l) {
        total = feel::number::add(total, softened(e.yearly_amount(a, i), l));
    });
    e.values.set(e.base().charges[object.index].slot, less_reductions(e, object, total));
}

}  // namespace

Value Evaluation::yearly_amount(ArgumentId a, std::size_t instance) const {
    const auto* effect = program->effect(a);
    if (effect == nullptr || !effect->value) return {};
    const auto v = value_of(*effect->value, program->arguments[a].rule, instance);
    return effect->value->type().unit == "eur/month" ? feel::number::multiply(v, Decimal(12)) : v;
}

void decide_values(Evaluation& e, Index index) {
    const auto& object = e.program->objects[index];
    if (object.kind == ObjectKind::item) decide_item(e, object);
    if (object.kind == ObjectKind::scheme) decide_scheme(e, object);
    if (object.kind == ObjectKind::charge) decide_charge(e, object);
}

}  // namespace samenloop::engine
