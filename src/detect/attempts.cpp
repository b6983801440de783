#include "detect/attempts.hpp"

#include <algorithm>

#include "detect/minimal.hpp"
#include "engine/reach.hpp"
#include "model/request.hpp"

namespace samenloop::detect {
namespace {

bool is_plain_fact(const engine::Evaluation& e, Slot s) {
    const auto& item = e.base().items[s];
    return item.kind == SlotKind::item && !item.fallback && e.program->object_of_slot[s] == none &&
           !item.id.starts_with("date.");
}

std::string word_of(const Value& v) {
    if (const auto* b = v.get<bool>()) return *b ? "true" : "false";
    const auto* text = v.get<std::string>();
    return text != nullptr ? *text : std::string();
}

bool higher(const Value& now, const Value& v) {
    if (const auto* a = now.get<Decimal>())
        if (const auto* b = v.get<Decimal>()) return *a < *b;
    if (const auto* a = now.get<Date>())
        if (const auto* b = v.get<Date>()) return *a < *b;
    return false;
}

Mover mover_of(Level level) {
    if (level == Level::practice) return Mover::practice;
    if (level == Level::policy) return Mover::policy;
    return level >= Level::act ? Mover::act : Mover::regulation;
}

std::string actor_of_rule(const engine::Evaluation& e, Index r, std::size_t instance = 0) {
    for (const auto a : e.program->arguments_of_rule[r])
        if (instance < e.labels[a].size()) return e.actor(a, instance);
    return {};
}

/// Something that it says is accepted, or it asks for something first.
bool has_effect(const engine::Evaluation& law, Index r) {
    if (law.effective(r) != Truth::no) return true;
    return !law.rule(r).requirements.empty() && law.applies(r) != Truth::no;
}

class Collect {
  public:
    explicit Collect(const WhatIf& inquiry) : e_(inquiry.practice()), base_(e_.base()) {}

    std::vector<Attempt> run() {
        for (const auto& place : given_places(e_))
            if (changer_at(base_, place).by != Changer::By::nobody) change(place);
        for (Index r = 0; r < base_.rules.size(); ++r) {
            if (!e_.program->in_force[r] || e_.out[r]) continue;
            use(r);
            leave_out(r);
        }
        return std::move(all_);
    }

  private:
    void change(const model::Path& place) {
        const auto& changer = changer_at(base_, place);
        const auto now = model::value_at(e_.facts, place);
        for (auto& v : better_values(nearby_values(e_, place), now, changer.better)) {
            Attempt a{{Mover::may, Doing::change_fact, {}, none, model::to_string(base_, place), now, std::move(v), {}},
                      place};
            whose(changer, place, a.way);
            all_.push_back(std::move(a));
        }
    }

    void whose(const Changer& changer, const model::Path& place, WayOut& way) const {
        if (changer.by == Changer::By::someone) {
            const auto who = changer.who.organisation;
            if (who != none && base_.organisations[who].is_person) way.mover = Mover::person;
            else way.organisation = somebody(changer.who, place);
            return;
        }
        const auto level = changer.by == Changer::By::practice ? Level::practice : Level::policy;
        way.mover = mover_of(level);
        for (Index r = 0; r < base_.rules.size(); ++r) {
            if (!is_practice(e_.program->level(r)) || e_.applies(r) == Truth::no) continue;
            if (!reads_place(base_.rules[r], base_, place)) continue;
            way.rule = r;
            way.organisation = actor_of_rule(e_, r, place.element > 0 && base_.rules[r].each ? place.element - 1 : 0);
            return;
        }
    }

    /// The reference may read the element that the fact stands in.
    std::string somebody(const OrganisationRef& ref, const model::Path& place) const {
        const auto* list = e_.facts[place.slot].get<List>();
        if (place.element == 0 || list == nullptr) return e_.organisation(ref);
        const auto* record = (*list->elements)[place.element - 1].get<Record>();
        if (record == nullptr || !ref.instance) return e_.organisation(ref);
        const auto name = evaluate(*ref.instance, {e_.values, *record->fields});
        const auto* text = name.get<std::string>();
        if (text == nullptr) return {};
        if (ref.organisation != none) return base_.organisations[ref.organisation].id + "[" + *text + "]";
        const auto known = base_.organisation_named(*text);
        return known == none ? *text : base_.organisations[known].id;
    }

    void use(Index r) {
        const auto& rule = base_.rules[r];
        const bool offered = (rule.on_request && e_.applies(r) != Truth::yes) || rule.discretion == Discretion::may;
        if (!offered) return;
        const auto with = engine::vary(e_, {{}, {r}, {}});
        if (with.applies(r) == Truth::no) return;
        const auto mover = rule.discretion == Discretion::may ? Mover::may : Mover::must;
        all_.push_back({{mover, Doing::use_rule, actor_of_rule(with, r), r, {}, {}, {}, {}}, {}});
    }

    void leave_out(Index r) {
        if (!is_practice(e_.program->level(r)) || e_.applies(r) == Truth::no) return;
        const auto switched = [&](const Attempt& a) { return a.way.doing == Doing::change_fact && a.way.rule == r; };
        if (std::ranges::any_of(all_, switched)) return;
        all_.push_back(
            {{mover_of(e_.program->level(r)), Doing::leave_out_rule, actor_of_rule(e_, r), r, {}, {}, {}, {}}, {}});
    }

