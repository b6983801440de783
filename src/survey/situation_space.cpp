#include "survey/situation_space.hpp"

#include <algorithm>

#include "feel/comparisons.hpp"
#include "survey/reasons.hpp"

namespace samenloop::survey {
namespace {

Situation empty_situation(const RuleBase& base, Date day) {
    Situation s;
    s.date = day;
    s.facts.resize(base.items.size());
    s.assumed.assign(base.items.size(), false);
    return s;
}

/// The boxes of a search, each worked out from the one that it was split from.
class Boxes {
  public:
    explicit Boxes(const engine::Evaluation& root) : root_(root) {}

    const engine::Evaluation& at(const solve::Facts& facts) {
        while (!known_.empty() && !holds(known_.back().facts, facts)) known_.pop_back();
        const auto& from = known_.empty() ? root_ : known_.back().e;
        const auto given = known_.empty() ? 0 : known_.back().facts;
        if (!known_.empty() && given == facts.size()) return known_.back().e;
        solve::Facts more(facts.begin() + static_cast<std::ptrdiff_t>(given), facts.end());
        auto e = engine::vary(from, {{}, {}, std::move(more)});
        facts_ = facts;
        known_.push_back({facts.size(), std::move(e)});
        return known_.back().e;
    }

  private:
    struct Box {
        std::size_t facts = 0;  // how many of the last ones asked
        engine::Evaluation e;
    };

    /// The first n facts are those of the last question.
    bool holds(std::size_t n, const solve::Facts& facts) const {
        return n <= facts.size() &&
               std::equal(facts_.begin(), facts_.begin() + static_cast<std::ptrdiff_t>(n), facts.begin());
    }

    const engine::Evaluation& root_;
    solve::Facts facts_;
    std::vector<Box> known_;
};

/// Null where it can.
const Impossible* cannot_be(const engine::Evaluation& e) {
    const auto at = std::ranges::find_if(e.base().impossible, [&](const Impossible& i) {
        return evaluate(i.when, {e.values, {}}).truth() == Truth::yes;
    });
    return at == e.base().impossible.end() ? nullptr : &*at;
}

solve::Reply refuted_by(const Impossible& impossible, const engine::Evaluation& e, PartsOfConditions& parts) {
    Reasons why(e, parts);
    why.condition(impossible.when);
    return {Truth::no, {}, std::move(why).facts()};
}

}  // namespace

SituationSpace::SituationSpace(const RuleBase& base, Date day)
    : program_(engine::compile(base, day)),
      nobody_(engine::evaluate(program_, empty_situation(base, day), engine::World::law)) {}

solve::Answer SituationSpace::find(const Support& support,
                                   base::function_ref<solve::Reply(const engine::Evaluation&)> condition,
                                   const solve::Facts& like, std::size_t budget) const {
    const auto given = [&](const solve::Facts& facts, Slot s) {
        return std::ranges::any_of(facts, [&](const auto& f) { return f.first == s; });
    };
    Boxes boxes(nobody_);
    PartsOfConditions parts;
    auto answer = solve::satisfy(
        support.axes(),
        [&](const solve::Facts& facts) -> solve::Reply {
            for (const auto list : support.lists_first())
                if (program_.object_of_slot[list] == none && !given(facts, list)) return {Truth::unknown, {list}};
            const auto& e = boxes.at(facts);
            if (const auto* impossible = cannot_be(e)) return refuted_by(*impossible, e, parts);
            return condition(e);
        },
        solve::Aim::witness, budget, like);
    if (answer.verdict != solve::SearchResult::witness) return answer;
    auto person = empty_situation(*program_.base, program_.day);
    for (const auto& [slot, value] : answer.facts) person.facts[slot] = value;
    const auto replayed = engine::evaluate(program_, person, engine::World::law);
    if (cannot_be(replayed) != nullptr || condition(replayed).truth != Truth::yes)
        answer.verdict = solve::SearchResult::gave_up;
    return answer;
}

void OpenFacts::item(Slot slot) {
    const auto& v = e_.values[slot];
    if ((!v.is_unknown() && v.get<Range>() == nullptr) || seen_[slot]) return;
    seen_[slot] = true;
    const auto& item = e_.base().items[slot];
    const auto o = e_.program->object_of_slot[slot];
    left_out(slot);
    if (item.kind == SlotKind::item && o == none && !item.fallback) found_.push_back(slot);
    if (o != none)
        // Whether a scheme is granted does not depend on how much.
        for (const auto a : e_.program->objects[o].arguments) argument(a, item.kind != SlotKind::granted);
    if (item.fallback) expression(*item.fallback, {});
}

void OpenFacts::expression(const Expression& x, std::span<const Value> locals) {
    for (const auto s : feel::waits_for(x, {e_.values, locals})) item(s);
}

/// What the rules leave out of it is known not to concern somebody only by the facts that decide whether it does.
void OpenFacts::left_out(Slot slot) {
    for (const auto u : e_.program->unmodelled[slot])
        if (const auto& when = e_.base().unmodelled[u].when;
            when && engine::concerns(e_, e_.base().unmodelled[u]) == Truth::unknown)
            expression(*when, {});
}

void OpenFacts::argument(engine::ArgumentId a, bool with_value) {
    const auto r = e_.program->arguments[a].rule;
    const auto& rule = e_.rule(r);
    for (const auto& instance : e_.rules[r]) {
        if (instance.applies == Truth::no) continue;
        const std::span<const Value> locals(&instance.element, rule.each ? 1 : 0);
        if (instance.applies == Truth::unknown) {
            if (rule.when) expression(*rule.when, locals);
            if (rule.request) expression(*rule.request, locals);
        }
        const auto* effect = e_.program->effect(a);
        if (with_value && effect != nullptr && effect->value && effect->kind != EffectKind::requires_)
            expression(*effect->value, locals);
    }
}

std::vector<Slot> open_facts(const engine::Evaluation& e, const std::vector<Slot>& items) {
    OpenFacts open(e);
    for (const auto s : items) open.item(s);
    return std::move(open).result();
}

}  // namespace samenloop::survey
