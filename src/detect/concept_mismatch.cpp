// CL-4: one word, several legal definitions, and a decision that depends on the difference (definitions 1.2 and 10.7).
// Two laws define the concept differently for this person; each has an applying rule that reads its own definition, and
// exchanging the values flips a grant or moves an amount by a norm (10 a month).  One finding a concept, with the table
// of all its definitions.  Where only reference dates differ it is information (severity 0).

#include <algorithm>
#include <set>

#include "detect/detectors.hpp"
#include "evaluate/disposable.hpp"
#include "model/wording.hpp"

namespace samenloop {
namespace {

struct Consequence {
    Index scheme = none;
    Truth before = Truth::unknown;
    Truth after = Truth::unknown;
    Decimal per_month;  // after - before
};

Decimal least(const Scene& scene) {
    const auto* n = scene.base().norm("cl4.amount_month");
    return n != nullptr ? n->value : Decimal(10);
}

bool comparable(const RuleBase& base, Slot a, Slot b) {
    return base.items[a].type.kind == base.items[b].type.kind && base.items[a].type.unit == base.items[b].type.unit;
}

/// A rule that applies with this value or would with the other reads it: some rule of the law, or of a law it rules.
bool is_read(const Scene& scene, Slot s) { return !scene.program().readers[s].empty(); }

std::vector<Consequence> consequences(const Scene& scene, Slot mine, const Value& theirs) {
    std::vector<Consequence> all;
    const auto after = vary(scene.e, {{}, {}, {{mine, theirs}}});
    for (Index s = 0; s < scene.base().schemes.size(); ++s) {
        const auto& scheme = scene.base().schemes[s];
        Consequence c{s, scene.e.values[scheme.granted].truth(), after.values[scheme.granted].truth(), {}};
        const auto* x = scene.e.values[scheme.sum].get<Decimal>();
        const auto* y = after.values[scheme.sum].get<Decimal>();
        if (x != nullptr && y != nullptr) c.per_month = (*y - *x) / Decimal(12);
        const auto size = c.per_month < Decimal(0) ? -c.per_month : c.per_month;
        const bool flips = c.before != Truth::unknown && c.after != Truth::unknown && c.before != c.after;
        if (flips || size >= least(scene)) all.push_back(c);
    }
    return all;
}

bool known(const Value& v) { return !v.is_unknown() && v.get<Range>() == nullptr; }

/// Two definitions that differ, are read, and of which exchanging either has consequences.
bool clash(const Scene& scene, Slot a, Slot b) {
    const auto& va = scene.e.values[a];
    const auto& vb = scene.e.values[b];
    if (!comparable(scene.base(), a, b) || !known(va) || !known(vb) || va == vb || !is_read(scene, a) ||
        !is_read(scene, b))
        return false;
    return !consequences(scene, a, vb).empty() || !consequences(scene, b, va).empty();
}

/// The rules that make and use a definition.
void add_rules(const Scene& scene, Slot s, std::set<Index>& into) {
    const auto o = scene.program().object_of_slot[s];
    if (o != none)
        for (const auto a : scene.program().objects[o].arguments)
            if (scene.e.applies(scene.program().arguments[a].rule) != Truth::no)
                into.insert(scene.program().arguments[a].rule);
    for (const auto r : scene.program().readers[s]) into.insert(r);
}

bool worth_telling(const Value& v) {
    const auto* d = v.get<Decimal>();
    return d != nullptr ? *d > Decimal(0) : v.truth() == Truth::yes;
}

/// The same word with other reference dates, about something this person has.
bool differs_in_reference(const Scene& scene, const Concept& c) {
    std::set<std::string> references;
    for (const auto s : c.definitions)
        if (scene.base().items[s].type.kind == Kind::number && comparable(scene.base(), c.definitions.front(), s) &&
            !scene.base().items[s].reference.empty() && is_read(scene, s) && worth_telling(scene.e.values[s]))
            references.insert(scene.base().items[s].reference);
    return references.size() > 1;
}

std::string shown(const Value& v) {
    return v.get<bool>() != nullptr ? (v.truth() == Truth::yes ? "ja" : "nee") : to_string(v);
}
std::string shown_en(const Value& v) {
    return v.get<bool>() != nullptr ? (v.truth() == Truth::yes ? "yes" : "no") : to_string(v);
}

void tell_table(const Scene& scene, const Concept& c, Finding& f) {
    for (const auto s : c.definitions) {
        const auto& item = scene.base().items[s];
        const auto& v = scene.e.values[s];
        const auto law = item.law == none ? Text{} : scene.base().laws[item.law].title;
        f.explanation.push_back(law + plain(": ") + c.title + Text{" = " + shown(v), " = " + shown_en(v)} +
                                (item.reference.empty() ? Text{} : plain(" (" + item.reference + ")")));
        f.items.push_back(s);
        f.chain.push_back({"concept:" + c.id, "item:" + item.id, Text{shown(v), shown_en(v)}});
    }
}

/// Limits that the readers of a definition compare it with.
void tell_limits(const Scene& scene, const Concept& c, Finding& f) {
    for (const auto s : c.definitions)
        for (const auto r : scene.program().readers[s]) {
            const auto& rule = scene.base().rules[r];
            if (!rule.when) continue;
            for (const auto& read : rule.when->reads()) {
                const auto& item = scene.base().items[read.slot];
                const auto* limit = scene.e.values[read.slot].get<Decimal>();
                if (item.kind == SlotKind::amount && limit != nullptr)
                    f.explanation.push_back(cite(scene.base(), r) + Text{": grens ", ": limit "} + money(*limit) +
                                            plain(" (") + item.title + plain(")"));
            }
        }
}

void tell_consequences(const Scene& scene, Slot mine, const Value& theirs, Finding& f, Decimal& largest) {
    for (const auto& k : consequences(scene, mine, theirs)) {
        const auto size = k.per_month < Decimal(0) ? -k.per_month : k.per_month;
        largest = std::max(largest, size);
        const auto law = scene.base().items[mine].law;
        f.explanation.push_back(
            Text{"Met de andere uitkomst in ", "With the other outcome in "} +
            (law == none ? Text{} : scene.base().laws[law].title) + plain(": ") + scene.base().schemes[k.scheme].title +
            (k.before != k.after ? (k.after == Truth::yes ? Text{" wel toegekend", " granted"}
                                                          : Text{" niet toegekend", " not granted"})
                                 : Text{}) +
            (size > Decimal(0) ? plain(" ") + money(k.per_month) + Text{" per maand", " a month"} : Text{}));
    }
}

}  // namespace

std::vector<Candidate> find_concept_mismatch(const Scene& scene) {
    std::vector<Candidate> all;
    for (Index k = 0; k < scene.base().concepts.size(); ++k) {
        const auto& concept_ = scene.base().concepts[k];
        if (scene.focus != nullptr && scene.focus->ids.front() != k) continue;
        Candidate c;
        c.key = concept_.id;
        c.ids = {k};
        std::set<Index> rules;
        for (std::size_t i = 0; i < concept_.definitions.size(); ++i)
            for (std::size_t j = i + 1; j < concept_.definitions.size(); ++j)
                if (clash(scene, concept_.definitions[i], concept_.definitions[j])) {
                    c.ids.push_back(concept_.definitions[i]);
                    c.ids.push_back(concept_.definitions[j]);
                    add_rules(scene, concept_.definitions[i], rules);
                    add_rules(scene, concept_.definitions[j], rules);
                }
        if (c.ids.size() == 1 && !differs_in_reference(scene, concept_)) continue;
        if (c.ids.size() == 1)
            for (const auto s : concept_.definitions) add_rules(scene, s, rules);
        c.rules = {rules.begin(), rules.end()};
        all.push_back(std::move(c));
    }
    return all;
}

void describe_concept_mismatch(const Scene& scene, const Candidate& c, Finding& f) {
    const auto& concept_ = scene.base().concepts[c.ids.front()];
    f.concepts = {c.ids.front()};
    const bool counts = c.ids.size() > 1;
    f.severity = 0;
    f.title = counts ? Text{"Eén woord, verschillende uitkomsten: ", "One word, different outcomes: "} + concept_.title
                     : Text{"Eén woord, verschillende peildata of grenzen: ",
                            "One word, different reference dates or limits: "} +
                           concept_.title;
    tell_table(scene, concept_, f);
    Decimal largest;
    bool flips = false;
    std::set<Slot> told;
    for (std::size_t i = 1; i + 1 < c.ids.size(); i += 2)
        for (const auto& [mine, other] : {std::pair{c.ids[i], c.ids[i + 1]}, std::pair{c.ids[i + 1], c.ids[i]}}) {
            for (const auto& k : consequences(scene, mine, scene.e.values[other])) flips = flips || k.before != k.after;
            if (told.insert(mine).second) tell_consequences(scene, mine, scene.e.values[other], f, largest);
        }
    tell_limits(scene, concept_, f);
    if (largest > Decimal(0)) f.amounts.emplace_back("eur_month", largest);
    const auto* much = scene.base().norm("severity.amount_month");
    if (counts) f.severity = flips || largest >= (much != nullptr ? much->value : Decimal(50)) ? 2 : 1;
}

}  // namespace samenloop
