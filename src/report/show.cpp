#include "report/show.hpp"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "graph/graph.hpp"
#include "report/names.hpp"
#include "report/tie_words.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

class Show {
  public:
    Show(const RuleBase& rules, Date day, Language language)
        : rules_(rules), names_(rules, language), day_(day), language_(language) {}

    std::string rule(const Rule& r) {
        const auto& law = rules_.laws[r.law];
        line(0, r.id + "  " + pick(language_, r.title));
        line(1, names_.citation(r) + (jci(law, r.article).empty() ? "" : "  " + jci(law, r.article)));
        line(1, std::string(level_word(law.level, language_)) +
                    (r.status == Verification::unverified ? ", " + word("ongeverifieerd", "unverified") : ""));
        named("wie", "who", reference_text(rules_, r.actor));
        if (r.each) named("voor elke", "for each", r.each_variable + " in " + expression_text(rules_, *r.each));
        if (r.when) named("als", "when", expression_text(rules_, *r.when));
        for (const auto& e : r.effects) named("dan", "then", effect(e));
        if (r.premise) named("veronderstelt", "presumes", expression_text(rules_, r.premise->holds));
        named("gaat voor", "overrides", ids(r.overrides));
        named("uitzondering op", "exception to", ids(r.exception_to));
        named("corrigeert", "corrects", ids(r.rebuts));
        if (!r.ecli.empty()) named("uitspraak", "judgment", r.ecli);
        in_force(rules_.laws[r.law].in_force.contains(day_) && r.in_force.contains(day_));
        if (const auto read = r.read ? r.read : law.read) named("gelezen", "read", read->to_string());
        return std::exchange(out_, {});
    }

    std::string law(Index l) {
        head(rules_.laws[l]);
        line(1, names_.level(rules_.laws[l]));
        in_force(rules_.laws[l].in_force.contains(day_));
        if (const auto& read = rules_.laws[l].read) named("gelezen", "read", read->to_string());
        return std::exchange(out_, {});
    }

    std::string item(Slot s) {
        const auto& i = rules_.items[s];
        line(0, i.id + "  " + pick(language_, i.title) + (i.type.unit.empty() ? "" : " (" + i.type.unit + ")"));
        for (const auto& [interval, value] : i.values)
            named(
                "waarde", "value", value.to_string() + (interval.from ? " (" + interval.from->to_string() + ")" : ""));
        if (i.kind == SlotKind::amount) on_the_day(i);
        return std::exchange(out_, {});
    }

    template <class ThingOfIt>
    std::string other(const ThingOfIt& thing) {
        head(thing);
        return std::exchange(out_, {});
    }

    /// What the node speaks of and what speaks of it.  Of a rule only the latter: its own effects are told already.
    std::string touching(graph::Node node) {
        const graph::Graph graph(rules_);
        if (node.thing != graph::NodeKind::rule)
            for (const auto& e : graph.from(node)) tied(from_word(e.tie, language_), e.to);
        for (const auto& e : graph.to(node))
            if (e.tie != graph::EdgeKind::contains) tied(to_word(e.tie, language_), e.from);
        return std::exchange(out_, {});
    }

  private:
    std::string word(const char* nl, const char* en) const {
        return std::string(pick(language_, std::string_view(nl), std::string_view(en)));
    }

    void in_force(bool is) {
        named("op deze dag", "on this day",
              day_.to_string() + ": " + (is ? word("geldt", "in force") : word("geldt niet", "not in force")));
    }

    void on_the_day(const Item& i) {
        const auto at = std::ranges::find_if(i.values, [&](const auto& v) { return v.first.contains(day_); });
        named("op deze dag", "on this day",
              day_.to_string() + ": " +
                  (at == i.values.end() ? word("geen waarde", "no value") : at->second.to_string()));
    }

    void line(int depth, const std::string& text) {
        out_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n";
    }

    void named(const char* nl, const char* en, const std::string& text) {
        if (!text.empty()) line(1, fmt::format("{:20}{}", word(nl, en), text));
    }

    template <class ThingOfIt>
    void head(const ThingOfIt& thing) {
        line(0, thing.id + "  " + pick(language_, thing.title));
    }

    void tied(std::string_view how, graph::Node node) { line(1, fmt::format("{:20}{}", how, id_and_title(node))); }

    template <class ThingOfIt>
    std::string titled(const ThingOfIt& thing) const {
        return fmt::format("{:26}  {}", thing.id, pick(language_, thing.title));
    }

