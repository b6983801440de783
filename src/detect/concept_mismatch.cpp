// CL-4: one word, several legal definitions, and a decision that depends on the difference (definitions 1.2 and 10.7).
// Two laws define the concept differently for this person; each has an applying rule that reads its own definition, and
// exchanging the values flips a grant or moves an amount by a norm (10 a month).  One finding a concept, with the table
// of all its definitions and the article behind each answer.  Where only reference dates differ it is information
// (severity 0).
//
// Like is compared with like: where the one outcome is for one person and the other for two, it is the share of one
// that counts, and the household's total is told beside it.  A definition that only protects, because with it a rule
// does not apply, counts as one that gives (definitions 11.7): who is spared by it has nothing to complain of, so it is
// silent.

#include <algorithm>
#include <set>

#include "detect/detectors.hpp"
#include "engine/disposable.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// What the other law's value would do to a grant or a charge.
struct Consequence {
    Text title;
    Truth before = Truth::unknown;  // granted; stays unknown for a charge
    Truth after = Truth::unknown;
    Decimal per_month;  // after - before, seen from the person: what a charge rises by is negative
    bool charge = false;
    bool once = false;
    std::optional<Decimal> together;  // of the household, where the one is for more people than the other

    bool gains() const { return per_month > Decimal(0) || (flips() && after == Truth::yes); }
    bool flips() const { return before != Truth::unknown && after != Truth::unknown && before != after; }
    Decimal size() const { return per_month < Decimal(0) ? -per_month : per_month; }
};

Decimal least_difference(const DetectionContext& scene) {
    const auto* n = scene.base().norm("cl4.amount_month");
    return n != nullptr ? n->value : Decimal(10);
}

bool comparable(const RuleBase& base, Slot a, Slot b) {
    return base.items[a].type.kind == base.items[b].type.kind && base.items[a].type.unit == base.items[b].type.unit;
}

/// Some rule that applies here decides by it: by what it reads itself, or by what follows from that.  A definition that
/// leads to nothing here (the day amount of a benefit that this person has not) decides nothing.
class Reading {
  public:
    explicit Reading(const engine::Evaluation& e) : e_(e) {}

    bool decides_by(Slot s) {
        if (!seen_.insert(s).second) return false;
        const auto& program = *e_.program;
        return std::ranges::any_of(program.readers[s], [&](Index r) { return decides(r); }) ||
               std::ranges::any_of(program.fallback_readers[s], [&](Slot f) { return decides_by(f); });
    }

  private:
    bool decides(Index r) {
        if (e_.out[r] || e_.applies(r) == Truth::no) return false;
        return std::ranges::any_of(
            e_.rule(r).effects, [&](const Effect& x) { return x.kind != EffectKind::define || decides_by(x.item); });
    }

    const engine::Evaluation& e_;
    std::set<Slot> seen_;
};

bool reads_here(const engine::Evaluation& e, Slot s) {
    return std::ranges::any_of(e.program->readers[s], [&](Index r) {
        return e.program->in_force[r] && !e.out[r] && e.applies(r) != Truth::no;
    });
}

/// For how many people it is; one where the rule base does not say.
Decimal persons(const engine::Evaluation& e, const Scheme& scheme) {
    const auto n = scheme.persons ? evaluate(*scheme.persons, {e.values, {}}) : Value(Decimal(1));
    const auto* d = n.get<Decimal>();
    return d != nullptr && *d > Decimal(0) ? *d : Decimal(1);
}

Decimal monthly_difference(const engine::Evaluation& before, const engine::Evaluation& after, Slot sum) {
    const auto* x = before.values[sum].get<Decimal>();
    const auto* y = after.values[sum].get<Decimal>();
    return x != nullptr && y != nullptr ? (*y - *x) / Decimal(12) : Decimal(0);
}

/// The share of one person where the number of people differs.
Consequence of_scheme(const engine::Evaluation& before, const engine::Evaluation& after, const Scheme& scheme) {
    Consequence k{scheme.title,
                  before.values[scheme.granted].truth(),
                  after.values[scheme.granted].truth(),
                  monthly_difference(before, after, scheme.sum),
                  false,
                  scheme.once,
                  std::nullopt};
    const auto n = persons(before, scheme);
    const auto m = persons(after, scheme);
    const auto* x = before.values[scheme.sum].get<Decimal>();
    const auto* y = after.values[scheme.sum].get<Decimal>();
    if (n == m || x == nullptr || y == nullptr || *x == Decimal(0) || *y == Decimal(0)) return k;
    k.together = k.per_month;
    k.per_month = (*y / m - *x / n) / Decimal(12);
    return k;
}

