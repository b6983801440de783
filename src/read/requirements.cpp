// The formula of <requires>: outcomes joined by `and` and `or`, turned into alternatives (sets of outcomes that
// together suffice).  It is read as an expression whose only names are outcomes; what is not positive is an error.

#include <algorithm>

#include "feel/body.hpp"
#include "nouns.hpp"

namespace samenloop::read {
namespace {

constexpr std::size_t most_alternatives = 64;

using Set = std::vector<Index>;

Set united(const Set& a, const Set& b) {
    Set both;
    std::ranges::set_union(a, b, std::back_inserter(both));
    return both;
}

/// Drops alternatives that contain another one.
Alternatives smallest(Alternatives all) {
    std::ranges::sort(
        all, [](const Set& a, const Set& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    Alternatives kept;
    for (auto& set : all)
        if (std::ranges::none_of(kept, [&](const Set& k) { return std::ranges::includes(set, k); }))
            kept.push_back(std::move(set));
    return kept;
}

/// nullopt: the formula is not positive, or has more alternatives than anybody means.
std::optional<Alternatives> joined(const feel::node::Logic& logic, const std::vector<Alternatives>& of) {
    Alternatives result = of[logic.operands.front()];
    for (std::size_t i = 1; i < logic.operands.size(); ++i) {
        const auto& next = of[logic.operands[i]];
        if (logic.op == feel::Connective::disjunction) {
            result.insert(result.end(), next.begin(), next.end());
        } else {
            Alternatives product;
            for (const auto& a : result)
                for (const auto& b : next) product.push_back(united(a, b));
            result = std::move(product);
        }
        result = smallest(std::move(result));
        if (result.size() > most_alternatives) return std::nullopt;
    }
    return result;
}

std::optional<Alternatives> alternatives(const Expression::Body& body) {
    std::vector<Alternatives> of(body.nodes.size());
    for (feel::NodeId id = 0; id < body.nodes.size(); ++id) {
        if (const auto* read = std::get_if<feel::node::SlotRead>(&body.nodes[id])) {
            of[id] = {{read->slot}};
        } else if (const auto* logic = std::get_if<feel::node::Logic>(&body.nodes[id])) {
            auto both = joined(*logic, of);
            if (!both) return std::nullopt;
            of[id] = std::move(*both);
        } else {
            return std::nullopt;
        }
    }
    return of.empty() ? std::nullopt : std::optional(of.back());
}

}  // namespace

std::optional<Alternatives> read_requirement(Draft& draft, const Element& element) {
    if (element.text.blank()) return std::nullopt;
    auto formula = Expression::parse(element.text.text(), Scope{&draft.all.outcome_names, {}}, type_of(Kind::boolean));
    if (!formula) {
        draft.problems.add(element, element.text, 0, std::move(formula.error()));
        return std::nullopt;
    }
    auto result = alternatives(formula->body());
    if (!result)
        draft.problems.add(
            element.place(element.text.offset_of(element.text.text().find_first_not_of(" \t\r\n"))),
            {"uitkomsten verbonden met 'and' en 'or' verwacht", "expected outcomes joined by 'and' and 'or'"},
            base::both("ten hoogste {} mogelijkheden, niets anders", "at most {} alternatives, nothing else",
                       most_alternatives));
    return result;
}

}  // namespace samenloop::read
