#include "detect/referrals.hpp"

#include <algorithm>
#include <map>

#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

Truth referral_stands(engine::Label l) {
    if (l == engine::Label::maybe) return Truth::unknown;
    return l == engine::Label::accepted ? Truth::yes : Truth::no;
}

/// Visits the effects of a kind that stand: visit(argument, effect, instance, truth).
template <class Visit>
void each_standing(const engine::Evaluation& e, const engine::Object& object, EffectKind kind, Visit visit) {
    for (const auto a : object.arguments) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || effect->kind != kind) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i)
            if (const auto t = referral_stands(e.label(a, i)); t != Truth::no) visit(a, *effect, i, t);
    }
}

/// "gemeente" alone referral_stands for every one of that kind.
bool is_or_covers(const std::string& whole, const std::string& one) {
    return whole == one || (whole.find('[') == std::string::npos && one.starts_with(whole + "["));
}

class Builder {
  public:
    Builder(const DetectionContext& scene, const engine::Object& object) : scene_(scene), object_(object) {
        graph_.need = object.index;
    }

    Referrals build() {
        const auto& e = scene_.e;
        const auto& need = scene_.base().needs[graph_.need];
        if (need.active) graph_.active = evaluate(*need.active, {e.values, {}}).truth();
        if (graph_.active == Truth::no) return {};
        each_standing(
            e, object_, EffectKind::refer, [&](engine::ArgumentId a, const Effect& effect, std::size_t i, Truth t) {
                const auto to = e.organisation(effect.to, e.program->arguments[a].rule, i);
                const auto from = e.actor(a, i);
                if (from.empty() || to.empty()) return;
                const bool named = from.find("[?]") == std::string::npos && to.find("[?]") == std::string::npos;
                const auto source = node(from);
                graph_.edges.push_back({source, node(to), a, named ? t : Truth::unknown});
            });
        graph_.provides.assign(graph_.organisations.size(), Truth::no);
        graph_.competent.assign(graph_.organisations.size(), Truth::no);
        if (!graph_.edges.empty()) find_providers();
        return std::move(graph_);
    }

  private:
    std::uint32_t node(const std::string& organisation) {
        const auto [at, fresh] = nodes_.try_emplace(organisation, static_cast<std::uint32_t>(nodes_.size()));
        if (fresh) graph_.organisations.push_back(organisation);
        return at->second;
    }

    void find_providers() {
        const auto& e = scene_.e;
        each_standing(e, object_, EffectKind::allocate,
                      [&](engine::ArgumentId a, const Effect& /*effect*/, std::size_t i, Truth t) {
                          const auto who = e.actor(a, i);
                          for (std::uint32_t n = 0; n < graph_.organisations.size(); ++n)
                              if (is_or_covers(who, graph_.organisations[n])) note(n, t, true);
                      });
        const auto& schemes = scene_.base().schemes;
        for (const auto& scheme : schemes) {
            if (std::ranges::find(scheme.covers, graph_.need) == scheme.covers.end()) continue;
            const auto granted = e.values[scheme.granted].truth();
            if (granted != Truth::no)
                find_grantors(e.program->objects[e.program->object_of_slot[scheme.granted]], granted);
        }
    }

    void note(std::uint32_t n, Truth t, bool provides) {
        graph_.competent[n] = graph_.competent[n] || t;
        if (provides) graph_.provides[n] = graph_.provides[n] || t;
    }

    /// Who itself grants what covers the need.  A right against whoever is responsible does not say who that is; what
    /// is given on request is given by somebody.
    void find_grantors(const engine::Object& scheme, Truth granted) {
        const auto& e = scene_.e;
        each_standing(
            e, scheme, EffectKind::grant, [&](engine::ArgumentId a, const Effect& /*effect*/, std::size_t i, Truth t) {
                const auto& rule = e.program->rule(a);
                const bool given = rule.on_request || rule.discretion == Discretion::may;
                if (const auto at = nodes_.find(e.actor(a, i)); at != nodes_.end())
                    note(at->second, t && granted, given);
            });
    }

    const DetectionContext& scene_;
    const engine::Object& object_;
    Referrals graph_;
    std::map<std::string, std::uint32_t> nodes_;
};

void tell_responsible(const DetectionContext& scene, Index need, Finding& f) {
    std::set<Index> told;
    for (const auto& object : scene.program().objects) {
        if (object.kind != engine::ObjectKind::need || object.index != need) continue;
        each_standing(
            scene.law, object, EffectKind::allocate, [&](engine::ArgumentId a, const Effect&, std::size_t, Truth t) {
                const auto rule = scene.program().arguments[a].rule;
                if (t == Truth::yes && told.insert(rule).second)
                    f.explanation.push_back(
                        Text{"Volgens de wet verantwoordelijk: ", "Responsible in law: "} +
                        model::cite(scene.base(), rule) + model::plain(": ") + scene.base().rules[rule].title);
            });
    }
}

}  // namespace

std::vector<Referrals> referrals(const DetectionContext& scene) {
    std::vector<Referrals> all;
    for (const auto& object : scene.program().objects)
        if (object.kind == engine::ObjectKind::need)
            if (auto graph = Builder(scene, object).build(); !graph.edges.empty()) all.push_back(std::move(graph));
    return all;
}

model::Needs edges_of(const Referrals& r, Truth at_least) {
    model::Needs edges(r.organisations.size());
    for (const auto& edge : r.edges)
        if (edge.holds >= at_least) edges[edge.from].push_back(edge.to);
    return edges;
}

std::set<std::uint32_t> reachable(const model::Needs& edges, const std::vector<std::uint32_t>& from) {
    std::set<std::uint32_t> seen(from.begin(), from.end());
    auto pending = from;
    while (!pending.empty()) {
        const auto n = pending.back();
        pending.pop_back();
        for (const auto next : edges[n])
            if (seen.insert(next).second) pending.push_back(next);
    }
    return seen;
}

void tell_referrals(const DetectionContext& scene, const Referrals& r, const std::set<std::string>& organisations,
                    Finding& f) {
    const auto& base = scene.base();
    f.needs = {r.need};
    f.organisations.assign(organisations.begin(), organisations.end());
    std::set<Index> told;
    for (const auto& edge : r.edges) {
        const auto& from = r.organisations[edge.from];
        const auto& to = r.organisations[edge.to];
        if (!organisations.contains(from) || !organisations.contains(to)) continue;
        const auto rule = scene.program().arguments[edge.argument].rule;
        f.explanation.push_back(model::organisation_name(base, from) + Text{" verwijst naar ", " refers to "} +
                                model::organisation_name(base, to) + model::plain(" (" + base.rules[rule].id + ")"));
        f.chain.push_back({"organisation:" + from, "organisation:" + to,
                           Text{"verwijst door, ", "refers on, "} + model::plain(base.rules[rule].id)});
        told.insert(rule);
    }
    for (const auto rule : told)
        f.chain.push_back({"rule:" + base.rules[rule].id, "need:" + base.needs[r.need].id, {"verwijst", "refers"}});
    tell_responsible(scene, r.need, f);
}

}  // namespace samenloop::detect
