// VA-8 in one situation: the hole that this person falls into, and whether it is meant_sort (definitions sections 1
// and 10.8).
//
//   meant_sort      a rule that declares an intended exclusion, with its source, takes a scheme or part of it from this
//              household: without the rule there would be more;
//   not meant_sort  a scheme that counts as income leaves a group out by its own law, looking at no money, so that it
//   is no
//              means test; this person would get it without that rule, and no declared need or goal is served by it.
//
// It is information: what the hole does to the person is told by VA-1 and IM-1.  Where a need of the person hangs on
// the scheme, an exclusion that is not meant_sort is theirs alone.

#include <algorithm>

#include "detect/blocking_rules.hpp"
#include "detect/detectors.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

enum HoleSort : Index { meant_sort, not_meant_sort };

/// What a scheme would be without the rule.
struct Gain {
    Index scheme = none;
    Truth certain = Truth::yes;
    bool flips = false;
    Decimal per_month;
};

Truth stands(const DetectionContext& scene, Index r) {
    return scene.program().in_force[r] && !scene.e.out[r] ? scene.e.effective(r) : Truth::no;
}

Gain gain(const DetectionContext& scene, const engine::Evaluation& without, Index s) {
    const auto& scheme = scene.base().schemes[s];
    Gain g;
    g.scheme = s;
    const auto before = scene.e.values[scheme.granted].truth();
    g.flips = before != Truth::yes && without.values[scheme.granted].truth() == Truth::yes;
    g.certain = !before;
    const auto* x = scene.e.values[scheme.sum].get<Decimal>();
    const auto* y = without.values[scheme.sum].get<Decimal>();
    if (x != nullptr && y != nullptr) g.per_month = (*y - *x) / Decimal(12);
    if (!g.flips) g.certain = g.per_month >= Decimal(1) ? Truth::yes : Truth::no;
    return g;
}

/// The schemes that the rule keeps from this household, wholly or in part.
std::vector<Gain> gains(const DetectionContext& scene, Index r) {
    std::vector<Gain> all;
    const auto without = engine::vary(scene.e, {{r}, {}, {}});
    for (Index s = 0; s < scene.base().schemes.size(); ++s)
        if (const auto g = gain(scene, without, s); g.certain != Truth::no) all.push_back(g);
    return all;
}

/// Does the item, or what it is made of, count in money?
class Money {
  public:
    explicit Money(const DetectionContext& scene) : scene_(scene), seen_(scene.base().items.size(), false) {}

    bool read_by(const std::optional<Expression>& e) {
        return e && std::ranges::any_of(e->reads(), [&](const Read& r) { return item(r.slot, r.field); });
    }

  private:
    bool item(Slot slot, const std::string& field) {
        const auto& item = scene_.base().items[slot];
        if (item.type.unit.starts_with("eur")) return true;
        if (item.type.element)
            for (const auto& [name, type] : item.type.element->fields)
                if (name == field && type.unit.starts_with("eur")) return true;
        if (seen_[slot]) return false;
        seen_[slot] = true;
        if (read_by(item.fallback)) return true;
        const auto o = scene_.program().object_of_slot[slot];
        if (o == none) return false;
        return std::ranges::any_of(scene_.program().objects[o].arguments, [&](engine::ArgumentId a) {
            const auto* effect = scene_.program().effect(a);
            return read_by(scene_.program().rule(a).when) || (effect != nullptr && read_by(effect->value));
        });
    }

    const DetectionContext& scene_;
    std::vector<bool> seen_;
};

Truth least_certain(const std::vector<Gain>& all) {
    auto any = Truth::no;
    for (const auto& g : all) any = any || g.certain;
    return any;
}

Candidate hole_candidate(HoleSort sort, std::string key, Index r, const std::vector<Gain>& what, Truth holds) {
    Candidate c;
    c.key = std::move(key);
    c.holds = holds;
    c.rules = {r};
    c.information = true;
    c.ids = {sort, r};
    for (const auto& g : what) {
        c.ids.push_back(g.scheme);
        c.numbers.push_back(g.flips && g.per_month < Decimal(0) ? Decimal(0) : g.per_month);
    }
    return c;
}

