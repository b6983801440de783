#include "detect/inquiry.hpp"

#include <algorithm>

#include "detect/detectors.hpp"

namespace samenloop {
namespace {

std::optional<Candidate> find_key(const Detector& d, const Scene& scene, const std::string& key) {
    for (auto& c : d.find(scene))
        if (c.key == key && c.settled_by.empty()) return std::move(c);
    return std::nullopt;
}

bool among(const std::vector<Matter>& all, const Detector& d, const Candidate& c) {
    return std::ranges::any_of(all, [&](const Matter& m) { return m.detector == &d && m.candidate.key == c.key; });
}

/// Where practice follows the law there is nothing more to find in it.
std::vector<Matter> collect(const Scene& law, const Scene& practice) {
    std::vector<Matter> all;
    std::vector<Matter> settled;
    for (const auto& d : all_detectors()) {
        for (auto& c : d.find(law))
            (c.settled_by.empty() ? all : settled).push_back({&d, std::move(c), World::law, {}});
        if (!practice.e.practice_deviates) continue;
        for (auto& c : d.find(practice))
            if (c.settled_by.empty() && !among(all, d, c)) all.push_back({&d, std::move(c), World::practice, {}});
    }
    for (auto& m : settled)
        if (!among(all, *m.detector, m.candidate)) all.push_back(std::move(m));
    return all;
}

/// The what-if with what is supposed; the facts of the what-if come last, so they count.
Variation supposing(const Matter& m, Variation v) {
    v.facts.insert(v.facts.begin(), m.supposed.begin(), m.supposed.end());
    return v;
}

}  // namespace

Inquiry::Inquiry(const Calendar& calendar, const Situation& situation, const Variation& variation,
                 const Yardstick* yardstick)
    : calendar_(calendar),
      situation_(situation),
      law_(evaluate(calendar.on(situation.date), situation, World::law, variation)),
      practice_(evaluate(calendar.on(situation.date), situation, World::practice, variation)) {
    law_.yardstick = practice_.yardstick = yardstick;
}

std::vector<Matter> Inquiry::all() const {
    auto all = collect(scene(World::law), scene(World::practice));
    add_supposed(all);
    return all;
}

void Inquiry::add_supposed(std::vector<Matter>& all) const {
    for (const auto& supposed : suppositions(law_)) {
        const auto law = vary(law_, {{}, {}, supposed});
        const auto practice = vary(practice_, {{}, {}, supposed});
        for (auto& m : collect({law, law, situation_, calendar_}, {practice, law, situation_, calendar_})) {
            if (!m.candidate.settled_by.empty() || among(all, *m.detector, m.candidate)) continue;
            m.candidate.holds = Truth::unknown;
            m.supposed = supposed;
            for (const auto& fact : supposed) {
                auto fewer = m;
                std::erase(fewer.supposed, fact);
                // What is told is told of this supposition: without the fact it must come to the same amount.
                if (const auto same = again(fewer, {}); same && same->measure == m.candidate.measure)
                    m.supposed = std::move(fewer.supposed);
            }
            all.push_back(std::move(m));
        }
    }
}

std::vector<Matter> Inquiry::all(const Variation& v) const {
    const auto law = vary(law_, v);
    const auto practice = vary(practice_, v);
    auto found = collect({law, law, situation_, calendar_}, {practice, law, situation_, calendar_});
    std::erase_if(found, [](const Matter& m) { return !m.candidate.settled_by.empty(); });
    return found;
}

std::optional<Candidate> Inquiry::again(const Matter& m, const Variation& v) const {
    const auto what_if = supposing(m, v);
    const auto law = vary(law_, what_if);
    auto found = m.world == World::law
                     ? find_key(*m.detector, {law, law, situation_, calendar_, &m.candidate}, m.candidate.key)
                     : std::nullopt;
    if (m.world == World::practice) {
        const auto practice = vary(practice_, what_if);
        found = find_key(*m.detector, {practice, law, situation_, calendar_, &m.candidate}, m.candidate.key);
    }
    if (found && !m.supposed.empty()) found->holds = Truth::unknown;
    return found;
}

bool Inquiry::gone(const Matter& m, const Variation& v) const {
    return m.supposed.empty() ? gone(std::vector{&m}, v).front() : gone_alone(m, v);
}

bool Inquiry::gone_alone(const Matter& m, const Variation& v) const {
    auto elsewhere = m;
    elsewhere.world = m.world == World::law ? World::practice : World::law;
    return !again(m, v) && !again(elsewhere, v);
}

std::vector<bool> Inquiry::gone(const std::vector<const Matter*>& matters, const Variation& v) const {
    const auto law = vary(law_, v);
    std::optional<Evaluation> practice;
    std::vector<bool> all;
    for (const auto* m : matters) {
        if (!m->supposed.empty()) {
            all.push_back(gone_alone(*m, v));
            continue;
        }
        const auto there = [&](const Evaluation& world) {
            return find_key(*m->detector, {world, law, situation_, calendar_, &m->candidate, true}, m->candidate.key)
                .has_value();
        };
        if (there(law)) {
            all.push_back(false);
            continue;
        }
        if (!practice) practice = vary(practice_, v);
        all.push_back(!practice->practice_deviates || !there(*practice));
    }
    return all;
}

}  // namespace samenloop
