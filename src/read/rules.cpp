// <rule>: when it applies, what it does (effects.cpp), and how it stands to other rules.

#include "nouns.hpp"

namespace samenloop::read {
namespace {

/// each="m in mun": the variable, the list, and the variable's type as a local.
Locals read_each(Draft& draft, const Element& element, Rule& rule) {
    const auto* each = element.attribute("each");
    if (each == nullptr) return {};
    const auto words = words_in(each->value.text());
    if (words.size() < 3 || words[1].text != "in") return {};
    rule.each_variable = words[0].text;
    rule.each = expression_in(draft, element, each->value, type_of(Kind::list), {}, words[2].start);
    if (!rule.each) return {};
    const auto& list = rule.each->type();
    return {{rule.each_variable, list.element ? *list.element : Type{}}};
}

void read_request(Draft& draft, const Element& element, Rule& rule, const Locals& locals) {
    const auto* request = element.attribute("request");
    if (request == nullptr) return;
    rule.on_request = true;
    if (trimmed(request->value.text()) != "none")
        rule.request = attribute_expression(draft, element, "request", type_of(Kind::boolean), locals);
}

std::vector<Index> other_rules(Draft& draft, const Element& element, std::string_view attribute, Index self) {
    auto rules = references_of(draft, draft.rules, element, attribute);
    if (std::erase(rules, self) > 0)
        draft.problems.add(element, *element.attribute(attribute),
                           base::both("de regel '{}' noemt zichzelf in '{}'", "the rule '{}' names itself in '{}'",
                                      draft.base.rules[self].id, attribute));
    return rules;
}

/// The scheme, charge or item that an effect is about; "" for an effect of another sort.
std::string_view subject_of(const RuleBase& base, const Effect& effect) {
    if (effect.scheme != none) return base.schemes[effect.scheme].id;
    if (effect.charge != none) return base.charges[effect.charge].id;
    return effect.kind == EffectKind::define ? std::string_view(base.items[effect.item].id) : std::string_view();
}

/// Which effects rest on a premise: those on what `of` names; else the first one, whose amount it tells, or all grants
/// and denials.
std::vector<std::size_t> effects_on_premise(Draft& draft, const Element& premise, const Rule& rule, bool amount) {
    std::vector<std::size_t> all;
    std::vector<std::string_view> known;
    const auto of = text_of(premise, "of");
    for (std::size_t i = 0; i < rule.effects.size(); ++i) {
        const auto& effect = rule.effects[i];
        const auto subject = subject_of(draft.base, effect);
        const bool flips = effect.kind == EffectKind::grant || effect.kind == EffectKind::deny;
        if (amount ? !effect.value.has_value() : !flips) continue;
        known.push_back(subject);
        const bool first = amount ? all.empty() : true;  // of those with an amount
        if (of.empty() ? first : subject == of) all.push_back(i);
    }
    if (!of.empty() && all.empty())
        draft.problems.add(
            premise, *premise.attribute("of"),
            amount ? base::both("geen gevolg van deze regel geeft '{}' een bedrag",
                                "no effect of this rule gives '{}' an amount", of)
                   : base::both("geen gevolg van deze regel kent '{}' toe of sluit het uit",
                                "no effect of this rule grants or denies '{}'", of),
            draft.problems.suggest(of, known));
    return all;
}

void read_premise(Draft& draft, const Element& element, Rule& rule, const Locals& locals) {
    const auto* premise = element.child("premise");
    if (premise == nullptr) return;
    auto holds = text_expression(draft, *premise, type_of(Kind::boolean), locals);
    std::optional<Expression> otherwise;
    if (const auto* amount = premise->attribute("otherwise"); amount != nullptr && !amount->value.blank())
        otherwise = money(draft, *premise, amount->value, Money::any, locals);
    if (!holds) return;
    auto effects = effects_on_premise(draft, *premise, rule, otherwise.has_value());
    rule.premise = Premise{std::move(*holds), std::move(otherwise), title_of(*premise), std::move(effects)};
}

constexpr std::int64_t months_of_a_year = 12;

void read_against(Draft& draft, const Element& element, Rule& rule, const Locals& locals) {
    const auto* against = element.child("against");
    if (against == nullptr) return;
    auto value = money(draft, *against, against->text, Money::any, locals);
    if (!value) return;
    const auto lasts = duration_of(*against, "lasts");
    rule.against = Against{std::move(*value), Decimal(lasts ? lasts->months : months_of_a_year),
                           decimal_of(*against, "at-most"), title_of(*against)};
}

void finish_rule(Draft& draft, const Element& element, Index index) {
    auto& rule = draft.base.rules[index];
    const auto locals = read_each(draft, element, rule);
    rule.actor = whom(draft, element, "actor", locals);
    rule.when = child_expression(draft, element, "when", type_of(Kind::boolean), locals);
    read_request(draft, element, rule, locals);
    rule.overrides = other_rules(draft, element, "overrides", index);
    rule.exception_to = other_rules(draft, element, "exception-to", index);
    rule.rebuts = other_rules(draft, element, "rebuts", index);
    rule.overrides_laws = references_of(draft, draft.laws, element, "overrides-law");
    for (const auto& child : element.children)
        if (child.name != "when" && child.name != "premise" && child.name != "against")
            read_effect(draft, child, rule, locals);
    read_premise(draft, element, rule, locals);
    read_against(draft, element, rule, locals);
    if (element.children.empty())
        draft.problems.add(element.at, base::both("de regel '{}' zegt niets: er staat geen gevolg in",
                                                  "the rule '{}' says nothing: it has no effect", rule.id));
}

}  // namespace

void declare_rule(Draft& draft, const Element& element, Index law, const Text& article) {
    auto* rule = declare(draft, draft.rules, draft.base.rules, element, finish_rule, Writes::its_own_thing);
    if (rule == nullptr) return;
    rule->law = law;
    rule->article = article.nl;
    rule->article_en = article.en;
    rule->title = title_of(element);
    rule->in_force = interval_of(element, draft.problems);
    rule->read = day_of(element, "read");
    rule->discretion = text_of(element, "discretion") == "may" ? Discretion::may : Discretion::bound;
    rule->repairs = flag_of(element, "repairs");
    rule->delegated = flag_of(element, "delegated");
    rule->sanction = flag_of(element, "sanction");
    rule->ecli = text_of(element, "ecli");
    rule->status = verification_of(element);
    rule->intended_exclusion = text_of(element, "intended-exclusion");
}

}  // namespace samenloop::read
