#include "detect/minimal.hpp"

#include <algorithm>
#include <set>

#include "feel/number.hpp"
#include "feel/work.hpp"

namespace samenloop::detect {
namespace {

/// The amount of a matter changes by a euro or more, or it can no longer be told.
bool moved(const Value& before, const Value& after) {
    const auto a = before.bounds();
    const auto b = after.bounds();
    const auto far = [](const std::optional<Decimal>& x, const std::optional<Decimal>& y) {
        if (!x || !y) return x.has_value() != y.has_value();
        const auto d = *x - *y;
        return d >= Decimal(1) || d <= Decimal(-1);
    };
    return far(a.low, b.low) || far(a.high, b.high);
}

/// What holds for certain and then only under a condition is no longer the same.
bool weaker(const Candidate& before, const std::optional<Candidate>& after) {
    return !after || (before.holds == Truth::yes && after->holds != Truth::yes);
}

bool matters(const WhatIf& inquiry, const CandidateFinding& m, Index rule) {
    const auto after = inquiry.again(m, {{rule}, {}, {}});
    if (weaker(m.candidate, after)) return true;
    return m.detector->minimality == Minimality::amount && moved(m.candidate.measure, after->measure);
}

/// Culprits: one that ends it alone; else as few as end it together; else what was tried.
std::vector<Index> smallest_ending(const WhatIf& inquiry, const CandidateFinding& m) {
    auto rules = m.candidate.rules;
    const auto ends = [&](const std::vector<Index>& out) { return !inquiry.again(m, {out, {}, {}}); };
    for (const auto r : rules)
        if (ends({r})) return {r};
    if (rules.size() < 2 || !ends(rules)) return m.candidate.tried;
    for (std::size_t i = rules.size(); i-- > 0;) {
        auto fewer = rules;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (ends(fewer)) rules = std::move(fewer);
    }
    return rules;
}

/// Takes rules out one after another as long as it still holds; what is left gives it, and no part of that does.
std::vector<Index> smallest_giving(const WhatIf& inquiry, const CandidateFinding& m) {
    std::vector<Index> out;
    std::vector<Index> kept;
    for (auto r = m.candidate.rules.rbegin(); r != m.candidate.rules.rend(); ++r) {
        out.push_back(*r);
        if (!weaker(m.candidate, inquiry.again(m, {out, {}, {}}))) continue;
        out.pop_back();
        kept.push_back(*r);
    }
    std::ranges::reverse(kept);
    return kept;
}

using Seen = std::set<std::pair<Slot, std::string>>;

/// Follows what rules read down to facts: through the accepted definitions of derived items, grants and charges.
class Behind {
  public:
    explicit Behind(const engine::Evaluation& e) : e_(e) {}

    void rule(Index r) {
        if (!rules_.insert(r).second) return;
        const auto& rule = e_.rule(r);
        read(rule.when, rule);
        read(rule.each, rule);
        read(rule.actor.instance, rule);
        for (const auto& effect : rule.effects) {
            if (effect.kind != EffectKind::requires_) read(effect.value, rule);
            read(effect.actor.instance, rule);
            read(effect.to.instance, rule);
        }
        if (rule.premise) read(rule.premise->holds, rule);
        if (rule.against) read(rule.against->value, rule);
    }

    void condition(const Expression& e) {
        for (const auto& r : e.reads()) slot(r.slot, r.field);
    }

    std::vector<model::Path> places(bool unknown) const {
        std::set<model::Path> all;
        for (const auto& [slot, field] : seen_) place(slot, field, unknown, all);
        return {all.begin(), all.end()};
    }

    /// Amounts that have no value on the day.
    std::vector<model::Path> missing_amounts() const {
        std::set<model::Path> all;
        for (const auto& [slot, _] : seen_)
            if (e_.base().items[slot].kind == SlotKind::amount && e_.values[slot].is_unknown())
                all.insert({slot, 0, 0});
        return {all.begin(), all.end()};
    }

    std::vector<Index> rules() const { return {rules_.begin(), rules_.end()}; }

  private:
    void read(const std::optional<Expression>& e, const Rule& rule) {
        if (!e) return;
        for (const auto& r : e->reads()) slot(r.slot, r.field);
        if (rule.each && !rule.each->reads().empty())
            for (const auto& local : e->local_reads()) slot(rule.each->reads().front().slot, local.field);
    }

    void slot(Slot s, const std::string& field) {
        if (!seen_.emplace(s, field).second) return;
        if (!e_.facts[s].is_unknown()) return;
        if (const auto& fallback = e_.base().items[s].fallback)
            for (const auto& r : fallback->reads()) slot(r.slot, r.field);
        const auto o = e_.program->object_of_slot[s];
        if (o == none) return;
        for (const auto a : e_.program->objects[o].arguments)
            if (e_.applies(e_.program->arguments[a].rule) != Truth::no) rule(e_.program->arguments[a].rule);
    }

