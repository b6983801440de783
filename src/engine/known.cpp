#include "engine/known.hpp"

#include <algorithm>

#include "engine/disposable.hpp"
#include "engine/reach.hpp"
#include "engine/withholding.hpp"

namespace samenloop::engine {

bool is_exact(const Value& v) { return !v.is_unknown() && v.get<Range>() == nullptr; }

void Lacking::add(const Lacking& more) {
    amounts.insert(more.amounts.begin(), more.amounts.end());
    facts.insert(more.facts.begin(), more.facts.end());
    unmodelled.insert(more.unmodelled.begin(), more.unmodelled.end());
    undefined.insert(more.undefined.begin(), more.undefined.end());
}

void Unknowns::expression(const Expression& x) {
    if (!stops(samenloop::evaluate(x, {e_.values, {}}))) whole(x);
}

void Unknowns::whole(const Expression& x) {
    for (const auto& r : x.reads()) slot(r.slot, r.field);
}

void Unknowns::fact(Slot s, const std::string& field) {
    const auto& item = e_.base().items[s];
    if (item.id.starts_with("date.")) return;
    const auto* list = e_.facts[s].get<List>();
    if (list == nullptr || !list->elements) {
        if (e_.facts[s].is_unknown()) found_.facts.insert({s, 0, 0});
        return;
    }
    if (!item.type.element || field.empty()) return;
    const auto index = model::field_index(*item.type.element, field);
    for (std::size_t k = 1; k <= list->elements->size(); ++k)
        if (const model::Path path{s, k, index}; model::value_at(e_.facts, path).is_unknown())
            found_.facts.insert(path);
}

void Unknowns::slot(Slot s, const std::string& field) {
    const auto& item = e_.base().items[s];
    const bool list = item.type.kind == Kind::list;
    if (has_enough() || (stops(e_.values[s]) && !list) || !seen_.emplace(s, field).second) return;
    if (item.kind == SlotKind::amount) {
        if (e_.values[s].is_unknown()) found_.amounts.insert(s);
        return;
    }
    const auto before =
        found_.amounts.size() + found_.facts.size() + found_.unmodelled.size() + found_.undefined.size();
    for (const auto u : e_.program->unmodelled[s])
        if (const auto& part = e_.base().unmodelled[u]; concerns(e_, part) != Truth::no) {
            found_.unmodelled.insert(u);
            if (part.when) expression(*part.when);
        }
    const auto o = e_.program->object_of_slot[s];
    if (!e_.facts[s].is_unknown() || (o == none && !item.fallback)) return fact(s, field);
    if (item.fallback) expression(*item.fallback);
    if (o != none) object(o);
    const auto after = found_.amounts.size() + found_.facts.size() + found_.unmodelled.size() + found_.undefined.size();
    if (before == after && e_.values[s].is_unknown() && is_decided_by_nobody(o)) found_.undefined.insert(s);
}

/// No rule in force says what it is.
bool Unknowns::is_decided_by_nobody(Index o) const {
    if (o == none || e_.program->objects[o].kind != ObjectKind::item) return false;
    return std::ranges::all_of(e_.program->objects[o].arguments, [&](ArgumentId a) {
        return e_.applies(e_.program->arguments[a].rule) == Truth::no;
    });
}

void Unknowns::object(Index o) {
    for (const auto a : e_.program->objects[o].arguments) rule(e_.program->arguments[a].rule);
}

void Unknowns::list_of(Index r, const Expression& x) {
    const auto& each = e_.rule(r).each;
    if (!each || each->reads().empty()) return;
    for (const auto& local : x.local_reads()) slot(each->reads().front().slot, local.field);
}

void Unknowns::read(const std::optional<Expression>& x, Index r, std::size_t instance) {
    if (!x || stops(e_.value_of(*x, r, instance))) return;
    whole(*x);
    list_of(r, *x);
}

void Unknowns::rule(Index r) {
    if (has_enough() || !e_.program->in_force[r] || e_.out[r] || !rules_.insert(r).second) return;
    const auto& rule = e_.rule(r);
    if (rule.each) expression(*rule.each);
    for (std::size_t i = 0; i < e_.rules[r].size(); ++i) {
        if (depth_ != Depth::all && e_.rules[r][i].applies != Truth::unknown) continue;
        read(rule.when, r, i);
        if (!e_.used[r]) read(rule.request, r, i);
    }
    if (e_.applies(r) != Truth::no) effects(r);
}

void Unknowns::effects(Index r) {
    for (const auto& effect : e_.rule(r).effects)
        for (std::size_t i = 0; i < e_.rules[r].size(); ++i) {
            if (e_.rules[r][i].applies == Truth::no) continue;
            if (effect.kind != EffectKind::requires_) read(effect.value, r, i);
            read(effect.to.instance, r, i);
        }
    for (const auto a : e_.program->arguments_of_rule[r])
        if (e_.accepted(a) == Truth::unknown) object(e_.program->arguments[a].object);
}

void Unknowns::outcome(Index o) {
    if (!outcomes_.insert(o).second) return;
    const auto& outcome = e_.base().outcomes[o];
    if (outcome.holds) expression(*outcome.holds);
    if (outcome.scheme != none) slot(e_.base().schemes[outcome.scheme].granted);
    for (Index r = 0; r < e_.base().rules.size(); ++r)
        for (const auto& effect : e_.rule(r).effects)
            if (effect.outcome == o || effect.achieves == o) {
                rule(r);
                break;
            }
}

void Unknowns::income() {
    const auto& base = e_.base();
    if (base.disposable) expression(*base.disposable);
    const auto reached = reach(e_);
    for (Index o = 0; o < base.outcomes.size(); ++o)
        if (const auto s = base.outcomes[o].scheme;
            s != none && base.schemes[s].disposable && reached[o] == Truth::unknown)
            outcome(o);
    for (const auto& scheme : base.schemes)
        if (scheme.disposable) slot(scheme.sum);
    if (is_exact(taken(e_, Decimal(1)).total)) return;
    for (const auto& floor : base.floors) {
        slot(floor.item);
        if (floor.stream) expression(*floor.stream);
    }
    for (Index r = 0; r < base.rules.size(); ++r)
        if (std::ranges::any_of(e_.rule(r).effects, [](const Effect& x) {
                return x.kind == EffectKind::recover || x.kind == EffectKind::attach;
            }))
            rule(r);
}

std::vector<Index> Unknowns::rules() const {
    std::vector<Index> all;
    for (const auto r : rules_)
        if (e_.applies(r) != Truth::no) all.push_back(r);
    return all;
}

std::optional<Date> known_up_to(const RuleBase& base, const Rule& rule) {
    const auto read = rule.read ? rule.read : base.laws[rule.law].read;
    if (!read) return std::nullopt;
    const auto* months = base.norm("knowledge.months");
    return read->plus({months != nullptr ? static_cast<std::int32_t>(months->value.to_int()) : 0, 0});
}

std::vector<Index> unread_rules(const Evaluation& e) {
    std::vector<Index> all;
    for (Index r = 0; r < e.base().rules.size(); ++r) {
        if (!e.program->in_force[r] || e.out[r] || e.applies(r) == Truth::no) continue;
        if (const auto until = known_up_to(e.base(), e.rule(r)); until && *until < e.day) all.push_back(r);
    }
    return all;
}

}  // namespace samenloop::engine
