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
        for (auto& c : d.find(law)) (c.settled_by.empty() ? all : settled).push_back({&d, std::move(c), World::law});
        if (!practice.e.practice_deviates) continue;
        for (auto& c : d.find(practice))
            if (c.settled_by.empty() && !among(all, d, c)) all.push_back({&d, std::move(c), World::practice});
    }
    for (auto& m : settled)
        if (!among(all, *m.detector, m.candidate)) all.push_back(std::move(m));
    return all;
}

}  // namespace

Inquiry::Inquiry(const Calendar& calendar, const Situation& situation, const Variation& variation)
    : calendar_(calendar),
      situation_(situation),
      law_(evaluate(calendar.on(situation.date), situation, World::law, variation)),
      practice_(evaluate(calendar.on(situation.date), situation, World::practice, variation)) {}

std::vector<Matter> Inquiry::all() const { return collect(scene(World::law), scene(World::practice)); }

std::vector<Matter> Inquiry::all(const Variation& v) const {
    const auto law = vary(law_, v);
    const auto practice = vary(practice_, v);
    auto found = collect({law, law, situation_, calendar_}, {practice, law, situation_, calendar_});
    std::erase_if(found, [](const Matter& m) { return !m.candidate.settled_by.empty(); });
    return found;
}

std::optional<Candidate> Inquiry::again(const Matter& m, const Variation& v) const {
    const auto law = vary(law_, v);
    if (m.world == World::law)
        return find_key(*m.detector, {law, law, situation_, calendar_, &m.candidate}, m.candidate.key);
    const auto practice = vary(practice_, v);
    return find_key(*m.detector, {practice, law, situation_, calendar_, &m.candidate}, m.candidate.key);
}

bool Inquiry::gone(const Matter& m, const Variation& v) const { return gone(std::vector{&m}, v).front(); }

std::vector<bool> Inquiry::gone(const std::vector<const Matter*>& matters, const Variation& v) const {
    const auto law = vary(law_, v);
    std::optional<Evaluation> practice;
    std::vector<bool> all;
    for (const auto* m : matters) {
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