    void place(Slot s, const std::string& field, bool unknown, std::set<model::Path>& all) const {
        const auto& item = e_.base().items[s];
        if (item.kind != SlotKind::item || item.id.starts_with("date.")) return;
        const auto* list = e_.facts[s].get<List>();
        if (list == nullptr || !list->elements || !item.type.element) {
            const bool derived = e_.program->object_of_slot[s] != none || item.fallback;
            if (e_.facts[s].is_unknown() == unknown && !(unknown && derived)) all.insert({s, 0, 0});
            return;
        }
        const auto index = field.empty() ? 0 : model::field_index(*item.type.element, field);
        if (list->elements->empty() && !unknown) all.insert({s, 0, 0});
        for (std::size_t k = 1; k <= list->elements->size(); ++k) {
            const model::Path path{s, k, index};
            if (field.empty() && item.type.element->kind == Kind::record) continue;
            if (model::value_at(e_.facts, path).is_unknown() == unknown) all.insert(path);
        }
    }

    const engine::Evaluation& e_;
    std::set<Index> rules_;
    Seen seen_;
};

/// More needed facts in one field of one list than anybody will read.
constexpr std::size_t most_needed_of_column = 25;

/// Which facts a matter cannot do without.  One field of all elements of a list is left out at once first, then by
/// halves: of a long list most does not matter, and the detector is asked as often as there are needed facts, times a
/// logarithm.
class Needed {
  public:
    Needed(const WhatIf& inquiry, const CandidateFinding& m)
        : inquiry_(inquiry), m_(m), worlds_(inquiry.what_if({{}, {}, m.supposed})) {}

    void column(std::span<const model::Path> places) {
        left_ = most_needed_of_column;
        look(places);
    }

    NeededFacts found() {
        std::ranges::sort(found_.facts);
        return std::move(found_);
    }

  private:
    void look(std::span<const model::Path> places) {
        if (left_ == 0 || feel::work::explained_enough()) {
            found_.facts.insert(found_.facts.end(), places.begin(), places.end());
            found_.cut_short = true;
            return;
        }
        auto without = vary(worlds_, {{}, {}, {{places.front().slot, model::unknown_at(worlds_.law.facts, places)}}});
        if (const auto after = inquiry_.again(m_, without); after && after->holds == m_.candidate.holds) {
            worlds_ = std::move(without);
        } else if (places.size() == 1) {
            found_.facts.push_back(places.front());
            --left_;
        } else {
            look(places.first(places.size() / 2));
            look(places.subspan(places.size() / 2));
        }
    }

    const WhatIf& inquiry_;
    const CandidateFinding& m_;
    BothWorlds worlds_;
    NeededFacts found_;
    std::size_t left_ = 0;  // to be looked for by themselves
};

Behind behind(const engine::Evaluation& e, const Ground& ground) {
    Behind b(e);
    for (const auto r : ground.rules) b.rule(r);
    for (const auto* c : ground.conditions) b.condition(*c);
    return b;
}

}  // namespace

std::vector<Index> minimal_rules(const WhatIf& inquiry, const CandidateFinding& m) {
    auto rules = m.candidate.rules;
    std::ranges::sort(rules);
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    auto sorted = m;
    sorted.candidate.rules = rules;
    if (m.detector->minimality == Minimality::culprits) return smallest_ending(inquiry, sorted);
    if (m.detector->minimality == Minimality::each) return smallest_giving(inquiry, sorted);
    std::erase_if(rules, [&](Index r) { return !matters(inquiry, m, r); });
    return rules.empty() ? m.candidate.tried : rules;
}

std::vector<Index> rules_behind(const engine::Evaluation& e, const Expression& what) {
    Behind b(e);
    b.condition(what);
    return b.rules();
}

std::vector<model::Path> facts_behind(const engine::Evaluation& e, const Ground& ground) {
    return behind(e, ground).places(false);
}

std::vector<model::Path> unknown_behind(const engine::Evaluation& e, const Ground& ground) {
    return behind(e, ground).places(true);
}

std::vector<model::Path> missing_amounts(const engine::Evaluation& e, const Ground& ground) {
    return behind(e, ground).missing_amounts();
}

NeededFacts needed_facts(const WhatIf& inquiry, const CandidateFinding& m, std::vector<model::Path> all) {
    const auto column = [](const model::Path& p) { return std::pair(p.slot, p.field); };
    std::ranges::stable_sort(all, {}, column);
    Needed needed(inquiry, m);
    for (auto at = all.begin(); at != all.end();) {
        const auto end = std::find_if(at, all.end(), [&](const model::Path& p) { return column(p) != column(*at); });
        needed.column({at, end});
        at = end;
    }
    return needed.found();
}

}  // namespace samenloop::detect