std::vector<Consequence> consequences(const DetectionContext& scene, Slot mine, const Value& theirs) {
    std::vector<Consequence> all;
    const auto after = engine::vary(scene.e, {{}, {}, {{mine, theirs}}});
    const auto keep = [&](Consequence c) {
        if (c.flips() || c.size() >= least_difference(scene)) all.push_back(std::move(c));
    };
    for (const auto& scheme : scene.base().schemes) keep(of_scheme(scene.e, after, scheme));
    for (const auto& charge : scene.base().charges)
        keep({charge.title, Truth::unknown, Truth::unknown, -monthly_difference(scene.e, after, charge.slot), true,
              false, std::nullopt});
    return all;
}

/// What comes of a definition with the value of another law, worked out once: many definitions have the same value.
class Exchanges {
  public:
    explicit Exchanges(const DetectionContext& scene) : scene_(scene) {}

    bool matters(Slot mine, const Value& theirs) { return of(mine, theirs).matters; }

    /// Some rule that applies reads it and something hangs on that, or one that would apply with the value of the other
    /// law and give more: who is left out by a definition is touched by it, who is spared by it is not.
    bool is_read(Slot mine, const Value& theirs) {
        if (reads_here(scene_.e, mine) && (matters(mine, theirs) || Reading(scene_.e).decides_by(mine))) return true;
        return of(mine, theirs).gains && reads_here(engine::vary(scene_.e, {{}, {}, {{mine, theirs}}}), mine);
    }

  private:
    struct Exchange {
        Slot mine = none;
        Value theirs;
        bool matters = false;
        bool gains = false;
    };

    const Exchange& of(Slot mine, const Value& theirs) {
        for (const auto& x : known_)
            if (x.mine == mine && x.theirs == theirs) return x;
        const auto all = consequences(scene_, mine, theirs);
        known_.push_back({mine, theirs, !all.empty(), std::ranges::any_of(all, &Consequence::gains)});
        return known_.back();
    }

    const DetectionContext& scene_;
    std::vector<Exchange> known_;
};

bool known(const Value& v) { return !v.is_unknown() && v.get<Range>() == nullptr; }

/// Two definitions that differ, are read, and of which exchanging either has consequences.
bool clash(const DetectionContext& scene, Exchanges& exchanges, Slot a, Slot b) {
    const auto& va = scene.e.values[a];
    const auto& vb = scene.e.values[b];
    if (!comparable(scene.base(), a, b) || !known(va) || !known(vb) || va == vb || !exchanges.is_read(a, vb) ||
        !exchanges.is_read(b, va))
        return false;
    return exchanges.matters(a, vb) || exchanges.matters(b, va);
}

