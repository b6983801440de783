#include "report/show.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "report/names.hpp"
#include "report/words.hpp"

namespace samenloop {
namespace {

class Show {
  public:
    Show(const RuleBase& rules, Language language) : rules_(rules), names_(rules, language), language_(language) {}

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
        return std::move(out_);
    }

    std::string law(Index l) {
        line(0, rules_.laws[l].id + "  " + pick(language_, rules_.laws[l].title));
        line(1, names_.level(rules_.laws[l]));
        return rules_where("regels", "rules", [&](const Rule& r) { return r.law == l; });
    }

    std::string organisation(Index o) {
        line(0, rules_.organisations[o].id + "  " + pick(language_, rules_.organisations[o].title));
        for (const auto& x : rules_.exchanges)
            if (x.from.organisation == o || x.to.organisation == o)
                named("uitwisseling", "exchange",
                      x.id + ": " + reference_text(rules_, x.from) + " → " + reference_text(rules_, x.to) + " (" +
                          rules_.items[x.item].id + ")");
        return rules_where("voert uit", "executes", [&](const Rule& r) {
            return r.actor.organisation == o || std::ranges::any_of(r.effects, [&](const Effect& e) {
                       return e.actor.organisation == o || e.to.organisation == o;
                   });
        });
    }

    std::string item(Slot s) {
        const auto& i = rules_.items[s];
        line(0, i.id + "  " + pick(language_, i.title) + (i.type.unit.empty() ? "" : " (" + i.type.unit + ")"));
        named("houder", "holder", reference_text(rules_, i.holder));
        for (const auto& [interval, value] : i.values)
            named(
                "waarde", "value", value.to_string() + (interval.from ? " (" + interval.from->to_string() + ")" : ""));
        for (const auto& x : rules_.exchanges)
            if (x.item == s)
                named("uitwisseling", "exchange",
                      reference_text(rules_, x.from) + " → " + reference_text(rules_, x.to) + " " + x.purpose);
        rules_where("bepaald door", "defined by", [&](const Rule& r) {
            return std::ranges::any_of(
                r.effects, [&](const Effect& e) { return e.kind == EffectKind::define && e.item == s; });
        });
        return rules_where("gelezen door", "read by", [&](const Rule& r) { return reads(r, s); });
    }

    std::string scheme(Index k) {
        const auto& s = rules_.schemes[k];
        line(0, s.id + "  " + pick(language_, s.title));
        named("uitvoerder", "executor", reference_text(rules_, s.executor));
        for (const auto n : s.covers) named("dekt", "covers", pick(language_, rules_.needs[n].title));
        for (const auto& [kind, nl, en] :
             {std::tuple{EffectKind::grant, "toegekend door", "granted by"},
              {EffectKind::basis, "voorwaarde", "condition"},
              {EffectKind::deny, "geweigerd door", "denied by"},
              {EffectKind::reduce, "verlaagd door", "reduced by"}})
            rules_where(nl, en, [&](const Rule& r) {
                return std::ranges::any_of(r.effects, [&](const Effect& e) { return e.kind == kind && e.scheme == k; });
            });
        return std::move(out_);
    }

    template <class Thing>
    std::string other(const Thing& thing) {
        line(0, thing.id + "  " + pick(language_, thing.title));
        return std::move(out_);
    }

  private:
    std::string word(const char* nl, const char* en) const {
        return std::string(pick(language_, std::string_view(nl), std::string_view(en)));
    }

    void line(int depth, const std::string& text) {
        out_ += std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n";
    }

    void named(const char* nl, const char* en, const std::string& text) {
        if (!text.empty()) line(1, fmt::format("{:16}{}", word(nl, en), text));
    }

    template <class Predicate>
    std::string rules_where(const char* nl, const char* en, Predicate fits) {
        for (const auto& r : rules_.rules)
            if (fits(r)) named(nl, en, fmt::format("{:14}{}", r.id, pick(language_, r.title)));
        return out_;
    }

    std::string ids(const std::vector<Index>& list) const {
        std::string text;
        for (const auto r : list) text += (text.empty() ? "" : " ") + rules_.rules[r].id;
        return text;
    }

    static bool has(const std::optional<Expression>& e, Slot s) {
        return e && std::ranges::any_of(e->reads(), [&](const Read& r) { return r.slot == s; });
    }

    static bool reads(const Rule& r, Slot s) {
        return has(r.when, s) || has(r.each, s) || std::ranges::any_of(r.effects, [&](const Effect& e) {
                   return e.kind != EffectKind::requires_ && has(e.value, s);
               });
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
        add(e.component);
        add(e.purpose);
        if (!e.to.empty()) add("→ " + reference_text(rules_, e.to));
        if (e.value && e.kind != EffectKind::requires_) add("= " + expression_text(rules_, *e.value));
        return text;
    }

    const RuleBase& rules_;
    Names names_;
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

std::optional<std::string> show(const RuleBase& rules, const std::string& id, Language language) {
    Show s(rules, language);
    if (const auto i = place_of(rules.rules, id); i != none) return s.rule(rules.rules[i]);
    if (const auto i = place_of(rules.schemes, id); i != none) return s.scheme(i);
    if (const auto i = place_of(rules.organisations, id); i != none) return s.organisation(i);
    if (const auto i = place_of(rules.laws, id); i != none) return s.law(i);
    if (const auto i = place_of(rules.items, id); i != none) return s.item(i);
    if (const auto i = place_of(rules.needs, id); i != none) return s.other(rules.needs[i]);
    if (const auto i = place_of(rules.outcomes, id); i != none) return s.other(rules.outcomes[i]);
    if (const auto i = place_of(rules.concepts, id); i != none) return s.other(rules.concepts[i]);
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
    return ids;
}

}  // namespace samenloop
