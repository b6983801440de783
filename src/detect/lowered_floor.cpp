// IM-5: somebody's income is protected by a floor, and a definition in another law makes that floor lower, or takes it
// away (definitions section 3): a postal address is no home address for the register, so less of a wage is safe from
// the bailiff.
//
// From the floor's item go down through the rules of the floor's own law that decide it, to the first status (yes or
// no, or one of a few words) that a rule of another law defines.  Turn that status over: if the floor rises by the norm
// or more, the definition is what lowers it.  It counts when something is taken from the income; when that only
// threatens it is information.

#include <algorithm>
#include <set>

#include "detect/detectors.hpp"
#include "engine/cents.hpp"
#include "engine/withholding.hpp"
#include "feel/number.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

struct Lowered {
    Slot by = 0;       // the status
    Value otherwise;   // the value of it with which the floor is higher
    Value difference;  // eur/month
    Decimal now;       // what is protected, at the least_lowering
    Truth holds = Truth::no;
};

Decimal least_lowering(const DetectionContext& scene) {
    const auto* n = scene.base().norm("im5.amount_month");
    return n != nullptr ? n->value : Decimal(0);
}

/// Accepted rules that decide an item.
std::vector<Index> deciding(const engine::Evaluation& e, Slot slot) {
    std::vector<Index> rules;
    const auto o = e.program->object_of_slot[slot];
    if (o == none || e.program->objects[o].kind != engine::ObjectKind::item) return rules;
    for (const auto a : e.program->objects[o].arguments)
        if (e.accepted(a) != Truth::no && e.program->effect(a) != nullptr)
            rules.push_back(e.program->arguments[a].rule);
    return rules;
}

/// The statuses of other laws that the floor rests on.
class Statuses {
  public:
    Statuses(const engine::Evaluation& e, Slot floor) : e_(e) { down(floor, none); }
    const std::set<Slot>& found() const { return found_; }

  private:
    void down(Slot slot, Index law) {
        if (!seen_.insert(slot).second || !e_.facts[slot].is_unknown()) return;
        const auto rules = deciding(e_, slot);
        for (const auto r : rules) {
            const auto own = e_.rule(r).law;
            if (law != none && own != law) {
                if (is_status(slot)) found_.insert(slot);
                continue;
            }
            for (const auto s : e_.program->reads[r]) down(s, own);
        }
        if (rules.empty())
            if (const auto& fallback = e_.base().items[slot].fallback)
                for (const auto& read : fallback->reads()) down(read.slot, law);
    }

    bool is_status(Slot slot) const {
        const auto& type = e_.base().items[slot].type;
        return type.kind == Kind::boolean || (type.kind == Kind::string && !type.names.empty());
    }

    const engine::Evaluation& e_;
    std::set<Slot> seen_;
    std::set<Slot> found_;
};

std::vector<Value> values_of(const Item& item) {
    if (item.type.kind == Kind::boolean) return {Value(true), Value(false)};
    return {item.type.names.begin(), item.type.names.end()};
}

Value with(const engine::Evaluation& e, Index floor, Slot status, const Value& v) {
    return engine::protected_amount(engine::vary(e, {{}, {}, {{status, v}}}), floor);
}

/// How much the floor would rise with the status turned over; of an unknown status, how much hangs on it.
std::optional<Lowered> lowered(const DetectionContext& scene, Index floor, Slot status) {
    const auto& e = scene.e;
    const auto& here = e.values[status];
    std::optional<Value> best;
    auto now = here.is_unknown() ? Value() : engine::protected_amount(e, floor);
    Lowered l{status, {}, {}, {}, Truth::no};
    for (const auto& v : values_of(scene.base().items[status])) {
        if (v == here) continue;
        const auto there = with(e, floor, status, v);
        if (here.is_unknown() &&
            (now.is_unknown() || feel::number::compare(feel::Relation::less, there, now) == Truth::yes))
            now = there;
        if (best && feel::number::compare(feel::Relation::greater, there, *best) != Truth::yes) continue;
        best = there;
        l.otherwise = v;
    }
    if (!best) return std::nullopt;
    l.difference = feel::number::subtract(*best, now);
    // A floor of which nothing is known is not lowered; asked again about one it may be, once a rule of it is out.
    if (scene.focus == nullptr && l.difference.bounds() == Range{}) return std::nullopt;
    l.now = now.bounds().low.value_or(Decimal(0));
    l.holds = feel::number::compare(feel::Relation::greater_equal, l.difference, least_lowering(scene));
    if (here.is_unknown()) l.holds = l.holds && Truth::unknown;
    return l;
}

/// Something is taken from the income that this floor protects.
Truth taken_from(const engine::Taken& month, Index floor) {
    auto any = Truth::no;
    for (const auto& t : month.takes)
        if (t.floor == floor) any = any || (t.holds && engine::worth_a_cent(t.claim));
    return any;
}

std::vector<const Expression*> conditions_of_taking(const RuleBase& base, Index floor) {
    std::vector<const Expression*> all;
    for (const auto& rule : base.rules)
        if (rule.when && std::ranges::any_of(rule.effects, [&](const Effect& x) { return x.floor == floor; }))
            all.push_back(&*rule.when);
    return all;
}