/// The rules that make and use a definition.
void add_rules(const DetectionContext& scene, Slot s, std::set<Index>& into) {
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

/// Who has none of it would be treated otherwise by some rule: the person is over a limit.
bool decides(const DetectionContext& scene, Slot s) {
    const auto none_of_it = engine::vary(scene.e, {{}, {}, {{s, Decimal(0)}}});
    return std::ranges::any_of(
        scene.program().readers[s], [&](Index r) { return scene.e.applies(r) != none_of_it.applies(r); });
}

/// The same word with other reference dates, about something this person has, and a rule that looks at it decides so.
bool differs_in_reference(const DetectionContext& scene, const Concept& c) {
    std::set<std::string> references;
    for (const auto s : c.definitions)
        if (scene.base().items[s].type.kind == Kind::number && comparable(scene.base(), c.definitions.front(), s) &&
            !scene.base().items[s].reference.nl.empty() && !scene.program().readers[s].empty() &&
            worth_telling(scene.e.values[s]))
            references.insert(scene.base().items[s].reference.nl);
    return references.size() > 1 && std::ranges::any_of(c.definitions, [&](Slot s) {
               return worth_telling(scene.e.values[s]) && decides(scene, s);
           });
}

Text law_of(const DetectionContext& scene, Slot s) {
    const auto law = scene.base().items[s].law;
    return law == none ? scene.base().items[s].title : scene.base().laws[law].title;
}

/// Yes and no in a line each; of numbers every law with its own.
void tell_table(const DetectionContext& scene, const Concept& c, Finding& f) {
    std::vector<std::pair<Text, std::vector<Text>>> lines;  // a value, and the laws that come to it
    for (const auto s : c.definitions) {
        const auto& item = scene.base().items[s];
        const auto value = model::value_text(scene.base(), s, scene.e.values[s]);
        const auto law = law_of(scene, s) +
                         (item.reference.nl.empty() ? Text{} : model::plain(" (") + item.reference + model::plain(")"));
        const auto same = std::ranges::find_if(lines, [&](const auto& line) { return line.first.nl == value.nl; });
        if (same == lines.end()) lines.push_back({value, {law}});
        else same->second.push_back(law);
        f.items.push_back(s);
        f.chain.push_back({"concept:" + c.id, "item:" + item.id, value});
    }
    for (const auto& [value, laws] : lines)
        f.explanation.push_back(
            c.title + model::plain(" = ") + value + Text{" volgens ", " under "} + model::listing(laws));
}

/// The rules behind an answer: those that define it, those that win from one that would, else those of which none
/// applies.
struct LegalGround {
    std::vector<Text> rules;
    bool none_applies = false;
};
LegalGround behind_answer(const DetectionContext& scene, Slot s) {
    const auto& program = scene.program();
    std::set<Index> defining;
    std::set<Index> winning;
    std::set<Index> idle;
    const auto o = program.object_of_slot[s];
    if (o == none) return {};
    for (const auto a : program.objects[o].arguments) {
        const auto r = program.arguments[a].rule;
        if (program.effect(a) == nullptr) continue;
        if (scene.e.accepted(a) != Truth::no) defining.insert(r);
        else if (scene.e.applies(r) == Truth::no) idle.insert(r);
        else
            for (const auto& c : program.objects[o].conflicts) {
                const auto loser = c.winner == engine::Winner::first ? c.second : c.first;
                const auto winner = program.arguments[c.winner == engine::Winner::first ? c.first : c.second].rule;
                if (c.winner != engine::Winner::nobody && loser == a && scene.e.applies(winner) != Truth::no)
                    winning.insert(winner);
            }
    }
    const auto& told = !defining.empty() ? defining : !winning.empty() ? winning : idle;
    LegalGround behind{{}, defining.empty() && winning.empty()};
    for (const auto r : told) behind.rules.push_back(model::cite(scene.base(), r));
    return behind;
}

/// "ja: artikel 3; nee: geen van artikel 2 en artikel 4 geldt hier", one line a definition that rules make.
void tell_articles(const DetectionContext& scene, const Concept& c, Finding& f) {
    for (const auto s : c.definitions) {
        if (!scene.e.facts[s].is_unknown()) continue;
        const auto behind = behind_answer(scene, s);
        if (behind.rules.empty()) continue;
        const auto value = model::value_text(scene.base(), s, scene.e.values[s]);
        f.explanation.push_back(
            value +
            (behind.none_applies ? Text{", want hier geldt niet: ", ", because here does not apply: "}
                                 : Text{" volgt uit ", " follows from "}) +
            model::listing(behind.rules));
    }
}

/// Limits in the unit of the definition that its readers compare it with.
void tell_limits(const DetectionContext& scene, const Concept& c, Finding& f) {
    std::set<Index> told;
    for (const auto s : c.definitions)
        for (const auto r : scene.program().readers[s]) {
            const auto& rule = scene.base().rules[r];
            const auto& unit = scene.base().items[s].type.unit;
            if (!rule.when || unit.empty() || !told.insert(r).second) continue;
            std::vector<Text> limits;
            for (const auto& read : rule.when->reads()) {
                const auto& item = scene.base().items[read.slot];
                const auto* limit = scene.e.values[read.slot].get<Decimal>();
                if (item.kind == SlotKind::amount && item.type.unit == unit && limit != nullptr)
                    limits.push_back(
                        model::with_unit(*limit, unit) + model::plain(" (") + item.title + model::plain(")"));
            }
            if (!limits.empty())
                f.explanation.push_back(
                    model::cite(scene.base(), r) + Text{": grens ", ": limit "} + model::listing(limits));
        }
}

Text told(const Consequence& k) {
    auto text = k.title;
    if (k.flips())
        text = text +
               (k.after == Truth::yes ? Text{" wel toegekend", " granted"} : Text{" niet toegekend", " not granted"});
    const auto more = [&](const Decimal& d) {
        return (d > Decimal(0)) != k.charge ? Text{" meer", " more"} : Text{" minder", " less"};
    };
    const auto size = [](const Decimal& d) { return model::money(d < Decimal(0) ? -d : d); };
    if (k.size() == Decimal(0)) return text;
    text = text + model::plain(k.flips() ? ", " : " ");
    if (k.once) return text + model::money(k.size() * Decimal(12)) + Text{" eenmalig", " once"} + more(k.per_month);
    if (!k.together) return text + model::money(k.size()) + Text{" per maand", " a month"} + more(k.per_month);
    return text + model::money(k.size()) + Text{" per persoon per maand", " a person a month"} + more(k.per_month) +
           Text{" (het huishouden samen ", " (the household together "} + size(*k.together) + more(*k.together) +
           model::plain(")");
}

/// The largest difference, a month and once.
struct Largest {
    Decimal month;
    Decimal once;
};

void tell_consequences(const DetectionContext& scene, Slot mine, const Value& theirs, Finding& f, Largest& largest) {
    std::vector<Text> all;
    for (const auto& k : consequences(scene, mine, theirs)) {
        auto& here = k.once ? largest.once : largest.month;
        here = std::max(here, k.once ? k.size() * Decimal(12) : k.size());
        all.push_back(told(k));
    }
    if (!all.empty())
        f.explanation.push_back(law_of(scene, mine) + Text{", met de andere uitkomst: ", ", with the other outcome: "} +
                                model::listing(all));
}

}  // namespace

