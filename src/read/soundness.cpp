// Rules that read well and mean nothing: what pays twice, what nothing reads, what runs in a circle, what can never be.
// Each is told at its place; most of them would switch something off without a word.

#include <algorithm>
#include <ranges>

#include "model/holdable.hpp"
#include "model/norms.hpp"
#include "nouns.hpp"

namespace samenloop::read {
namespace {

void check_norms(Draft& draft) {
    const std::vector<std::string_view> known(model::norms_read.begin(), model::norms_read.end());
    for (const auto& norm : draft.base.norms)
        if (!model::is_read(norm.id))
            draft.problems.add(norm.at, base::both("niets leest de norm '{}'", "nothing reads the norm '{}'", norm.id),
                               draft.problems.suggest(norm.id, known));
}

std::string text_of_value(const RuleBase& base, const std::optional<Expression>& e) {
    return e ? to_string(*e, [&](Slot s) { return base.items[s].id; }) : std::string();
}

/// Nothing in which one of two effects differs from the other.
bool same(const RuleBase& base, const Effect& a, const Effect& b) {
    const auto what = [](const Effect& e) {
        return std::tuple(e.kind, e.item, e.scheme, e.charge, e.act, e.need, e.outcome, e.achieves, e.other, e.floor);
    };
    const auto how = [](const Effect& e) { return std::tie(e.component, e.purpose, e.form, e.items, e.seen_by); };
    const auto who = [&](const Effect& e) {
        return std::tuple(
            e.actor.organisation, text_of_value(base, e.actor.instance), e.to.organisation,
            text_of_value(base, e.to.instance), text_of_value(base, e.value), text_of_value(base, e.until));
    };
    return what(a) == what(b) && how(a) == how(b) && who(a) == who(b);
}

void check_effects(Draft& draft) {
    for (const auto& rule : draft.base.rules)
        for (std::size_t i = 0; i < rule.effects.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (same(draft.base, rule.effects[j], rule.effects[i])) {
                    draft.problems.add(
                        rule.effects[i].at,
                        base::both("de regel '{}' zegt dit twee keer", "the rule '{}' says this twice", rule.id),
                        base::both("hetzelfde staat in {}", "the same stands in {}", line_of(rule.effects[j].at)));
                    break;
                }
}

/// Follows the rules that a rule goes before; a way back to one that is on the way is a circle.
class Circles {
  public:
    Circles(Draft& draft, std::vector<Index> Rule::* before, Text what)
        : draft_(draft), before_(before), what_(std::move(what)), seen_(draft.base.rules.size(), State::unseen) {}

    void run() {
        for (Index r = 0; r < seen_.size(); ++r) follow(r);
    }

  private:
    enum class State : std::uint8_t { unseen, on_the_way, done };

    void follow(Index start) {
        std::vector<std::pair<Index, std::size_t>> way;
        enter(start, way);
        while (!way.empty()) {
            auto& [r, next] = way.back();
            const auto& others = draft_.base.rules[r].*before_;
            if (next == others.size()) {
                seen_[r] = State::done;
                way.pop_back();
                continue;
            }
            const auto other = others[next++];
            if (seen_[other] == State::on_the_way) tell(way, other);
            else enter(other, way);
        }
    }

    void enter(Index r, std::vector<std::pair<Index, std::size_t>>& way) {
        if (seen_[r] != State::unseen) return;
        seen_[r] = State::on_the_way;
        way.emplace_back(r, 0);
    }

    void tell(const std::vector<std::pair<Index, std::size_t>>& way, Index back_to) {
        const auto& rules = draft_.base.rules;
        auto at = std::ranges::find(way, back_to, &std::pair<Index, std::size_t>::first);
        std::string row;
        for (; at != way.end(); ++at) row += rules[at->first].id + " -> ";
        draft_.problems.add(
            rules[back_to].at,
            base::both("{} vormen een kring: {}", "{} run in a circle: {}", what_, row + rules[back_to].id),
            {"van twee regels gaat er één voor", "of two rules one goes before the other"});
    }

    Draft& draft_;
    std::vector<Index> Rule::* before_;
    Text what_;
    std::vector<State> seen_;
};

void check_items(Draft& draft) {
    for (Slot s = 0; s < draft.base.items.size(); ++s) {
        const auto& item = draft.base.items[s];
        if (item.since == s)
            draft.problems.add(item.at, base::both("'{}' vertelt van zichzelf sinds wanneer het zo is",
                                                   "'{}' tells since when it is so itself", item.id));
        if (!item.ordinary || !item.ordinary->reads().empty() || item.type.kind == Kind::list) continue;
        const auto value = evaluate(*item.ordinary, {});
        if (!value.is_unknown() && !value.is_null() && !model::may_hold(draft.base, {s, 0, 0}, value))
            draft.problems.add(item.at,
                               base::both("de gewone waarde van '{}' is er geen die mag",
                                          "the ordinary value of '{}' is none that it may have", item.id),
                               model::outside(value, model::Domain(item)));
    }
}

void check_organisations(Draft& draft) {
    const auto& all = draft.base.organisations;
    for (const auto& o : all)
        for (const auto& alias : o.aliases)
            for (const auto& other : all)
                if ((&other != &o && (other.id == alias || other.title.nl == alias)) ||
                    (&other < &o && std::ranges::find(other.aliases, alias) != other.aliases.end()))
                    draft.problems.add(
                        o.at, base::both("ook '{1}' heet '{0}'", "'{}' is also what '{}' is called", alias, other.id),
                        base::both("die staat in {}", "it stands in {}", line_of(other.at)));
}

bool pays_or_takes(const Effect& e) {
    using enum EffectKind;
    return e.kind == grant || e.kind == reduce || e.kind == charge || e.kind == recover || e.kind == attach;
}

/// The rule that pays or takes this amount as it is.
const Rule* payer_of(const RuleBase& base, Slot amount) {
    for (const auto& rule : base.rules)
        for (const auto& effect : rule.effects)
            if (effect.value && pays_or_takes(effect) &&
                std::ranges::find(effect.value->reads(), amount, &Read::slot) != effect.value->reads().end())
                return &rule;
    return nullptr;
}

/// A law takes with a charge, an attachment or a recovery, not with an amount below nothing; a factor in a formula may
/// be less.
void check_amounts(Draft& draft) {
    for (Slot s = 0; s < draft.base.items.size(); ++s) {
        const auto& item = draft.base.items[s];
        if (item.kind != SlotKind::amount ||
            std::ranges::none_of(item.values, [](const auto& v) { return v.second < Decimal(0); }))
            continue;
        const auto* rule = payer_of(draft.base, s);
        if (rule != nullptr || item.type.unit.starts_with("eur"))
            draft.problems.add(
                item.at,
                base::both("het bedrag '{}' is minder dan niets", "the amount '{}' is less than nothing", item.id),
                rule == nullptr ? Text()
                                : base::both("de regel '{}' betaalt het uit of haalt het op",
                                             "the rule '{}' pays or takes it", rule->id));
    }
    for (const auto& norm : draft.base.norms)
        if (norm.value < Decimal(0))
            draft.problems.add(
                norm.at, base::both("de norm '{}' is minder dan niets", "the norm '{}' is less than nothing", norm.id));
}

void check_ages(Draft& draft) {
    for (const auto& rule : draft.base.rules) {
        const auto& law = draft.base.laws[rule.law];
        if (rule.in_force.from && law.in_force.from && *rule.in_force.from < *law.in_force.from)
            draft.problems.add(
                rule.at,
                base::both("de regel '{}' is ouder dan zijn wet", "the rule '{}' is older than its law", rule.id),
                base::both("de wet geldt vanaf {}", "the law is in force from {}", law.in_force.from->to_string()));
    }
}

}  // namespace

void check_soundness(Draft& draft) {
    // What could not be read whole may only seem the same.
    if (draft.problems.empty()) check_effects(draft);
    check_norms(draft);
    Circles(draft, &Rule::exception_to, {"uitzonderingen", "exceptions"}).run();
    Circles(draft, &Rule::overrides, {"regels die op elkaar voorgaan", "rules that override one another"}).run();
    check_items(draft);
    check_organisations(draft);
    check_amounts(draft);
    check_ages(draft);
}

}  // namespace samenloop::read
