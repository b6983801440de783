#include "engine/withholding.hpp"

#include <algorithm>
#include <set>

#include "engine/cents.hpp"
#include "feel/number.hpp"

namespace samenloop::engine {
namespace {

Value positive(const Value& v) { return feel::number::max(v, Decimal(0)); }

Truth label_stands(Label l) {
    if (l == Label::maybe) return Truth::unknown;
    return l == Label::accepted ? Truth::yes : Truth::no;
}

const Effect& effect_of(const Evaluation& e, const Take& t) { return *e.program->effect(t.argument); }

int order_of(const Evaluation& e, const Take& t) { return t.charge != none ? 0 : effect_of(e, t).order; }

Value claim_for(const Evaluation& e, const Take& t, const Decimal& months) {
    const auto& value = *effect_of(e, t).value;
    const auto amount = e.value_of(value, e.program->arguments[t.argument].rule, t.instance);
    if (value.type().unit == "eur") return positive(amount);
    const auto monthly = value.type().unit == "eur/month" ? amount : feel::number::divide(amount, Decimal(12));
    return positive(feel::number::multiply(monthly, months));
}

void add_effects(const Evaluation& e, const Decimal& months, std::vector<Take>& all) {
    for (ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || (effect->kind != EffectKind::attach && effect->kind != EffectKind::recover)) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
            Take t{a, i, effect->floor, none, {}, label_stands(e.label(a, i)), {}, {}};
            if (t.holds == Truth::no) continue;
            t.creditor = e.organisation(effect->to, e.program->arguments[a].rule, i);
            t.claim = claim_for(e, t, months);
            if (t.holds == Truth::unknown) t.claim = hull(t.claim, Decimal(0));
            t.amount = t.claim;
            all.push_back(std::move(t));
        }
    }
}

void add_charges(const Evaluation& e, const Decimal& months, std::vector<Take>& all) {
    for (Index c = 0; c < e.base().charges.size(); ++c) {
        const auto& charge = e.base().charges[c];
        if (!charge.withheld || e.values[charge.slot] == Value(Decimal(0))) continue;
        Take t{0, 0, none, c, e.organisation(charge.creditor), Truth::yes, {}, {}};
        t.claim = t.amount = feel::number::multiply(feel::number::divide(e.values[charge.slot], Decimal(12)), months);
        all.push_back(std::move(t));
    }
}

/// Takers of one stream, of one order, that keep to the floor together.
class Stream {
  public:
    Stream(const Evaluation& e, Index floor, const Decimal& months)
        : e_(e),
          rest_(feel::number::multiply(stream(e, floor), months)),
          room_(positive(feel::number::subtract(rest_, feel::number::multiply(protected_amount(e, floor), months)))),
          whole_room_(room_) {}

    void serve(const std::vector<Take*>& turn) {
        Value claims = Decimal(0);
        for (auto* t : turn) {
            const auto reach = effect_of(e_, *t).reach;
            if (reach == Reach::free) claims = feel::number::add(claims, t->claim);
            else take(*t, reach == Reach::own ? whole_room_ : rest_);
        }
        const auto together = feel::number::min(claims, room_);
        room_ = feel::number::subtract(room_, together);
        share(turn, claims, together);
        rest_ = positive(feel::number::subtract(rest_, together));
    }

  private:
    void take(Take& t, const Value& at_most) {
        t.amount = feel::number::min(t.claim, at_most);
        rest_ = positive(feel::number::subtract(rest_, t.amount));
    }

    /// All of the claim when everything fits; else in proportion to the claims, in cents where they are known.
    void share(const std::vector<Take*>& turn, const Value& claims, const Value& together) const {
        std::vector<Take*> sharers;
        std::vector<Decimal> exact;
        for (auto* t : turn) {
            if (effect_of(e_, *t).reach != Reach::free) continue;
            sharers.push_back(t);
            if (const auto* claim = t->claim.get<Decimal>()) exact.push_back(*claim);
        }
        const auto* amount = together.get<Decimal>();
        if (claims != together && amount != nullptr && exact.size() == sharers.size()) {
            const auto parts = shares(*amount, exact);
            for (std::size_t i = 0; i < sharers.size(); ++i) sharers[i]->amount = parts[i];
            return;
        }
        for (auto* t : sharers) t->amount = part(*t, claims, together);
    }

    static Value part(const Take& t, const Value& claims, const Value& together) {
        if (claims == together || claims == t.claim) return feel::number::min(t.claim, together);
        return feel::number::min(t.claim, feel::number::divide(feel::number::multiply(together, t.claim), claims));
    }

    const Evaluation& e_;
    Value rest_;
    Value room_;
    Value whole_room_;
};

void serve_all(const Evaluation& e, Index floor, const Decimal& months, std::vector<Take>& all) {
    std::set<int> turns;
    for (const auto& t : all)
        if (t.floor == floor) turns.insert(order_of(e, t));
    if (turns.empty()) return;
    Stream s(e, floor, months);
    for (const auto turn : turns) {
        std::vector<Take*> takers;
        for (auto& t : all)
            if (t.floor == floor && order_of(e, t) == turn) takers.push_back(&t);
        std::ranges::stable_sort(takers, {}, &Take::creditor);
        s.serve(takers);
    }
}

}  // namespace

Value stream(const Evaluation& e, Index floor) {
    const auto& income = e.base().floors[floor].stream;
    return income ? positive(samenloop::evaluate(*income, {e.values, {}})) : Value();
}

Value protected_amount(const Evaluation& e, Index floor) { return e.values[e.base().floors[floor].item]; }

Taken taken(const Evaluation& e, const Decimal& months) {
    Taken all;
    add_effects(e, months, all.takes);
    add_charges(e, months, all.takes);
    std::ranges::stable_sort(all.takes, [&](const Take& a, const Take& b) { return order_of(e, a) < order_of(e, b); });
    for (Index f = 0; f < e.base().floors.size(); ++f) serve_all(e, f, months, all.takes);
    for (const auto& t : all.takes) all.total = feel::number::add(all.total, t.amount);
    return all;
}

Value left(const Evaluation& e, const Taken& month, Index floor) {
    auto rest = stream(e, floor);
    for (const auto& t : month.takes)
        if (t.floor == floor) rest = feel::number::subtract(rest, t.amount);
    return rest;
}

}  // namespace samenloop::engine