    const engine::Evaluation& e_;
    const RuleBase& base_;
    std::vector<Attempt> all_;
};

}  // namespace

bool reads_place(const Rule& rule, const RuleBase& base, const model::Path& place) {
    const auto& item = base.items[place.slot];
    const bool is_record = place.element > 0 && item.type.element->kind == Kind::record;
    const auto field = is_record ? item.type.element->fields[place.field].first : std::string();
    const bool over_this = rule.each && !rule.each->reads().empty() && rule.each->reads().front().slot == place.slot;
    const auto reads = [&](const std::optional<Expression>& e) {
        if (!e) return false;
        if (std::ranges::any_of(e->reads(), [&](const Read& r) {
                return r.slot == place.slot && (r.field == field || r.field.empty());
            }))
            return true;
        return over_this && std::ranges::any_of(e->local_reads(), [&](const LocalRead& r) { return r.field == field; });
    };
    if (reads(rule.when) || reads(rule.request) || reads(rule.actor.instance)) return true;
    if (rule.premise && (reads(rule.premise->holds) || reads(rule.premise->otherwise))) return true;
    return std::ranges::any_of(rule.effects, [&](const Effect& x) {
        return reads(x.until) || reads(x.actor.instance) || reads(x.to.instance) ||
               (x.kind != EffectKind::requires_ && reads(x.value));
    });
}

std::vector<Value> better_values(std::vector<Value> all, const Value& now, const std::vector<std::string>& better) {
    if (better.empty()) return all;
    if (now.get<Decimal>() != nullptr || now.get<Date>() != nullptr) {
        const bool up = better.front() == "higher";
        std::erase_if(all, [&](const Value& v) { return higher(now, v) != up; });
        return all;
    }
    // Best first: only what stands before the value now is better than it.
    const auto end = std::ranges::find(better, word_of(now));
    std::vector<Value> chosen;
    for (auto word = better.begin(); word != end; ++word)
        for (const auto& v : all)
            if (word_of(v) == *word) chosen.push_back(v);
    return chosen;
}

const Changer& changer_at(const RuleBase& base, const model::Path& place) {
    const auto& item = base.items[place.slot];
    if (place.element == 0 || place.field >= item.field_changers.size()) return item.changer;
    return item.field_changers[place.field];
}

std::vector<model::Path> given_places(const engine::Evaluation& e) {
    std::vector<model::Path> all;
    for (Slot s = 0; s < e.facts.size(); ++s) {
        if (!is_plain_fact(e, s) || e.facts[s].is_unknown()) continue;
        const auto& element = e.base().items[s].type.element;
        const auto* list = e.facts[s].get<List>();
        if (list == nullptr || !list->elements) {
            all.push_back({s, 0, 0});
            continue;
        }
        if (!element || element->kind != Kind::record) continue;
        for (std::size_t k = 1; k <= list->elements->size(); ++k)
            for (std::size_t f = 0; f < element->fields.size(); ++f)
                if (!model::value_at(e.facts, {s, k, f}).is_unknown()) all.push_back({s, k, f});
    }
    return all;
}

std::vector<Attempt> attempts(const WhatIf& inquiry) { return Collect(inquiry).run(); }

std::optional<Attempt> without_rule(const engine::Evaluation& law, Index rule) {
    const auto level = law.program->level(rule);
    if (level <= Level::policy || !has_effect(law, rule)) return std::nullopt;
    const auto carries = [&](const Effect& x) {
        return x.kind == EffectKind::grant || (x.kind == EffectKind::charge && law.base().charges[x.charge].tax);
    };
    if (std::ranges::any_of(law.rule(rule).effects, carries)) return std::nullopt;
    return Attempt{{mover_of(level), Doing::leave_out_rule, {}, rule, {}, {}, {}, {}}, {}};
}

std::optional<engine::Variation> together(const Instead& instead, const std::vector<const Attempt*>& steps) {
    engine::Variation v;
    std::vector<std::pair<model::Path, Value>> facts;
    for (const auto* s : steps) {
        if (s->way.doing == Doing::use_rule) {
            v.used.push_back(s->way.rule);
            if (const auto fact = model::asked_by(instead.base(), s->way.rule))
                facts.emplace_back(model::Path{*fact, 0, 0}, true);
        } else if (s->way.doing == Doing::leave_out_rule) v.without.push_back(s->way.rule);
        else facts.emplace_back(s->place, s->way.to);
    }
    if (facts.empty()) return v;
    auto other = instead.at(facts);
    if (!other) return std::nullopt;
    v.facts = std::move(*other);
    return v;
}

void find_duty(const engine::Evaluation& before, const engine::Evaluation& after, const engine::Evaluation& law,
               WayOut& way) {
    if (way.mover != Mover::may || way.doing != Doing::change_fact) return;
    const auto there = [](const engine::Evaluation& e, const Outcome& o) {
        return o.holds && evaluate(*o.holds, {e.values, {}}).truth() == Truth::yes;
    };
    for (const auto& duty : engine::achieving(law, EffectKind::obligation)) {
        const auto& o = law.base().outcomes[duty.outcome];
        if (there(before, o) || !there(after, o)) continue;
        if (law.actor(duty.argument, duty.instance) != way.organisation) continue;
        way.mover = Mover::must;
        way.rule = law.program->arguments[duty.argument].rule;
        return;
    }
}

}  // namespace samenloop::detect
