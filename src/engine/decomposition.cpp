#include "engine/decomposition.hpp"

#include "engine/curve.hpp"
#include "engine/disposable.hpp"

namespace samenloop::engine {
namespace {

bool withholds(EffectKind kind) { return kind == EffectKind::attach || kind == EffectKind::recover; }

bool has_amount(const Effect& effect) {
    const auto kind = effect.kind;
    const bool money = kind == EffectKind::grant || kind == EffectKind::reduce || kind == EffectKind::charge;
    return effect.value && (money || withholds(kind));
}

/// Amounts of the accepted instances of one argument together; nothing when there is none.
std::optional<Decimal> amount_of(const Evaluation& e, ArgumentId a, const Decimal& x) {
    std::optional<Decimal> total;
    for (std::size_t i = 0; i < e.labels[a].size(); ++i) {
        if (e.labels[a][i] != Label::accepted) continue;
        const auto amount = at(e.yearly_amount(a, i), x);
        if (amount) total = total.value_or(Decimal(0)) + *amount;
    }
    return total;
}

bool small(const Decimal& d) {
    static const auto limit = Decimal(1) / Decimal(1000);
    return d < limit && -d < limit;
}

/// Does a larger amount of the effect lower D?
bool lowers(const Effect& effect) {
    if (effect.kind == EffectKind::grant) return false;
    return effect.kind != EffectKind::reduce || effect.charge == none;
}

class Moves {
  public:
    Moves(const Program& program, const Snapshot& from, const Snapshot& to) : program_(program), from_(from), to_(to) {}

    std::vector<Part> parts() && {
        add({PartKind::income, none, from_.income - to_.income, {}});
        const auto& base = *program_.base;
        for (Index c = 0; c < base.charges.size(); ++c)
            if (base.charges[c].disposable)
                add({PartKind::charge, c, to_.charges[c] - from_.charges[c],
                     rules([&](const Effect& e) { return e.charge == c; })});
        for (Index s = 0; s < base.schemes.size(); ++s)
            if (base.schemes[s].disposable)
                add({PartKind::scheme, s, from_.schemes[s] - to_.schemes[s],
                     rules([&](const Effect& e) { return e.scheme == s && !withholds(e.kind); })});
        for (ArgumentId a = 0; a < program_.arguments.size(); ++a)
            if (const auto* e = program_.effect(a); e != nullptr && withholds(e->kind))
                add({PartKind::withheld, program_.arguments[a].rule, moved(a), {}});
        return std::move(parts_);
    }

  private:
    static Decimal in(const Snapshot& s, ArgumentId a) {
        const auto found = s.arguments.find(a);
        return found == s.arguments.end() ? Decimal(0) : found->second;
    }

    Decimal moved(ArgumentId a) const { return in(to_, a) - in(from_, a); }

    void add(Part part) {
        if (!small(part.lost)) parts_.push_back(std::move(part));
    }

    template <class Belongs>
    std::vector<RuleMove> rules(Belongs belongs) const {
        std::vector<RuleMove> all;
        for (ArgumentId a = 0; a < program_.arguments.size(); ++a) {
            const auto* effect = program_.effect(a);
            if (effect == nullptr || !has_amount(*effect) || !belongs(*effect) || small(moved(a))) continue;
            all.push_back({program_.arguments[a].rule, lowers(*effect) ? moved(a) : -moved(a)});
        }
        return all;
    }

    const Program& program_;
    const Snapshot& from_;
    const Snapshot& to_;
    std::vector<Part> parts_;
};

}  // namespace

std::optional<Snapshot> snapshot(const Evaluation& e, const Decimal& x) {
    const auto& base = e.base();
    const auto d = at(disposable(e), x);
    if (!d) return std::nullopt;
    Snapshot s;
    s.disposable = s.income = *d;
    for (Index i = 0; i < base.schemes.size(); ++i) {
        s.schemes.push_back(base.schemes[i].disposable ? at(counted(e, i), x).value_or(Decimal(0)) : Decimal(0));
        s.income -= s.schemes.back();
    }
    for (const auto& charge : base.charges) {
        s.charges.push_back(charge.disposable ? at(e.values[charge.slot], x).value_or(Decimal(0)) : Decimal(0));
        s.income += s.charges.back();
    }
    for (ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect == nullptr || !has_amount(*effect)) continue;
        const auto amount = amount_of(e, a, x);
        if (!amount) continue;
        s.arguments.emplace(a, *amount);
        if (withholds(effect->kind)) s.income += *amount;
    }
    return s;
}

std::vector<Part> decomposition(const Program& program, const Snapshot& from, const Snapshot& to) {
    return Moves(program, from, to).parts();
}

}  // namespace samenloop::engine