Candidate candidate(const DetectionContext& scene, Index floor, const Lowered& l, Truth taking) {
    const auto& base = scene.base();
    const auto& declared = base.floors[floor];
    Candidate c;
    c.key = declared.id + "|" + base.items[l.by].id;
    c.subject = c.key;
    c.holds = l.holds && taking;
    c.measure = l.difference;
    c.ids = {floor, l.by, taking != Truth::no ? Index{1} : Index{0}};
    c.numbers = {l.now};
    if (taking != Truth::no) {
        c.conditions = conditions_of_taking(scene.base(), floor);
    } else {
        c.key += "|threat";
        c.holds = l.holds && evaluate(*declared.at_risk, {scene.e.values, {}}).truth();
        c.conditions = {&*declared.at_risk};
    }
    c.rules = deciding(scene.e, declared.item);
    const auto by = deciding(scene.e, l.by);
    c.rules.insert(c.rules.end(), by.begin(), by.end());
    return c;
}

void tell_law(const DetectionContext& scene, Slot status, Finding& f) {
    const auto& base = scene.base();
    for (const auto r : deciding(scene.e, status)) {
        f.explanation.push_back(model::cite(base, r) + Text{" bepaalt ", " defines "} + base.items[status].title +
                                model::plain(": ") + base.rules[r].title);
        f.chain.push_back({"rule:" + base.rules[r].id, "item:" + base.items[status].id, {"bepaalt", "defines"}});
        for (const auto a : scene.program().arguments_of_rule[r])
            if (!scene.e.labels[a].empty()) f.organisations.push_back(scene.e.actor(a, 0));
    }
}

void tell_takers(const DetectionContext& scene, Index floor, Finding& f) {
    for (const auto& t : engine::taken(scene.e, Decimal(1)).takes) {
        if (t.floor != floor) continue;
        const auto r = scene.program().arguments[t.argument].rule;
        f.explanation.push_back(model::organisation_name(scene.base(), t.creditor) + Text{" neemt ", " takes "} +
                                model::money(t.amount.bounds().low.value_or(Decimal(0))) +
                                Text{" per maand, ", " a month, "} + model::cite(scene.base(), r));
        f.organisations.push_back(t.creditor);
        f.chain.push_back({"organisation:" + t.creditor,
                           "item:" + scene.base().items[scene.base().floors[floor].item].id,
                           {"neemt wat erboven is", "takes what is above"}});
    }
}

}  // namespace

std::vector<Candidate> find_lowered_floor(const DetectionContext& scene) {
    std::vector<Candidate> all;
    const auto month = engine::taken(scene.e, Decimal(1));
    for (Index f = 0; f < scene.base().floors.size(); ++f) {
        const auto& floor = scene.base().floors[f];
        const auto taking = taken_from(month, f);
        const bool threat = floor.at_risk && evaluate(*floor.at_risk, {scene.e.values, {}}).truth() != Truth::no;
        if (taking == Truth::no && !threat) continue;
        const Statuses statuses(scene.e, floor.item);
        for (const auto status : statuses.found())
            if (const auto l = lowered(scene, f, status); l && l->holds != Truth::no) {
                auto c = candidate(scene, f, *l, taking);
                if (c.holds != Truth::no) all.push_back(std::move(c));
            }
    }
    return all;
}

void describe_lowered_floor(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& base = scene.base();
    const auto& floor = base.floors[c.ids[0]];
    const Slot status = c.ids[1];
    const auto& item = base.items[status];
    const auto& now = c.numbers.front();
    const auto less = c.measure.bounds().low.value_or(Decimal(0));
    f.severity = c.ids[2] == 1 ? 3 : 0;
    f.title = floor.title +
              (c.holds == Truth::yes ? Text{": beschermd is ", ": what is protected is "}
                                     : Text{": beschermd is misschien ", ": what is protected may be "}) +
              model::money(now) + Text{" per maand in plaats van ", " a month instead of "} + model::money(now + less) +
              Text{", door een begrip uit een andere wet (", ", because of a term of another law ("} + item.title +
              model::plain(": ") + model::value_text(base, status, scene.e.values[status]) + model::plain(")");
    f.amounts = {{"eur_month", less}, {"protected_month", now}, {"otherwise_eur_month", now + less}};
    f.items = {floor.item, status};
    if (item.concept_ != none) f.concepts = {item.concept_};
    tell_law(scene, status, f);
    for (const auto r : deciding(scene.e, floor.item)) {
        f.explanation.push_back(model::says(base, r));
        f.chain.push_back({"item:" + item.id, "rule:" + base.rules[r].id, {"wordt gelezen door", "is read by"}});
        f.chain.push_back({"rule:" + base.rules[r].id, "item:" + base.items[floor.item].id, {"verlaagt", "lowers"}});
        for (const auto a : scene.program().arguments_of_rule[r])
            if (!scene.e.labels[a].empty()) f.organisations.push_back(scene.e.actor(a, 0));
    }
    tell_takers(scene, c.ids[0], f);
}

}  // namespace samenloop::detect
