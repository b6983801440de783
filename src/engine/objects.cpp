#include "engine/objects.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/defeat.hpp"
#include "feel/work.hpp"

namespace samenloop::engine {
namespace {

/// Acts that exclude one another share an object: the representative of each act.
std::vector<Index> act_groups(const RuleBase& base) {
    std::vector<Index> group(base.acts.size());
    std::iota(group.begin(), group.end(), Index{0});
    const auto find = [&](Index a) {
        while (group[a] != a) a = group[a];
        return a;
    };
    for (Index a = 0; a < base.acts.size(); ++a)
        for (const auto other : base.acts[a].excludes) {
            const auto [low, high] = std::minmax({find(a), find(other)});
            group[high] = low;
        }
    for (Index a = 0; a < group.size(); ++a) group[a] = find(a);
    return group;
}

class Placer {
  public:
    explicit Placer(Program& program) : program_(program), acts_(act_groups(*program.base)) {}

    void run() {
        const auto& base = *program_.base;
        program_.object_of_slot.assign(base.items.size(), none);
        program_.arguments_of_rule.assign(base.rules.size(), {});
        for (Index s = 0; s < base.schemes.size(); ++s) {
            const auto o = object(ObjectKind::scheme, s);
            program_.object_of_slot[base.schemes[s].granted] = program_.object_of_slot[base.schemes[s].sum] = o;
        }
        for (Index c = 0; c < base.charges.size(); ++c)
            program_.object_of_slot[base.charges[c].slot] = object(ObjectKind::charge, c);
        for (Index r = 0; r < base.rules.size(); ++r)
            if (program_.in_force[r]) place_effects(r);
        for (Index r = 0; r < base.rules.size(); ++r)
            if (program_.in_force[r]) place_exceptions(r);
    }

  private:
    Index object(ObjectKind kind, Index index) {
        const auto [at, fresh] = known_.try_emplace({kind, index}, static_cast<Index>(program_.objects.size()));
        if (fresh) program_.objects.push_back({kind, index, {}, {}});
        return at->second;
    }

    Index object_of(Index rule, const Effect& e) {
        switch (e.kind) {
        case EffectKind::define: {
            const auto o = object(ObjectKind::item, e.item);
            program_.object_of_slot[e.item] = o;
            return o;
        }
        case EffectKind::grant:
        case EffectKind::deny:
        case EffectKind::basis: return object(ObjectKind::scheme, e.scheme);
        case EffectKind::reduce:
            return e.charge != none ? object(ObjectKind::charge, e.charge) : object(ObjectKind::scheme, e.scheme);
        case EffectKind::charge: return object(ObjectKind::charge, e.charge);
        case EffectKind::obligation:
        case EffectKind::permission:
        case EffectKind::prohibition: return object(ObjectKind::acts, acts_[e.act]);
        case EffectKind::allocate:
        case EffectKind::refer: return object(ObjectKind::need, e.need);
        default: return object(ObjectKind::rule, rule);
        }
    }

    void place(Index rule, Index effect, Index at) {
        const auto id = static_cast<ArgumentId>(program_.arguments.size());
        program_.arguments.push_back({rule, effect, at});
        program_.objects[at].arguments.push_back(id);
        program_.arguments_of_rule[rule].push_back(id);
    }

    void place_effects(Index rule) {
        const auto& effects = program_.base->rules[rule].effects;
        for (Index e = 0; e < effects.size(); ++e) place(rule, e, object_of(rule, effects[e]));
    }

    /// An exception stands on every object of the rules that it switches off.
    void place_exceptions(Index rule) {
        for (const auto target : program_.base->rules[rule].exception_to) {
            std::vector<Index> objects;
            for (const auto a : program_.arguments_of_rule[target]) objects.push_back(program_.arguments[a].object);
            std::ranges::sort(objects);
            objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
            for (const auto o : objects)
                if (!stands_on(rule, o)) place(rule, none, o);
        }
    }

    bool stands_on(Index rule, Index at) const {
        return std::ranges::any_of(program_.arguments_of_rule[rule], [&](ArgumentId a) {
            return program_.arguments[a].object == at && program_.arguments[a].effect == none;
        });
    }

