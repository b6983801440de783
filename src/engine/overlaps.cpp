#include "engine/overlaps.hpp"

#include <algorithm>

#include "engine/objects.hpp"

namespace samenloop::engine {
namespace {

/// What is asked or supplied is told as repeated proof (PU-2) and not as a rule; a definition is a word (CL-4).
bool counts(EffectKind kind) {
    switch (kind) {
    case EffectKind::define:
    case EffectKind::basis:
    case EffectKind::requires_data:
    case EffectKind::asks_citizen:
    case EffectKind::requires_:
    case EffectKind::waive: return false;
    default: return true;
    }
}

std::string text(const std::optional<Expression>& e) {
    return e ? to_string(*e, [](Slot s) { return std::to_string(s); }) : std::string();
}

bool same_who(const OrganisationRef& a, const OrganisationRef& b) {
    return a.organisation == b.organisation && text(a.instance) == text(b.instance);
}

bool same_frame(const Rule& a, const Rule& b) {
    return a.on_request == b.on_request && a.discretion == b.discretion && text(a.request) == text(b.request) &&
           text(a.each) == text(b.each);
}

std::vector<Slot> sorted(std::vector<Slot> items) {
    std::ranges::sort(items);
    return items;
}

/// The same of the same thing: also about the same data, with the same result and within the same time.
bool same_effect(const Rule& a, const Effect& x, const Rule& b, const Effect& y) {
    return x.kind == y.kind && counts(x.kind) && x.scheme == y.scheme && x.charge == y.charge && x.act == y.act &&
           x.need == y.need && x.component == y.component && x.achieves == y.achieves && x.within == y.within &&
           sorted(x.items) == sorted(y.items) && same_who(x.to, y.to) &&
           same_who(x.actor.empty() ? a.actor : x.actor, y.actor.empty() ? b.actor : y.actor);
}

/// Within one law a definition is repeated, too; what adds up is no repeat.
bool repeats(const Effect& x, const Effect& y) {
    switch (x.kind) {
    case EffectKind::charge:
    case EffectKind::reduce:
    case EffectKind::attach:
    case EffectKind::recover: return false;
    default: return text(x.value) == text(y.value) && text(x.until) == text(y.until);
    }
}

bool looks_alike(const Rule& a, const Effect& x, const Rule& b, const Effect& y) {
    if (x.kind != y.kind || !same_frame(a, b)) return false;
    if (a.law != b.law) return same_effect(a, x, b, y);
    if (x.kind == EffectKind::define) return x.item == y.item && repeats(x, y);
    return same_effect(a, x, b, y) && repeats(x, y);
}

}  // namespace

bool adds_nothing(const Program& program, Index rule, Index beside) {
    const auto& a = program.base->rules[rule];
    const auto& b = program.base->rules[beside];
    const bool all = std::ranges::all_of(a.effects, [&](const Effect& x) {
        return std::ranges::any_of(b.effects, [&](const Effect& y) { return looks_alike(a, x, b, y); });
    });
    return all && std::ranges::includes(program.winners_over[rule], program.winners_over[beside]);
}

void find_winners(Program& program) {
    auto& winners = program.winners_over;
    winners.assign(program.base->rules.size(), {});
    const auto rule = [&](ArgumentId a) { return program.arguments[a].rule; };
    for (const auto& object : program.objects)
        for (const auto& c : object.conflicts)
            if (c.winner == Winner::first) winners[rule(c.second)].push_back(rule(c.first));
            else if (c.winner == Winner::second) winners[rule(c.first)].push_back(rule(c.second));
    for (auto& of_rule : winners) std::ranges::sort(of_rule);
}

void find_look_alikes(Program& program) {
    for (const auto& object : program.objects)
        for (std::size_t i = 0; i < object.arguments.size(); ++i)
            for (std::size_t j = i + 1; j < object.arguments.size(); ++j) {
                const auto a = object.arguments[i];
                const auto b = object.arguments[j];
                if (program.arguments[a].rule == program.arguments[b].rule) continue;
                const auto* x = program.effect(a);
                const auto* y = program.effect(b);
                if (x == nullptr || y == nullptr) continue;
                if (looks_alike(program.rule(a), *x, program.rule(b), *y)) program.look_alikes.emplace_back(a, b);
            }
}

bool Equivalences::search(const Rule& a, const Rule& b) {
    if (!b.when) return true;
    if (!a.when) return false;
    if (text(a.when) == text(b.when)) return true;
    if (a.each || b.each) return false;  // conditions on an element are compared as they are written
    return implications_->implies(*a.when, *b.when) == Truth::yes;
}

bool Equivalences::within(Index a, Index b) {
    const std::scoped_lock lock(one_at_a_time_);
    const auto [at, is_new] = known_.try_emplace({a, b}, false);
    if (is_new) at->second = search(base_->rules[a], base_->rules[b]);
    return at->second;
}

}  // namespace samenloop::engine
