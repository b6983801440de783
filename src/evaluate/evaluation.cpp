#include "evaluate/evaluation.hpp"

#include <algorithm>

#include "evaluate/amounts.hpp"
#include "evaluate/labelling.hpp"
#include "evaluate/spread.hpp"

namespace samenloop {
namespace {

Truth asked(const Evaluation& e, const Rule& rule, Index r, std::span<const Value> locals) {
    if (e.used[r] || !rule.on_request) return Truth::yes;
    return rule.request ? evaluate(*rule.request, {e.values, locals}).truth() : Truth::no;
}

Truth applies(const Evaluation& e, Index r, std::span<const Value> locals) {
    const auto& rule = e.rule(r);
    if (!e.program->in_force[r] || e.out[r]) return Truth::no;
    const auto when = rule.when ? evaluate(*rule.when, {e.values, locals}).truth() : Truth::yes;
    return when == Truth::no ? Truth::no : when && asked(e, rule, r, locals);
}

void evaluate_rule(Evaluation& e, Index r) {
    auto& instances = e.rules.edit(r);
    instances.clear();
    const auto& rule = e.rule(r);
    if (!rule.each) {
        instances.push_back({applies(e, r, {}), {}});
        return;
    }
    if (!e.program->in_force[r]) return;
    const auto list = evaluate(*rule.each, {e.values, {}});
    if (const auto* l = list.get<List>(); l != nullptr && l->elements)
        for (const auto& element : *l->elements) instances.push_back({applies(e, r, std::span(&element, 1)), element});
}

Value amount_at(const Item& item, Date day) {
    for (const auto& [interval, value] : item.values)
        if (interval.contains(day)) return value;
    return {};
}

/// What a slot is worth before any rule is asked.
Value given(const Evaluation& e, Slot s) {
    const auto& item = e.base().items[s];
    if (item.kind == SlotKind::amount)
        return e.known_amounts && item.carried_from && *item.carried_from <= e.program->day
                   ? Value()
                   : amount_at(item, e.program->day);
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

/// Goes over what a change may reach, in dependency order, and stops where it turns out to change nothing: a rule is
/// asked again only if something that it reads has another value than before.
class Pass {
  public:
    Pass(Evaluation& e, const Dirty& dirty)
        : e_(e), dirty_(dirty), changed_(dirty.slots.size(), false), rules_(dirty.rules.size(), State::unseen) {}

    void run() {
        for (const auto& step : e_.program->steps)
            if (!step.is_object) slot(step.index);
            else if (dirty_.objects[step.index]) object(step.index);
    }

  private:
    enum class State : std::uint8_t { unseen, same, asked_again };

    bool has_changed(const std::vector<Slot>& slots) const {
        return std::ranges::any_of(slots, [&](Slot s) { return changed_[s]; });
    }

    bool is_stale(Slot s) const {
        if (dirty_.touched_slots[s]) return true;
        for (const auto u : e_.program->unmodelled[s])
            if (const auto& when = e_.base().unmodelled[u].when; when && has_changed_read(*when)) return true;
        const auto& fallback = e_.base().items[s].fallback;
        return fallback && has_changed_read(*fallback);
    }

    bool has_changed_read(const Expression& x) const {
        return std::ranges::any_of(x.reads(), [&](const Read& r) { return changed_[r.slot]; });
    }

    void slot(Slot s) {
        if (!dirty_.slots[s] || !is_stale(s)) return;
        auto v = given(e_, s);
        const auto& fallback = e_.base().items[s].fallback;
        if (v.is_unknown() && left_open(e_, s)) v = open_value(e_.base().items[s]);
        else if (v.is_unknown() && fallback) v = evaluate(*fallback, {e_.values, {}});
        changed_[s] = dirty_.touched_slots[s] || !(v == e_.values[s]);
        e_.values.set(s, std::move(v));
    }

    bool ask_again(Index r) {
        if (!dirty_.rules[r]) return false;
        if (rules_[r] == State::unseen) {
            const bool stale = dirty_.touched_rules[r] || has_changed(e_.program->reads[r]);
            rules_[r] = stale ? State::asked_again : State::same;
            if (stale) evaluate_rule(e_, r);
        }
        return rules_[r] == State::asked_again;
    }

    void object(Index o) {
        const auto& object = e_.program->objects[o];
        const auto slots = slots_of(e_.base(), object);
        bool stale = std::ranges::any_of(slots, [&](Slot s) { return s != none && is_stale(s); });
        for (const auto a : object.arguments) stale = ask_again(e_.program->arguments[a].rule) || stale;
        if (!stale) return;
        std::array<Value, 2> before;
        for (std::size_t k = 0; k < slots.size(); ++k)
            if (slots[k] != none) before[k] = e_.values[slots[k]];
        label_object(e_, o);
        decide_values(e_, o);
        for (const auto s : slots)
            if (s != none && left_open(e_, s)) e_.values.set(s, open_value(e_.base().items[s]));
        keep_what_is_given(object);
        for (std::size_t k = 0; k < slots.size(); ++k)
            if (slots[k] != none)
                changed_[slots[k]] = dirty_.touched_slots[slots[k]] || !(before[k] == e_.values[slots[k]]);
    }

    void keep_what_is_given(const Object& object) {
        if (object.kind != ObjectKind::item) return;
        if (const auto v = given(e_, object.index); !v.is_unknown()) e_.values.set(object.index, v);
    }

    Evaluation& e_;
    const Dirty& dirty_;
    std::vector<bool> changed_;  // slots that have another value than before
    std::vector<State> rules_;
};

void change(Evaluation& e, const Variation& v, Spread& spread) {
    e.made.insert(e.made.end(), v.made.begin(), v.made.end());
    for (const auto r : v.without) {
        e.out[r] = true;
        spread.touch_rule(r);
    }
    for (const auto r : v.used) {
        e.used[r] = true;
        spread.touch_rule(r);
    }
    for (const auto& [s, value] : v.facts) {
        e.facts.set(s, value);
        spread.touch_slot(s);
    }
}

void compute_all(Evaluation& e) {
    const auto& base = e.base();
    e.values.assign(base.items.size());
    e.rules.assign(base.rules.size());
    e.labels.assign(e.program->arguments.size());
    Spread all(*e.program);
    for (Slot s = 0; s < base.items.size(); ++s) all.touch_slot(s);
    for (Index r = 0; r < base.rules.size(); ++r) all.touch_rule(r);
    auto dirty = all.finish();
    dirty.objects.assign(e.program->objects.size(), true);
    Pass(e, dirty).run();
}

/// The same rules on a day on which some amounts are others: only what depends on these is worked out.
Evaluation with_amounts_of(const Program& program, const Evaluation& like,
                           const std::vector<std::pair<Slot, Value>>& changes) {
    auto e = like;
    e.program = &program;
    e.forget();
    Spread spread(program);
    for (Slot s = 0; s < e.base().items.size(); ++s) {
        const auto& item = e.base().items[s];
        if (item.kind == SlotKind::amount && !(amount_at(item, program.day) == amount_at(item, like.program->day)))
            spread.touch_slot(s);
    }
    for (const auto& [slot, value] : changes) {
        e.facts.set(slot, value);
        spread.touch_slot(slot);
    }
    const auto dirty = spread.finish();
    Pass(e, dirty).run();
    return e;
}

/// Nothing comes into force or lapses between them, so that arguments, objects and conflicts are the same.
bool same_shape(const Program& a, const Program& b) { return a.base == b.base && a.in_force == b.in_force; }

/// Under another program, with nothing known of it yet.
Evaluation from_scratch(const Program& program, const Evaluation& like,
                        const std::vector<std::pair<Slot, Value>>& changes) {
    if (same_shape(program, *like.program)) {
        auto e = with_amounts_of(program, like, changes);
        e.others = nullptr;
        return e;
    }
    Evaluation e;
    e.program = &program;
    e.yardstick = like.yardstick;
    e.world = like.world;
    e.facts = like.facts;
    e.out = like.out;
    e.used = like.used;
    e.made = like.made;
    e.known_amounts = like.known_amounts;
    for (const auto& [slot, value] : changes) e.facts.set(slot, value);
    compute_all(e);
    return e;
}

/// The day that the facts tell; unknown where the rule base knows no day.
Value day_in(const Program& program, const Evaluation& e, const std::vector<std::pair<Slot, Value>>& changes) {
    const auto at = program.base->names.find("date.today");
    if (at == program.base->names.end()) return {};
    const auto changed = std::ranges::find(changes, at->second.slot, &std::pair<Slot, Value>::first);
    return changed == changes.end() ? e.facts[at->second.slot] : changed->second;
}

/// What is known under the program, with the facts and the rules left out of the other one.
Evaluation adjusted(const Evaluation& seed, const Evaluation& like,
                    const std::vector<std::pair<Slot, Value>>& changes) {
    auto e = seed;
    e.forget();
    e.yardstick = like.yardstick;
    e.others = like.others;
    auto facts = like.facts;
    for (const auto& [slot, value] : changes) facts.set(slot, value);
    Spread spread(*e.program);
    facts.each_difference(e.facts, [&](std::size_t s) { spread.touch_slot(static_cast<Slot>(s)); });
    for (Index r = 0; r < e.out.size(); ++r)
        if (e.out[r] != like.out[r] || e.used[r] != like.used[r]) spread.touch_rule(r);
    e.facts = std::move(facts);
    e.out = like.out;
    e.used = like.used;
    const auto dirty = spread.finish();
    Pass(e, dirty).run();
    return e;
}

}  // namespace

Truth concerns(const Evaluation& e, const Unmodelled& part) {
    return part.when ? evaluate(*part.when, {e.values, {}}).truth() : Truth::yes;
}

Evaluation without_carried(const Evaluation& from) {
    auto e = from;
    e.forget();
    e.known_amounts = true;
    Spread spread(*e.program);
    for (Slot s = 0; s < e.base().items.size(); ++s)
        if (const auto since = e.base().items[s].carried_from; since && *since <= e.program->day) spread.touch_slot(s);
    const auto dirty = spread.finish();
    Pass(e, dirty).run();
    return e;
}

Evaluation evaluate(const Program& program, const Situation& situation, World world, const Variation& variation) {
    const auto& base = *program.base;
    Evaluation e;
    e.program = &program;
    e.world = world;
    e.facts = situation.facts;
    e.others = std::make_shared<UnderOtherPrograms>();
    if (const auto at = base.names.find("date.today"); at != base.names.end())
        e.facts.set(at->second.slot, situation.date);  // the program is that of a stretch of days
    e.out.assign(base.rules.size(), false);
    e.used.assign(base.rules.size(), false);
    Spread changed(program);
    change(e, variation, changed);
    compute_all(e);
    return e;
}

Evaluation evaluate_again(const Program& program, const Evaluation& like,
                          const std::vector<std::pair<Slot, Value>>& changes) {
    if (like.others == nullptr) return from_scratch(program, like, changes);
    auto& seeds = like.others->seeds;
    const auto today = day_in(program, like, changes);
    const auto fits = [&](const Evaluation& seed) {
        return seed.program == &program && seed.world == like.world && seed.known_amounts == like.known_amounts &&
               seed.made == like.made && day_in(program, seed, {}) == today;
    };
    if (const auto seed = std::ranges::find_if(seeds, fits); seed != seeds.end()) return adjusted(*seed, like, changes);
    auto e = from_scratch(program, like, changes);
    if (today.get<Date>() != nullptr) seeds.push_back(e);
    e.others = like.others;
    return e;
}

Evaluation vary(const Evaluation& from, const Variation& variation) {
    auto e = from;
    e.forget();
    Spread spread(*e.program);
    change(e, variation, spread);
    const auto dirty = spread.finish();
    Pass(e, dirty).run();
    return e;
}

Truth Evaluation::applies(Index r) const {
    auto any = Truth::no;
    for (const auto& i : rules[r]) any = any || i.applies;
    return any;
}

Truth Evaluation::accepted(ArgumentId a) const {
    auto any = Truth::no;
    for (const auto l : labels[a]) {
        if (l == Label::accepted) return Truth::yes;
        if (l == Label::maybe) any = Truth::unknown;
    }
    return any;
}

Truth Evaluation::effective(Index r) const {
    auto any = Truth::no;
    for (const auto a : program->arguments_of_rule[r]) any = any || accepted(a);
    return any;
}

Value Evaluation::value_of(const Expression& e, Index r, std::size_t instance) const {
    if (!rule(r).each || instance >= rules[r].size()) return samenloop::evaluate(e, {values, {}});
    return samenloop::evaluate(e, {values, std::span(&rules[r][instance].element, 1)});
}

namespace {

std::string named(const RuleBase& base, const OrganisationRef& ref, const Value& instance) {
    const auto* text = instance.get<std::string>();
    const auto name = text != nullptr ? *text : "?";
    if (ref.organisation != none) {
        const auto& id = base.organisations[ref.organisation].id;
        return ref.instance ? id + "[" + name + "]" : id;
    }
    const auto known = base.organisation_named(name);
    return known == none ? name : base.organisations[known].id;
}

}  // namespace

std::string Evaluation::organisation(const OrganisationRef& ref) const {
    if (ref.empty()) return {};
    return named(base(), ref, ref.instance ? samenloop::evaluate(*ref.instance, {values, {}}) : Value());
}

std::string Evaluation::organisation(const OrganisationRef& ref, Index r, std::size_t instance) const {
    if (ref.empty()) return {};
    return named(base(), ref, ref.instance ? value_of(*ref.instance, r, instance) : Value());
}

std::string Evaluation::actor(ArgumentId a, std::size_t instance) const {
    const auto r = program->arguments[a].rule;
    const auto* effect = program->effect(a);
    const auto& ref = effect != nullptr && !effect->actor.empty() ? effect->actor : rule(r).actor;
    return organisation(ref, r, instance);
}

}  // namespace samenloop
