// How a contradiction is told: who is bound, for which elements of a list, and why neither wins or what settles it.

#include <algorithm>
#include <map>

#include "detect/clash.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

const engine::Conflict* conflict_of(const engine::Program& program, const Meeting& m) {
    for (const auto& c : program.objects[program.arguments[m.first].object].conflicts)
        if (c.first == m.first && c.second == m.second) return &c;
    return nullptr;
}

Text because(engine::Criterion c) {
    switch (c) {
    case engine::Criterion::superior:
        return {" gaat als hogere regel voor op ", " prevails, as the higher rule, over "};
    case engine::Criterion::specialis:
        return {" gaat als bijzondere regel voor op ", " prevails, as the special rule, over "};
    case engine::Criterion::posterior:
        return {" gaat als latere regel voor op ", " prevails, as the later rule, over "};
    default: return {" wijkt uitdrukkelijk af van en gaat voor op ", " prevails, by express derogation, over "};
    }
}

Text why(const DetectionContext& scene, const Meeting& m, const Finding& f) {
    const auto& base = scene.base();
    const auto* c = conflict_of(scene.program(), m);
    if (c == nullptr || c->winner == engine::Winner::nobody)
        return {"Geen van beide regels gaat voor: geen afwijking, gelijke rang, geen bijzondere of latere regel",
                "Neither rule prevails: no derogation, the same rank, no special or later rule"};
    auto winner = scene.program().arguments[m.first].rule;
    auto loser = scene.program().arguments[m.second].rule;
    if (c->winner == engine::Winner::second) std::swap(winner, loser);
    auto words = model::plain(base.rules[winner].id) + because(c->criterion) + model::plain(base.rules[loser].id);
    if (f.status != Status::practice_deviates) return words;
    return words + Text{"; in de praktijk wordt toch ", "; in practice "} + model::plain(base.rules[loser].id) +
           Text{" toegepast", " is applied all the same"};
}

/// "schulden 1, 2": which elements of a list it is about, if there are several.
void tell_elements(const DetectionContext& scene, const std::vector<Meeting>& all, Finding& f) {
    std::map<Slot, std::set<std::size_t>> elements;
    const auto note = [&](engine::ArgumentId a, std::size_t instance) {
        const auto& each = scene.program().rule(a).each;
        if (each && !each->reads().empty()) elements[each->reads().front().slot].insert(instance + 1);
    };
    for (const auto& m : all) {
        note(m.first, m.first_instance);
        note(m.second, m.second_instance);
    }
    for (const auto& [slot, numbers] : elements) {
        if (numbers.size() < 2) continue;
        std::vector<Text> names;
        for (const auto n : numbers) names.push_back(model::plain(std::to_string(n)));
        f.explanation.push_back(Text{"Dit speelt voor: ", "This concerns: "} + scene.base().items[slot].title +
                                Text{" nr. ", " no. "} + model::listing(names));
        f.amounts.emplace_back("elements", Decimal(static_cast<std::int64_t>(numbers.size())));
    }
}

}  // namespace

Text objects_of(const DetectionContext& scene, const Candidate& candidate) {
    std::map<std::string, Text> schemes;
    std::map<std::string, Text> others;
    for (const auto& m : meetings(candidate))
        for (const auto a : {m.first, m.second}) {
            const auto& effect = *scene.program().effect(a);
            auto& titles = effect.act == none && effect.scheme != none ? schemes : others;
            titles[object_id(scene.base(), effect)] = object_title(scene.base(), effect);
        }
    std::vector<Text> all;
    for (auto& [_, title] : schemes.empty() ? others : schemes) all.push_back(title);
    return model::listing(all);
}

void tell_clash(const DetectionContext& scene, const Candidate& candidate, Finding& f) {
    const auto all = meetings(candidate);
    const auto& program = scene.program();
    for (const auto& m : all)
        for (const auto& [a, i] : {std::pair{m.first, m.first_instance}, std::pair{m.second, m.second_instance}}) {
            f.organisations.push_back(scene.e.actor(a, i));
            f.organisations.push_back(scene.e.organisation(program.rule(a).actor, program.arguments[a].rule, i));
        }
    tell_elements(scene, all, f);
    std::set<std::string> told;
    for (const auto& m : all) {
        auto line = why(scene, m, f);
        if (told.insert(line.nl).second) f.explanation.push_back(std::move(line));
    }
}

}  // namespace samenloop::detect