std::vector<Candidate> find_concept_mismatch(const DetectionContext& scene) {
    std::vector<Candidate> all;
    Exchanges exchanges(scene);
    for (Index k = 0; k < scene.base().concepts.size(); ++k) {
        const auto& word = scene.base().concepts[k];
        if (scene.focus != nullptr && scene.focus->ids.front() != k) continue;
        Candidate c;
        c.key = word.id;
        c.ids = {k};
        std::set<Index> rules;
        for (std::size_t i = 0; i < word.definitions.size(); ++i)
            for (std::size_t j = i + 1; j < word.definitions.size(); ++j)
                if (clash(scene, exchanges, word.definitions[i], word.definitions[j])) {
                    c.ids.push_back(word.definitions[i]);
                    c.ids.push_back(word.definitions[j]);
                    add_rules(scene, word.definitions[i], rules);
                    add_rules(scene, word.definitions[j], rules);
                }
        if (c.ids.size() == 1 && !differs_in_reference(scene, word)) continue;
        if (c.ids.size() == 1)
            for (const auto s : word.definitions) add_rules(scene, s, rules);
        c.rules = {rules.begin(), rules.end()};
        all.push_back(std::move(c));
    }
    return all;
}

void describe_concept_mismatch(const DetectionContext& scene, const Candidate& c, Finding& f) {
    const auto& word = scene.base().concepts[c.ids.front()];
    f.concepts = {c.ids.front()};
    const bool counts = c.ids.size() > 1;
    f.severity = 0;
    f.title = counts ? Text{"Eén woord, verschillende uitkomsten: ", "One word, different outcomes: "} + word.title
                     : Text{"Eén woord, verschillende peildata of grenzen: ",
                            "One word, different reference dates or limits: "} +
                           word.title;
    tell_table(scene, word, f);
    Largest largest;
    bool flips = false;
    std::set<Slot> told;
    for (std::size_t i = 1; i + 1 < c.ids.size(); i += 2)
        for (const auto& [mine, other] : {std::pair{c.ids[i], c.ids[i + 1]}, std::pair{c.ids[i + 1], c.ids[i]}}) {
            for (const auto& k : consequences(scene, mine, scene.e.values[other])) flips = flips || k.flips();
            if (told.insert(mine).second) tell_consequences(scene, mine, scene.e.values[other], f, largest);
        }
    tell_articles(scene, word, f);
    tell_limits(scene, word, f);
    if (largest.month > Decimal(0)) f.amounts.emplace_back("eur_month", largest.month);
    if (largest.once > Decimal(0)) f.amounts.emplace_back("eur_once", largest.once);
    const auto much = [&](std::string_view norm, std::int64_t otherwise) {
        const auto* n = scene.base().norm(norm);
        return n != nullptr ? n->value : Decimal(otherwise);
    };
    const bool far =
        largest.month >= much("severity.amount_month", 50) || largest.once >= much("severity.amount_once", 600);
    if (counts) f.severity = flips || far ? 2 : 1;
}

}  // namespace samenloop::detect
