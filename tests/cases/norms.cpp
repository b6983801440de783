#include "norms.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "engine/evaluation.hpp"
#include "matchers.hpp"

using namespace samenloop;

namespace {

struct Verb {
    std::string_view key;
    EffectKind kind{};
};

constexpr Verb verbs[] = {
    {"must", EffectKind::obligation},
    {"may", EffectKind::permission},
    {"must_not", EffectKind::prohibition},
    {"responsible", EffectKind::allocate}};

const Verb& verb_of(const YAML::Node& norm) {
    const Verb* found = nullptr;
    for (const auto& pair : norm) {
        const auto& key = pair.first.Scalar();
        const auto* at = std::ranges::find(verbs, key, &Verb::key);
        if (at != std::end(verbs)) found = at;
        else if (key != "line" && key != "who" && key != "within" && key != "absent")
            throw std::runtime_error("unknown key in a norm: " + key);
    }
    if (found == nullptr || !norm["who"])
        throw std::runtime_error("a norm says who, and must, may, must_not or responsible");
    return *found;
}

template <class Things>
Index named(const Things& things, const std::string& id) {
    const auto at = std::ranges::find(things, id, [](const auto& t) { return t.id; });
    if (at == things.end()) throw std::runtime_error("norms: there is no " + id);
    return static_cast<Index>(at - things.begin());
}

/// Who owes or may do it for certain, each with its term: "svb", "person within P5D".
std::vector<std::string> holders(const engine::Evaluation& e, const Verb& verb, const std::string& what,
                                 bool with_term) {
    const auto& base = e.base();
    const bool need = verb.kind == EffectKind::allocate;
    const Index wanted = need ? named(base.needs, what) : named(base.acts, what);
    std::vector<std::string> all;
    for (engine::ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != verb.kind || (need ? effect->need : effect->act) != wanted) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
            if (e.label(a, i) != engine::Label::accepted) continue;
            all.push_back(e.actor(a, i));
            if (with_term) all.back() += " within " + (effect->within ? effect->within->to_string() : "no term");
        }
    }
    return all;
}

}  // namespace

std::string unmet_norm(const Trial& trial, const YAML::Node& norm) {
    const auto& verb = verb_of(norm);
    const auto& what = norm[std::string(verb.key)].Scalar();
    const auto program = engine::compile(trial.rules, trial.report.situation.date);
    const auto e = engine::evaluate(program, trial.report.situation, engine::World::law);
    const auto found = holders(e, verb, what, norm["within"].IsDefined());
    auto wanted = norm["who"].Scalar();
    if (norm["within"]) wanted += " within " + norm["within"].Scalar();
    const bool met = std::ranges::any_of(found, [&](const auto& f) { return like(f, wanted); });
    const bool absent = norm["absent"] && norm["absent"].as<bool>();
    if (met != absent) return "";
    std::string all;
    for (const auto& f : found) all += (all.empty() ? "" : ", ") + f;
    return std::string(verb.key) + " " + what + ": " + (absent ? "must not hold for " : "does not hold for ") + wanted +
           (all.empty() ? ", it holds for nobody" : ", it holds for " + all);
}