    Program& program_;
    std::vector<Index> acts_;
    std::map<std::pair<ObjectKind, Index>, Index> known_;
};

bool pair_is(const Effect& a, const Effect& b, EffectKind x, EffectKind y) {
    return (a.kind == x && b.kind == y) || (a.kind == y && b.kind == x);
}

bool same_component(const Effect& a, const Effect& b) {
    return a.component.empty() || b.component.empty() || a.component == b.component;
}

bool exclude_one_another(const RuleBase& base, Index a, Index b) {
    return std::ranges::find(base.acts[a].excludes, b) != base.acts[a].excludes.end() ||
           std::ranges::find(base.acts[b].excludes, a) != base.acts[b].excludes.end();
}

/// Do two effects on one object contradict one another, whoever acts and whatever the amounts turn out to be?
bool contradict(const RuleBase& base, const Effect& a, const Effect& b) {
    using enum EffectKind;
    if (a.kind == define && b.kind == define) return true;
    if (pair_is(a, b, grant, deny)) return same_component(a, b);
    if (a.kind == grant && b.kind == grant) return a.component == b.component && a.value && b.value;
    if (pair_is(a, b, obligation, prohibition)) return a.act == b.act;
    if (a.kind == obligation && b.kind == obligation) return exclude_one_another(base, a.act, b.act);
    if (a.kind == allocate && b.kind == allocate) return base.needs[a.need].exclusive;
    return pair_is(a, b, refer, allocate);
}

constexpr std::uint64_t a_pair = 5;  // units of work: what is asked of it may take a search

class Pairing {
  public:
    Pairing(Program& program, Object& object, solve::Implications& implications)
        : program_(program), object_(object), implications_(implications) {}

    void run() {
        const auto& all = object_.arguments;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j)
                if (program_.arguments[all[i]].rule != program_.arguments[all[j]].rule) pair(all[i], all[j]);
    }

  private:
    void pair(ArgumentId a, ArgumentId b) {
        feel::work::add(a_pair);
        if (excepts(a, b)) return add(a, b, {Winner::first, Criterion::exception}, false);
        if (excepts(b, a)) return add(a, b, {Winner::second, Criterion::exception}, false);
        const auto* ea = program_.effect(a);
        const auto* eb = program_.effect(b);
        if (ea == nullptr || eb == nullptr) return;
        const auto& base = *program_.base;
        if (contradict(base, *ea, *eb))
            return add(a, b, decide(base, program_.arguments[a], program_.arguments[b], implications_), true);
        if (!about_the_same(*ea, *eb)) return;
        const auto ra = program_.arguments[a].rule;
        const auto rb = program_.arguments[b].rule;
        if (overrides(base, ra, rb)) add(a, b, {Winner::first, Criterion::override_}, false);
        else if (overrides(base, rb, ra)) add(a, b, {Winner::second, Criterion::override_}, false);
    }

    /// An override without contradiction bites on the same act, charge or scheme only.
    static bool about_the_same(const Effect& a, const Effect& b) { return a.act == b.act && same_component(a, b); }

    bool excepts(ArgumentId a, ArgumentId b) const {
        const auto& arguments = program_.arguments;
        if (arguments[a].effect != none) return false;
        const auto& targets = program_.base->rules[arguments[a].rule].exception_to;
        return std::ranges::find(targets, arguments[b].rule) != targets.end() &&
               overrides(*program_.base, arguments[a].rule, arguments[b].rule);
    }

    void add(ArgumentId a, ArgumentId b, Defeat d, bool clash) {
        object_.conflicts.push_back({a, b, d.winner, d.criterion, clash});
    }

    Program& program_;
    Object& object_;
    solve::Implications& implications_;
};

}  // namespace

void place_arguments(Program& program) { Placer(program).run(); }

void find_conflicts(Program& program, solve::Implications& implications) {
    for (auto& object : program.objects) Pairing(program, object, implications).run();
}

}  // namespace samenloop::engine
