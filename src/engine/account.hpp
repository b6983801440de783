#pragma once
// One calendar year of advances: what is paid on what the executor knows, and what is due by the facts as they are.
//
// A datum that changes reaches the executor of a scheme over exchanges: from its holder, hop by hop, each with its
// latency, or on the day that the situation tells.  Until then the executor goes on paying on the old value.  A figure
// of the whole year (`period="year"`) counts for all its months as soon as it is known, and what is due goes by its
// last value.  Both sums run over the twelve months, by the facts on the first day of each: a change in the course of a
// month counts from the next.
//
// Left out: a delay within the norm, which no payment cycle can avoid; a change in earnings, which the person makes and
// can report (a figure of the year that turned out otherwise nobody could, so that counts); and what no exchange brings
// at all, which the person tells.  Cost: an evaluation for each stretch of months in which nothing changes, for each
// executor that is told late.

#include <string>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/evaluation.hpp"
#include "model/days.hpp"

namespace samenloop::engine {

struct LateDatum {
    Slot item = 0;
    Date changed;
    std::optional<Date> known;     // nothing: not within two years
    std::vector<Index> exchanges;  // the way it comes, from the holder on
    Index executor = none;         // organisation
    int days() const { return known ? known->days() - changed.days() : 0; }
};

struct Account {
    std::vector<LateDatum> late;  // by item, then by executor
    model::FactChanges sums;      // paid.<scheme> and due.<scheme>, for the schemes whose executor is told late
};

/// Of the calendar year of the situation's day, for what changes on one day of it.
Account account(const Evaluation& now, const Situation& situation, const Calendar& calendar, Date changes);

}  // namespace samenloop::engine