    std::string id_and_title(graph::Node n) const {
        switch (n.thing) {
        case graph::NodeKind::law: return titled(rules_.laws[n.index]);
        case graph::NodeKind::rule: return titled(rules_.rules[n.index]);
        case graph::NodeKind::organisation: return titled(rules_.organisations[n.index]);
        case graph::NodeKind::item: return titled(rules_.items[n.index]);
        case graph::NodeKind::concept_: return titled(rules_.concepts[n.index]);
        case graph::NodeKind::scheme: return titled(rules_.schemes[n.index]);
        case graph::NodeKind::outcome: return titled(rules_.outcomes[n.index]);
        case graph::NodeKind::need: return titled(rules_.needs[n.index]);
        case graph::NodeKind::act: return titled(rules_.acts[n.index]);
        case graph::NodeKind::charge: return titled(rules_.charges[n.index]);
        case graph::NodeKind::exchange: return exchange(rules_.exchanges[n.index]);
        }
        return {};
    }

    std::string exchange(const Exchange& x) const {
        return fmt::format("{:26}  {}: {} → {}{}", x.id, rules_.items[x.item].id, reference_text(rules_, x.from),
                           reference_text(rules_, x.to), x.purpose.empty() ? "" : " (" + x.purpose + ")");
    }

    std::string ids(const std::vector<Index>& list) const {
        std::string text;
        for (const auto r : list) text += (text.empty() ? "" : " ") + rules_.rules[r].id;
        return text;
    }

    std::string effect(const Effect& e) const {
        auto text = std::string(to_string(e.kind));
        const auto add = [&](const std::string& part) { text += part.empty() ? "" : " " + part; };
        if (e.kind == EffectKind::define || e.kind == EffectKind::requires_data || e.kind == EffectKind::asks_citizen)
            add(rules_.items[e.item].id);
        if (e.scheme != none) add(rules_.schemes[e.scheme].id);
        if (e.charge != none) add(rules_.charges[e.charge].id);
        if (e.act != none) add(rules_.acts[e.act].id);
        if (e.need != none) add(rules_.needs[e.need].id);
        if (e.outcome != none) add(rules_.outcomes[e.outcome].id);
        for (const auto slot : e.items) add(rules_.items[slot].id);
        add(e.component);
        add(e.purpose);
        if (!e.to.empty()) add("→ " + reference_text(rules_, e.to));
        if (e.value && e.kind != EffectKind::requires_) add("= " + expression_text(rules_, *e.value));
        return text;
    }

    const RuleBase& rules_;
    Names names_;
    Date day_;
    Language language_;
    std::string out_;
};

template <class Things>
Index place_of(const Things& things, const std::string& id) {
    for (Index i = 0; i < things.size(); ++i)
        if (things[i].id == id) return i;
    return none;
}

}  // namespace

std::optional<std::string> show(const RuleBase& rules, const std::string& id, Date day, Language language) {
    Show s(rules, day, language);
    const auto whole = [&](const std::string& head, graph::NodeKind thing, Index i) {
        return head + s.touching({thing, i});
    };
    if (const auto i = place_of(rules.rules, id); i != none)
        return whole(s.rule(rules.rules[i]), graph::NodeKind::rule, i);
    if (const auto i = place_of(rules.schemes, id); i != none)
        return whole(s.other(rules.schemes[i]), graph::NodeKind::scheme, i);
    if (const auto i = place_of(rules.organisations, id); i != none)
        return whole(s.other(rules.organisations[i]), graph::NodeKind::organisation, i);
    if (const auto i = place_of(rules.laws, id); i != none) return whole(s.law(i), graph::NodeKind::law, i);
    if (const auto i = place_of(rules.items, id); i != none) return whole(s.item(i), graph::NodeKind::item, i);
    if (const auto i = place_of(rules.needs, id); i != none)
        return whole(s.other(rules.needs[i]), graph::NodeKind::need, i);
    if (const auto i = place_of(rules.outcomes, id); i != none)
        return whole(s.other(rules.outcomes[i]), graph::NodeKind::outcome, i);
    if (const auto i = place_of(rules.concepts, id); i != none)
        return whole(s.other(rules.concepts[i]), graph::NodeKind::concept_, i);
    if (const auto i = place_of(rules.charges, id); i != none)
        return whole(s.other(rules.charges[i]), graph::NodeKind::charge, i);
    if (const auto i = place_of(rules.acts, id); i != none)
        return whole(s.other(rules.acts[i]), graph::NodeKind::act, i);
    return std::nullopt;
}

std::vector<std::string_view> shown_ids(const RuleBase& rules) {
    std::vector<std::string_view> ids;
    const auto add = [&](const auto& things) {
        for (const auto& t : things) ids.emplace_back(t.id);
    };
    add(rules.rules);
    add(rules.schemes);
    add(rules.organisations);
    add(rules.laws);
    add(rules.items);
    add(rules.needs);
    add(rules.outcomes);
    add(rules.concepts);
    add(rules.charges);
    add(rules.acts);
    return ids;
}

}  // namespace samenloop::report
