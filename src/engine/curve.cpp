#include "engine/curve.hpp"

#include <ranges>

#include "engine/disposable.hpp"

namespace samenloop::engine {
namespace {

std::vector<Reduction> reductions(const Evaluation& e) {
    std::vector<Reduction> all;
    for (ArgumentId a = 0; a < e.program->arguments.size(); ++a) {
        const auto* effect = e.program->effect(a);
        if (effect != nullptr && effect->kind == EffectKind::reduce && effect->charge != none &&
            e.accepted(a) == Truth::yes)
            all.push_back({a, e.yearly_amount(a, 0)});
    }
    return all;
}

CurvePiece piece_of(const Evaluation& from, const model::Path& over, Piece& piece) {
    const auto e = on_piece(from, over, piece);
    CurvePiece result;
    result.low = piece.low;
    result.disposable = before_withholding(e);
    for (const auto& s : e.base().schemes) result.schemes.push_back(e.values[s.sum]);
    for (const auto& c : e.base().charges) result.charges.push_back(e.values[c.slot]);
    result.reductions = reductions(e);
    result.high = piece.high;
    return result;
}

Curve compute(const Evaluation& from, const model::Path& over, const Decimal& low, const Decimal& high) {
    Curve result;
    for (auto start = low; start < high;) {
        if (result.pieces.size() == max_pieces) {
            result.cut_off = true;
            break;
        }
        Piece piece{start, high};
        result.pieces.push_back(piece_of(from, over, piece));
        start = piece.high;
    }
    return result;
}

}  // namespace

Evaluation on_piece(const Evaluation& from, const model::Path& over, Piece& piece) {
    const auto x = std::make_shared<const Polynomial>(Polynomial{{Decimal(0), Decimal(1)}, &piece});
    return vary(from, {{}, {}, {{over.slot, model::replaced(from.facts, over, x)}}});
}

const Curve& curve(const Evaluation& from, const model::Path& over, const Decimal& low, const Decimal& high) {
    auto [at, fresh] = from.worked_out->curves.try_emplace({over, low, high});
    if (fresh) at->second = compute(from, over, low, high);
    return at->second;
}

std::optional<Decimal> at(const Value& quantity, const Decimal& x) {
    if (const auto* d = quantity.get<Decimal>()) return *d;
    const auto* p = quantity.get<std::shared_ptr<const Polynomial>>();
    if (p == nullptr) return std::nullopt;
    Decimal sum;
    for (const auto& c : std::views::reverse((*p)->c)) sum = sum * x + c;
    return sum;
}

std::optional<Decimal> slope(const Value& quantity, const Decimal& x) {
    if (quantity.get<Decimal>() != nullptr) return Decimal(0);
    const auto* p = quantity.get<std::shared_ptr<const Polynomial>>();
    if (p == nullptr) return std::nullopt;
    Decimal sum;
    for (std::size_t k = (*p)->c.size() - 1; k > 0; --k)
        sum = sum * x + (*p)->c[k] * Decimal(static_cast<std::int64_t>(k));
    return sum;
}

std::optional<Decimal> disposable_at(const Evaluation& from, const model::Path& over, const Decimal& x) {
    const auto held = model::value_at(from.facts, over);
    const auto* now = held.get<Decimal>();
    const auto d = now != nullptr && *now == x
                       ? before_withholding(from)
                       : before_withholding(vary(from, {{}, {}, {{over.slot, model::replaced(from.facts, over, x)}}}));
    if (const auto* exact = d.get<Decimal>()) return *exact;
    return std::nullopt;
}

}  // namespace samenloop::engine
