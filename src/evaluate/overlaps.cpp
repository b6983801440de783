#include "evaluate/overlaps.hpp"

#include <algorithm>

#include "evaluate/objects.hpp"

namespace samenloop {
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

}  // namespace

void find_look_alikes(Program& program) {
    for (const auto& object : program.objects)
        for (std::size_t i = 0; i < object.arguments.size(); ++i)
            for (std::size_t j = i + 1; j < object.arguments.size(); ++j) {
                const auto a = object.arguments[i];
                const auto b = object.arguments[j];
                if (program.rule(a).law == program.rule(b).law) continue;
                const auto* x = program.effect(a);
                const auto* y = program.effect(b);
                if (x == nullptr || y == nullptr || x->kind != y->kind) continue;
                if (same_effect(program.rule(a), *x, program.rule(b), *y) &&
                    same_frame(program.rule(a), program.rule(b)))
                    program.look_alikes.emplace_back(a, b);
            }
}

bool Equivalences::search(const Rule& a, const Rule& b) {
    if (!a.when || !b.when) return a.when.has_value() == b.when.has_value();
    if (text(a.when) == text(b.when)) return true;
    if (a.each || b.each) return false;  // conditions on an element are compared as they are written
    return implications_->implies(*a.when, *b.when) == Truth::yes &&
           implications_->implies(*b.when, *a.when) == Truth::yes;
}

bool Equivalences::equivalent(Index a, Index b) {
    const auto [at, is_new] = known_.try_emplace(std::minmax(a, b), false);
    if (is_new) at->second = search(base_->rules[a], base_->rules[b]);
    return at->second;
}

}  // namespace samenloop
