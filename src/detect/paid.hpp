#pragma once
// What schemes pay, and how that changes: scheme by scheme, in euros a month.

#include <optional>
#include <vector>

#include "engine/evaluation.hpp"
#include "samenloop/date.hpp"

namespace samenloop::detect {

/// What the scheme gives a month; nothing where it is not known exactly.
std::optional<Decimal> paid_a_month(const engine::Evaluation& e, Index scheme);

struct PaymentChange {
    Index scheme = none;
    Date day;  // the first on which it differs
    Decimal from;
    Decimal to;
};

/// Adds the schemes that pay a euro or more another amount in `now` than in `otherwise`; of one that is known already
/// only what it comes to.
void add_changes(const engine::Evaluation& otherwise, const engine::Evaluation& now, Date day,
                 std::vector<PaymentChange>& all);

/// What an event does to money.
struct EventMoney {
    std::vector<PaymentChange> payments;
    Decimal more;               // disposable income, a month, on the last day looked at
    std::optional<Date> since;  // the first day on which it differs; none: it does not, or it is not known
};
void note_disposable(const engine::Evaluation& otherwise, const engine::Evaluation& now, Date day, EventMoney& found);

/// "kindgebonden budget: € 491,67 → € 209,25 per maand".
Text change_words(const RuleBase& base, const PaymentChange& c);

}  // namespace samenloop::detect