void add_meant(const DetectionContext& scene, Index r, std::vector<Candidate>& all) {
    const auto what = gains(scene, r);
    const auto holds = stands(scene, r) && least_certain(what);
    if (holds != Truth::no)
        all.push_back(hole_candidate(
            meant_sort, "meant:" + scene.e.rule(r).intended_exclusion + ":" + scene.e.rule(r).article, r, what, holds));
}

/// Income that no need hangs on and no declared goal: who misses these is told of an uncovered need, or of a purpose
/// that is missed (IM-4).
bool extra_income(const Scheme& scheme) { return scheme.disposable && scheme.covers.empty() && !scheme.goal; }

/// The scheme's own law denies all of it to a group, looking at no money and taking nothing for granted.
bool leaves_out(const DetectionContext& scene, Index r, const Effect& effect) {
    const auto& rule = scene.e.rule(r);
    return effect.kind == EffectKind::deny && !is_stop(effect) && effect.component.empty() && !rule.premise &&
           !rule.sanction && rule.law == scene.base().schemes[effect.scheme].law && !Money(scene).read_by(rule.when);
}

Decimal least_yearly(const DetectionContext& scene) {
    const auto* n = scene.base().norm("severity.amount_month");
    return n != nullptr ? n->value : Decimal(50);
}

void add_not_meant(const DetectionContext& scene, Index r, std::vector<Candidate>& all) {
    for (const auto& effect : scene.e.rule(r).effects) {
        if (!leaves_out(scene, r, effect) || !extra_income(scene.base().schemes[effect.scheme]) ||
            !tried(scene.e, effect.scheme))
            continue;
        const auto g = gain(scene, engine::vary(scene.e, {{r}, {}, {}}), effect.scheme);
        if (!g.flips || g.certain == Truth::no || g.per_month < least_yearly(scene)) continue;
        all.push_back(hole_candidate(
            not_meant_sort, "hole:" + scene.base().schemes[effect.scheme].id, r, {g}, stands(scene, r) && g.certain));
    }
}

}  // namespace

std::vector<Candidate> find_coverage_hole(const DetectionContext& scene) {
    std::vector<Candidate> all;
    for (Index r = 0; r < scene.base().rules.size(); ++r) {
        if (scene.focus != nullptr && scene.focus->ids[1] != r) continue;
        if (stands(scene, r) == Truth::no) continue;
        if (!scene.e.rule(r).intended_exclusion.empty()) add_meant(scene, r, all);
        else add_not_meant(scene, r, all);
    }
    return all;
}

void describe_coverage_hole(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto r = c.ids[1];
    f.severity = 0;
    std::vector<Text> schemes;
    Decimal month;
    for (std::size_t i = 2; i < c.ids.size(); ++i) {
        const auto& scheme = base.schemes[c.ids[i]];
        schemes.push_back(scheme.title);
        month += c.numbers[i - 2];
        f.chain.push_back({"rule:" + base.rules[r].id, "scheme:" + scheme.id, {"sluit uit", "leaves out"}});
        for (const auto n : scheme.covers)
            if (std::ranges::find(f.needs, n) == f.needs.end()) f.needs.push_back(n);
    }
    f.title = Text{"Een regel sluit dit huishouden uit van ", "A rule leaves this household out of "} +
              model::listing(schemes);
    f.explanation.push_back(model::says(base, r));
    f.explanation.push_back(
        c.ids[0] == meant_sort
            ? Text{"Zo bedoeld, volgens ", "Intended, according to "} + model::plain(base.rules[r].intended_exclusion)
            : Text{"Nergens staat dat dit zo is bedoeld; zonder deze regel zou de regeling gelden",
                   "Nothing says that this is intended; without this rule the scheme would apply"});
    if (month >= Decimal(1)) f.amounts.emplace_back("eur_month", month);
}

}  // namespace samenloop::detect
