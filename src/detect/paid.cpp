#include "detect/paid.hpp"

#include <algorithm>

#include "engine/disposable.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {

std::optional<Decimal> paid_a_month(const engine::Evaluation& e, Index scheme) {
    const auto* sum = e.values[e.base().schemes[scheme].sum].get<Decimal>();
    return sum == nullptr ? std::nullopt : std::optional(*sum / Decimal(12));
}

void add_changes(const engine::Evaluation& otherwise, const engine::Evaluation& now, Date day,
                 std::vector<PaymentChange>& all) {
    for (Index s = 0; s < now.base().schemes.size(); ++s) {
        const auto from = paid_a_month(otherwise, s);
        const auto to = paid_a_month(now, s);
        if (!from || !to) continue;
        const auto known = std::ranges::find(all, s, &PaymentChange::scheme);
        if (known != all.end()) known->to = *to;
        else if (*to - *from >= Decimal(1) || *from - *to >= Decimal(1)) all.push_back({s, day, *from, *to});
    }
}

void note_disposable(const engine::Evaluation& otherwise, const engine::Evaluation& now, Date day, EventMoney& found) {
    const auto a = engine::disposable(otherwise);
    const auto b = engine::disposable(now);
    const auto* from = a.get<Decimal>();
    const auto* to = b.get<Decimal>();
    if (from == nullptr || to == nullptr) return;
    found.more = (*to - *from) / Decimal(12);
    if (!found.since && (found.more >= Decimal(1) || found.more <= Decimal(-1))) found.since = day;
}

Text change_words(const RuleBase& base, const PaymentChange& c) {
    return base.schemes[c.scheme].title + model::plain(": ") + model::money(c.from) + model::plain(" → ") +
           model::money(c.to) + Text{" per maand", " a month"};
}

}  // namespace samenloop::detect
