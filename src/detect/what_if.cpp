#include "detect/what_if.hpp"

#include <algorithm>

#include "detect/asks.hpp"
#include "detect/detectors.hpp"

namespace samenloop::detect {
namespace {

std::optional<Candidate> find_key(const Detector& d, const DetectionContext& scene, const std::string& key) {
    for (auto& c : d.find(scene))
        if (c.key == key && c.settled_by.empty()) return std::move(c);
    return std::nullopt;
}

bool among(const std::vector<CandidateFinding>& all, const Detector& d, const Candidate& c) {
    return std::ranges::any_of(
        all, [&](const CandidateFinding& m) { return m.detector == &d && m.candidate.key == c.key; });
}

/// What these find is read from disposable income, its curves and the protected level.
bool looks_at_income_only(const Detector& d) {
    static constexpr std::string_view codes[] = {"IM-1", "IM-2", "IM-2b", "PU-4"};
    return std::ranges::find(codes, d.code) != std::end(codes);
}

/// Where practice follows the law there is nothing more to find in it.
std::vector<CandidateFinding> collect(const DetectionContext& law, const DetectionContext& practice,
                                      bool with_income = true, int at_least = 0) {
    std::vector<CandidateFinding> all;
    std::vector<CandidateFinding> settled;
    for (const auto& d : all_detectors()) {
        if ((!with_income && looks_at_income_only(d)) || worst_severity(d.code) < at_least) continue;
        for (auto& c : d.find(law))
            (c.settled_by.empty() ? all : settled).push_back({&d, std::move(c), engine::World::law, {}});
        if (!practice.e.practice_deviates) continue;
        for (auto& c : d.find(practice))
            if (c.settled_by.empty() && !among(all, d, c))
                all.push_back({&d, std::move(c), engine::World::practice, {}});
    }
    for (auto& m : settled)
        if (!among(all, *m.detector, m.candidate)) all.push_back(std::move(m));
    return all;
}

bool alike(const engine::Evaluation& a, const engine::Evaluation& b, const model::FactChanges& facts) {
    if (a.labels != b.labels) return false;
    for (Index r = 0; r < a.rules.size(); ++r)
        if (!std::ranges::equal(a.rules[r], b.rules[r], {}, &engine::Instance::applies, &engine::Instance::applies))
            return false;
    for (Slot s = 0; s < a.values.size(); ++s)
        if (!(a.values[s] == b.values[s]) && std::ranges::none_of(facts, [&](const auto& f) { return f.first == s; }))
            return false;
    return true;
}

/// Facts that conditions outside the rules read, lists, and what detectors vary or count by themselves.
std::vector<bool> seen_beside_rules(const RuleBase& base) {
    std::vector<bool> seen(base.items.size(), false);
    const auto read = [&](const std::optional<Expression>& e) {
        if (!e) return;
        for (const auto& r : e->reads()) seen[r.slot] = true;
    };
    for (Slot s = 0; s < base.items.size(); ++s) {
        const auto& item = base.items[s];
        seen[s] = item.earnings || item.assets || item.fixed_cost || item.since != none || item.on != none ||
                  item.type.kind == Kind::list || item.type.kind == Kind::date;
    }
    for (const auto& need : base.needs)
        for (const auto* e : {&need.active, &need.covered}) read(*e);
    for (const auto& outcome : base.outcomes) read(outcome.holds);
    for (const auto& x : base.exchanges)
        for (const auto* e : {&x.person_class, &x.arrived}) read(*e);
    for (const auto& scheme : base.schemes) {
        read(scheme.paid_from);
        if (!scheme.goal) continue;
        read(scheme.goal->reached);
        read(scheme.goal->target);
    }
    for (const auto& floor : base.floors)
        for (const auto* e : {&floor.stream, &floor.at_risk}) read(*e);
    for (const auto& rule : base.rules) {
        if (rule.premise) read(rule.premise->holds);
        if (rule.against) read(rule.against->value);
    }
    read(base.disposable);
    return seen;
}

engine::Evaluation as_practised(engine::Evaluation law) {
    law.world = engine::World::practice;
    law.forget();
    return law;
}

/// The what-if with what is supposed; the facts of the what-if come last, so they count.
engine::Variation supposing(const CandidateFinding& m, engine::Variation v) {
    v.facts.insert(v.facts.begin(), m.supposed.begin(), m.supposed.end());
    return v;
}

}  // namespace

int worst_severity(std::string_view code) {
    static constexpr std::string_view burdens[] = {"PU-2", "PU-3", "PU-4", "PU-5", "PU-6", "PU-7", "PU-8", "VA-7"};
    static constexpr std::string_view worst[] = {"VA-1", "VA-2", "IM-1", "IM-5", "CL-3", "PU-1"};
    if (code == "VA-8") return 0;
    if (std::ranges::find(burdens, code) != std::end(burdens)) return 1;
    return std::ranges::find(worst, code) != std::end(worst) ? 4 : 2;
}

BothWorlds vary(const BothWorlds& from, const engine::Variation& v) {
    auto law = engine::vary(from.law, v);
    auto practice =
        law.practice_deviates || from.practice.practice_deviates ? engine::vary(from.practice, v) : as_practised(law);
    return {std::move(law), std::move(practice)};
}

WhatIf::WhatIf(const Calendar& calendar, const Situation& situation, const engine::Variation& variation,
               const engine::Yardstick* yardstick, const Earlier& earlier)
    : calendar_(calendar),
      situation_(situation),
      law_(engine::evaluate(calendar.on(situation.date), situation, engine::World::law, variation, earlier.known)),
      practice_(law_.practice_deviates ? engine::evaluate(calendar.on(situation.date), situation,
                                                          engine::World::practice, variation, earlier.known)
                                       : as_practised(law_)),
      events_until_(earlier.events_until),
      seen_(seen_beside_rules(law_.base())) {
    law_.yardstick = practice_.yardstick = yardstick;
}

WhatIf WhatIf::apart() const {
    auto copy = *this;
    copy.law_ = law_.apart();
    copy.practice_ = practice_.apart();
    return copy;
}

std::vector<CandidateFinding> WhatIf::all(const Suppositions& supposed) const {
    auto all = collect(scene(engine::World::law), scene(engine::World::practice));
    add_supposed(supposed, all);
    return all;
}

void WhatIf::add_supposed(const Suppositions& suppositions, std::vector<CandidateFinding>& all) const {
    for (const auto& supposed : suppositions.all) {
        const auto [law, practice] = what_if({{}, {}, supposed});
        for (auto& m : collect(context(law, law), context(practice, law))) {
            if (!m.candidate.settled_by.empty() || among(all, *m.detector, m.candidate)) continue;
            m.candidate.holds = Truth::unknown;
            m.supposed = supposed;
            for (const auto& fact : supposed) {
                auto fewer = m;
                std::erase(fewer.supposed, fact);
                // What is told is told of this supposition: without the fact it must come to the same amount.
                if (const auto same = again(fewer, engine::Variation{}); same && same->measure == m.candidate.measure)
                    m.supposed = std::move(fewer.supposed);
            }
            for (const auto& other : suppositions.all)
                if (other != supposed) m.otherwise.push_back(other);
            all.push_back(std::move(m));
        }
    }
}

bool WhatIf::changes_nothing(const engine::Variation& v, const BothWorlds& worlds) const {
    if (std::ranges::any_of(v.facts, [&](const auto& f) { return seen_[f.first]; })) return false;
    return alike(law_, worlds.law, v.facts) && alike(practice_, worlds.practice, v.facts);
}

std::vector<CandidateFinding> WhatIf::all(const engine::Variation& v) const { return all(what_if(v)); }

std::vector<CandidateFinding> WhatIf::all(const BothWorlds& worlds, bool income_may_differ, int at_least) const {
    const auto& [law, practice] = worlds;
    auto found = collect(context(law, law), context(practice, law), income_may_differ, at_least);
    std::erase_if(found, [](const CandidateFinding& m) { return !m.candidate.settled_by.empty(); });
    return found;
}

std::vector<CandidateFinding> WhatIf::all(const BothWorlds& worlds, const Suppositions& supposed,
                                          bool income_may_differ, int at_least) const {
    auto found = all(worlds, income_may_differ, at_least);
    for (const auto& each : supposed.all)
        for (auto& m : all(vary(worlds, {{}, {}, each}), income_may_differ, at_least)) {
            if (among(found, *m.detector, m.candidate)) continue;
            m.supposed = each;
            found.push_back(std::move(m));
        }
    return found;
}

std::optional<Candidate> WhatIf::again(const CandidateFinding& m, const engine::Variation& v) const {
    return again(m, what_if(supposing(m, v)));
}

std::optional<Candidate> WhatIf::again(const CandidateFinding& m, const BothWorlds& worlds) const {
    const auto& world = m.world == engine::World::law ? worlds.law : worlds.practice;
    auto found = find_key(*m.detector, {world, worlds.law, situation_, calendar_, &m.candidate}, m.candidate.key);
    if (found && !m.supposed.empty()) found->holds = Truth::unknown;
    return found;
}

bool WhatIf::gone(const CandidateFinding& m, const engine::Variation& v) const {
    return m.supposed.empty() ? gone(std::vector{&m}, v).front() : gone_alone(m, v);
}

bool WhatIf::answered(const CandidateFinding& m, const engine::Evaluation& law) const {
    if (m.detector->asks == Ask::nothing) return true;
    const auto now = lacking(m.detector->asks, context(law, law));
    if (now.amounts.empty() && now.unmodelled.empty()) return true;
    const auto before = lacking(m.detector->asks, scene(engine::World::law));
    return std::ranges::includes(before.amounts, now.amounts) &&
           std::ranges::includes(before.unmodelled, now.unmodelled);
}

bool WhatIf::gone_alone(const CandidateFinding& m, const engine::Variation& v) const {
    const auto gone_if = [&](const Supposition& supposed) {
        auto there = m;
        there.supposed = supposed;
        const auto worlds = what_if(supposing(there, v));
        if (again(there, worlds)) return false;
        there.world = m.world == engine::World::law ? engine::World::practice : engine::World::law;
        return !again(there, worlds) && answered(there, worlds.law);
    };
    return gone_if(m.supposed) && std::ranges::all_of(m.otherwise, gone_if) && gone_if_supposed(m, what_if(v));
}

/// Under another law other facts may matter: whatever they are, it is not there.
bool WhatIf::gone_if_supposed(const CandidateFinding& m, const BothWorlds& worlds) const {
    return std::ranges::none_of(suppositions(worlds.law).all, [&](const Supposition& supposed) {
        const auto with = vary(worlds, {{}, {}, supposed});
        auto there = m;
        there.world = engine::World::law;
        if (again(there, with)) return true;
        there.world = engine::World::practice;
        return with.practice.practice_deviates && again(there, with).has_value();
    });
}

std::vector<bool> WhatIf::gone(const std::vector<const CandidateFinding*>& matters, const engine::Variation& v) const {
    const auto worlds = what_if(v);
    std::vector<bool> all;
    for (const auto* m : matters) all.push_back(gone(*m, v, worlds));
    return all;
}

bool WhatIf::gone(const CandidateFinding& m, const engine::Variation& v, const BothWorlds& worlds) const {
    if (!m.supposed.empty()) return gone_alone(m, v);
    const auto there = [&](const engine::Evaluation& world) {
        return find_key(*m.detector, {world, worlds.law, situation_, calendar_, &m.candidate, true}, m.candidate.key)
            .has_value();
    };
    return !there(worlds.law) && (!worlds.practice.practice_deviates || !there(worlds.practice)) &&
           answered(m, worlds.law) && gone_if_supposed(m, worlds);
}

}  // namespace samenloop::detect
