#include "engine/labelling.hpp"

#include <algorithm>

#include "engine/meeting.hpp"
#include "feel/number.hpp"
#include "feel/work.hpp"

namespace samenloop::engine {
namespace {

struct Attack {
    ArgumentId from = 0;
    std::size_t from_instance = 0;
    ArgumentId on = 0;
    std::size_t on_instance = 0;
};

std::pair<ArgumentId, std::size_t> on(const Attack& x) { return {x.on, x.on_instance}; }

bool stands(Label l) { return l != Label::absent; }

/// A norm with an end holds before that day.
Truth runs_still(const Evaluation& e, const Effect* effect, Index r, std::size_t instance) {
    const auto today = e.program->today;
    if (effect == nullptr || !effect->until || today == none) return Truth::yes;
    const auto end = e.value_of(*effect->until, r, instance);
    return end.is_null() ? Truth::yes : feel::number::compare(feel::Relation::less, e.values[today], end);
}

/// An effect of a rule at discretion or on request is offered, not applied, unless it is used; a permission is a norm.
Label initial(const Evaluation& e, ArgumentId a, std::size_t instance) {
    const auto r = e.program->arguments[a].rule;
    const auto& rule = e.rule(r);
    const auto applies = e.rules[r][instance].applies;
    if (applies == Truth::no) return Label::absent;
    const auto* effect = e.program->effect(a);
    const bool norm = effect != nullptr && effect->kind == EffectKind::permission;
    if (rule.discretion == Discretion::may && !norm && !e.used[r]) return Label::absent;
    const auto stands = applies && runs_still(e, effect, r, instance);
    if (stands == Truth::no) return Label::absent;
    return stands == Truth::yes ? Label::accepted : Label::maybe;
}

/// Sorted by what they are on.
std::vector<Attack> attacks_on(const Evaluation& e, const Object& object) {
    std::vector<Attack> attacks;
    for (const auto& c : object.conflicts) {
        if (c.winner == Winner::nobody) continue;
        for (const auto& [i, j] : meetings(e, c))
            attacks.push_back(
                c.winner == Winner::first ? Attack{c.first, i, c.second, j} : Attack{c.second, j, c.first, i});
    }
    feel::work::add(attacks.size());
    std::ranges::stable_sort(attacks, {}, on);
    return attacks;
}

/// What the attackers of one argument amount to: rejected by an accepted one, open while one is undecided.
enum class Pressure : std::uint8_t { none, maybe, waiting, defeated };

class Grounded {
  public:
    Grounded(Evaluation& e, const Object& object, const std::vector<Attack>& attacks)
        : e_(e), object_(object), attacks_(attacks) {}

    void run() {
        before_.reserve(object_.arguments.size());
        for (const auto a : object_.arguments) {
            before_.push_back(e_.labels[a]);
            for (auto& l : e_.labels.edit(a))
                if (stands(l)) l = Label::undecided;
        }
        while (sweep()) {
        }
    }

  private:
    bool sweep() {
        bool changed = false;
        for (std::size_t k = 0; k < object_.arguments.size(); ++k)
            for (std::size_t i = 0; i < before_[k].size(); ++i) {
                if (e_.labels[object_.arguments[k]][i] != Label::undecided) continue;
                auto& label = e_.labels.edit(object_.arguments[k])[i];
                label = decide(pressure(object_.arguments[k], i), before_[k][i]);
                changed = changed || label != Label::undecided;
            }
        return changed;
    }

    static Label decide(Pressure p, Label before) {
        switch (p) {
        case Pressure::none: return before;
        case Pressure::maybe: return Label::maybe;
        case Pressure::defeated: return Label::rejected;
        default: return Label::undecided;
        }
    }

    Pressure pressure(ArgumentId a, std::size_t instance) const {
        auto worst = Pressure::none;
        for (const auto& x : std::ranges::equal_range(attacks_, std::pair(a, instance), {}, on)) {
            const auto from = e_.labels[x.from][x.from_instance];
            if (from == Label::accepted) return Pressure::defeated;
            if (from == Label::undecided) worst = Pressure::waiting;
            else if (from == Label::maybe && worst == Pressure::none) worst = Pressure::maybe;
        }
        return worst;
    }

    Evaluation& e_;
    const Object& object_;
    const std::vector<Attack>& attacks_;
    std::vector<Labels> before_;
};

/// A rule below the ordinances that a higher one defeats is applied all the same.
bool practised(const Evaluation& e, const Conflict& c, Winner side) {
    const auto low = e.program->arguments[side == Winner::first ? c.second : c.first].rule;
    const auto high = e.program->arguments[side == Winner::first ? c.first : c.second].rule;
    return c.clash && is_practice(e.program->level(low)) && e.program->level(high) > Level::policy;
}

void follow_practice(Evaluation& e, const Object& object) {
    std::vector<Attack> displaced;
    for (const auto& c : object.conflicts) {
        if (c.winner == Winner::nobody || !practised(e, c, c.winner)) continue;
        for (const auto& [i, j] : meetings(e, c)) {
            const bool first_wins = c.winner == Winner::first;
            const auto loser = first_wins ? Attack{c.second, j, c.first, i} : Attack{c.first, i, c.second, j};
            if (e.labels[loser.from][loser.from_instance] == Label::rejected) displaced.push_back(loser);
        }
    }
    if (displaced.empty()) return;
    e.practice_deviates = true;
    if (e.world == World::law) return;
    for (const auto& d : displaced) e.labels.edit(d.on)[d.on_instance] = Label::rejected;
    for (const auto& d : displaced) {
        const auto applies = e.rules[e.program->arguments[d.from].rule][d.from_instance].applies;
        e.labels.edit(d.from)[d.from_instance] = applies == Truth::yes ? Label::accepted : Label::maybe;
    }
}

}  // namespace

void label_object(Evaluation& e, Index index) {
    const auto& object = e.program->objects[index];
    for (const auto a : object.arguments) {
        const auto count = e.rules[e.program->arguments[a].rule].size();
        Labels now(count, Label::absent);
        for (std::size_t i = 0; i < count; ++i) now[i] = initial(e, a, i);
        e.labels.set(a, std::move(now));
    }
    if (object.conflicts.empty()) return;
    const auto attacks = attacks_on(e, object);
    if (attacks.empty()) return;
    Grounded(e, object, attacks).run();
    follow_practice(e, object);
}

}  // namespace samenloop::engine
