#include "engine/evaluation.hpp"

#include <algorithm>

#include "engine/curve.hpp"
#include "engine/pass.hpp"
#include "model/ordinary.hpp"

namespace samenloop::engine {
namespace {

void change(Evaluation& e, const Variation& v) {
    e.made.insert(e.made.end(), v.made.begin(), v.made.end());
    for (const auto r : v.without) e.out[r] = true;
    for (const auto r : v.used) e.used[r] = true;
    for (const auto& [s, value] : v.facts) e.facts.set(s, value);
}

void touch(Pass& pass, const Variation& v) {
    for (const auto r : v.without) pass.touch_rule(r);
    for (const auto r : v.used) pass.touch_rule(r);
    for (const auto& [s, value] : v.facts) pass.touch_slot(s);
}

void compute_all(Evaluation& e) {
    const auto& base = e.base();
    e.values.assign(base.items.size());
    e.rules.assign(base.rules.size());
    e.labels.assign(e.program->arguments.size());
    Pass(e).run_all();
}

/// The same rules on a day on which some amounts are others: only what depends on these is worked out.
Evaluation with_amounts_of(const Program& program, const Evaluation& like,
                           const std::vector<std::pair<Slot, Value>>& changes) {
    auto e = like;
    e.program = &program;
    e.day = program.day;
    e.forget();
    Pass pass(e);
    for (Slot s = 0; s < e.base().items.size(); ++s) {
        const auto& item = e.base().items[s];
        if (item.kind == SlotKind::amount &&
            !(model::amount_at(item, program.day) == model::amount_at(item, like.program->day)))
            pass.touch_slot(s);
    }
    for (const auto& [slot, value] : changes) {
        e.facts.set(slot, value);
        pass.touch_slot(slot);
    }
    pass.run();
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
    e.forget();
    e.program = &program;
    e.yardstick = like.yardstick;
    e.world = like.world;
    e.day = program.day;
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
    if (program.today == none) return {};
    const auto changed = std::ranges::find(changes, program.today, &std::pair<Slot, Value>::first);
    return changed == changes.end() ? e.facts[program.today] : changed->second;
}

/// What an evaluation under the same program comes to with these facts, and with the rules that the other one leaves
/// out and uses.
Evaluation brought_to(const Evaluation& known, Paged<Value> facts, const Evaluation& like) {
    auto e = known;
    e.forget();
    e.day = like.day;
    e.yardstick = like.yardstick;
    e.others = like.others;
    Pass pass(e);
    facts.each_difference(e.facts, [&](std::size_t s) { pass.touch_slot(static_cast<Slot>(s)); });
    for (Index r = 0; r < e.out.size(); ++r)
        if (e.out[r] != like.out[r] || e.used[r] != like.used[r]) pass.touch_rule(r);
    e.facts = std::move(facts);
    e.out = like.out;
    e.used = like.used;
    pass.run();
    return e;
}

/// What is known under the program, with the facts and the rules left out of the other one.
Evaluation adjusted(const Evaluation& seed, const Evaluation& like,
                    const std::vector<std::pair<Slot, Value>>& changes) {
    auto facts = like.facts;
    for (const auto& [slot, value] : changes) facts.set(slot, value);
    return brought_to(seed, std::move(facts), like);
}

/// One that the same was asked of under this program, on the same day if there is one; null if there is none.
const Evaluation* nearest(const std::vector<std::shared_ptr<const Evaluation>>& seeds, const Program& program,
                          const Evaluation& like, const Value& today) {
    const Evaluation* near = nullptr;
    for (const auto& seed : seeds) {
        const bool fits = seed->program == &program && seed->world == like.world &&
                          seed->known_amounts == like.known_amounts && seed->made == like.made;
        if (!fits) continue;
        near = seed.get();
        if (day_in(program, *near, {}) == today) break;
    }
    return near;
}

/// Neither a curve nor a moving day, which look alike on another piece and are not the same.
bool is_plain(const Value& v) {
    if (v.get<std::shared_ptr<const Polynomial>>() != nullptr || v.get<std::shared_ptr<const MovingDay>>() != nullptr)
        return false;
    if (const auto* list = v.get<List>()) return !list->elements || std::ranges::all_of(*list->elements, is_plain);
    if (const auto* record = v.get<Record>()) return !record->fields || std::ranges::all_of(*record->fields, is_plain);
    return true;
}

bool all_plain(const Paged<Value>& facts) {
    for (std::size_t s = 0; s < facts.size(); ++s)
        if (!is_plain(facts[s])) return false;
    return true;
}

/// Where they differ, the first has neither a curve nor a moving day.
bool differs_plainly(const Paged<Value>& facts, const Paged<Value>& from) {
    bool plain = true;
    facts.each_difference(from, [&](std::size_t s) { plain = plain && is_plain(facts[s]); });
    return plain;
}

}  // namespace

Truth concerns(const Evaluation& e, const Unmodelled& part) {
    return part.when ? samenloop::evaluate(*part.when, {e.values, {}}).truth() : Truth::yes;
}

Evaluation without_carried(const Evaluation& from) {
    auto e = from;
    e.forget();
    e.known_amounts = true;
    Pass pass(e);
    for (Slot s = 0; s < e.base().items.size(); ++s)
        if (const auto since = e.base().items[s].carried_from; since && *since <= e.program->day) pass.touch_slot(s);
    pass.run();
    return e;
}

std::shared_ptr<const UnderOtherPrograms> known_of(const Evaluation& e) {
    auto all = e.others == nullptr ? UnderOtherPrograms{} : *e.others;
    if (!all_plain(e.facts)) return std::make_shared<const UnderOtherPrograms>(std::move(all));
    auto itself = e;
    itself.others = nullptr;
    itself.forget();
    all.seeds.push_back(std::make_shared<const Evaluation>(std::move(itself)));
    return std::make_shared<const UnderOtherPrograms>(std::move(all));
}

Evaluation evaluate(const Program& program, const Situation& situation, World world, const Variation& variation,
                    const std::shared_ptr<const UnderOtherPrograms>& known) {
    const auto& base = *program.base;
    Evaluation e;
    e.forget();
    e.program = &program;
    e.world = world;
    e.day = situation.date;
    e.facts = situation.facts;
    e.others = known == nullptr ? std::make_shared<UnderOtherPrograms>() : known->apart();
    if (program.today != none) e.facts.set(program.today, situation.date);  // the program is that of a stretch of days
    e.out.assign(base.rules.size(), false);
    e.used.assign(base.rules.size(), false);
    change(e, variation);
    if (const auto* near = nearest(e.others->seeds, program, e, day_in(program, e, {})))
        return brought_to(*near, e.facts, e);
    compute_all(e);
    return e;
}

Evaluation evaluate_again(const Program& program, const Evaluation& like,
                          const std::vector<std::pair<Slot, Value>>& changes) {
    if (like.others == nullptr) return from_scratch(program, like, changes);
    auto& seeds = like.others->seeds;
    const auto today = day_in(program, like, changes);
    const auto near = nearest(seeds, program, like, today);
    if (near != nullptr && day_in(program, *near, {}) == today) return adjusted(*near, like, changes);
    auto e = near != nullptr && today.get<Date>() != nullptr
                 ? adjusted(*near, like, changes)
                 : from_scratch(program, like, changes);
    // A curve looks the same on another piece; from a seed without one all that is a curve later is worked out anew.
    e.others = nullptr;  // what is kept does not hold what it is kept in
    if (today.get<Date>() != nullptr && all_plain(e.facts)) seeds.push_back(std::make_shared<const Evaluation>(e));
    e.others = like.others;
    return e;
}

Evaluation on_day(const Program& program, const Evaluation& now, Date day, model::FactChanges changes) {
    if (program.today != none) changes.emplace_back(program.today, day);
    auto e = &program == now.program ? vary(now, {{}, {}, std::move(changes)}) : evaluate_again(program, now, changes);
    e.day = day;
    return e;
}

Evaluation vary(const Evaluation& from, const Variation& variation) {
    auto e = from;
    e.forget();
    change(e, variation);
    Pass pass(e);
    touch(pass, variation);
    pass.run();
    return e;
}

Evaluation vary_near(const Evaluation& from, const Variation& variation) {
    if (from.others == nullptr) return vary(from, variation);
    auto& known = from.others->near;
    const auto near = std::ranges::find_if(known, [&](const std::shared_ptr<const Evaluation>& e) {
        return e->program == from.program && e->world == from.world && e->known_amounts == from.known_amounts &&
               e->made == from.made;
    });
    if (near == known.end()) {
        auto e = vary(from, variation);
        if (!all_plain(e.facts)) return e;
        auto kept = e;
        kept.others = nullptr;
        kept.forget();
        known.push_back(std::make_shared<const Evaluation>(std::move(kept)));
        return e;
    }
    auto like = from;
    change(like, variation);
    return differs_plainly(like.facts, (*near)->facts) ? brought_to(**near, like.facts, like) : vary(from, variation);
}

namespace {

std::shared_ptr<WorkedOut> apart(const WorkedOut& all) {
    auto copy = std::make_shared<WorkedOut>(all);
    if (all.reference != nullptr) copy->reference = std::make_shared<const Evaluation>(all.reference->apart());
    return copy;
}

}  // namespace

Evaluation Evaluation::apart() const {
    auto e = *this;
    e.worked_out = engine::apart(*worked_out);
    if (others != nullptr) e.others = others->apart();
    return e;
}

void Evaluation::forget() { worked_out = std::make_shared<WorkedOut>(); }

std::shared_ptr<UnderOtherPrograms> UnderOtherPrograms::apart() const {
    auto copy = std::make_shared<UnderOtherPrograms>(*this);
    for (auto& [_, span] : copy->spans) span.state.worked_out = engine::apart(*span.state.worked_out);
    return copy;
}

bool same_question(const Evaluation& a, const Evaluation& b) {
    return a.program == b.program && a.world == b.world && a.yardstick == b.yardstick &&
           a.known_amounts == b.known_amounts && a.made == b.made && a.out == b.out && a.used == b.used &&
           a.facts == b.facts;
}

bool has_plain_facts(const Evaluation& e) { return all_plain(e.facts); }

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

}  // namespace samenloop::engine
