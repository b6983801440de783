#pragma once
// What a change on one day leads to being claimed back, and how: shared by IM-3 (the cascade) and VA-5 (the datum that
// came late).

#include <set>
#include <string>
#include <vector>

#include "detect/detection_context.hpp"
#include "engine/account.hpp"

namespace samenloop::detect {

struct Recovery {
    engine::ArgumentId argument = 0;
    std::size_t instance = 0;
    std::string creditor;
    Index scheme = none;
    Value amount;  // eur, once
    Truth holds = Truth::no;
    bool may = false;  // at the creditor's discretion
};

/// One day of change: the situation as it would be without it, as it is, and as it is once the year is settled.
struct Aftermath {
    Date day;
    std::vector<Slot> items;  // that change; of earnings only a figure that turned out otherwise
    engine::Evaluation without;
    engine::Evaluation with;
    engine::Evaluation settled;
    engine::Account account;
    std::vector<Recovery> recoveries;  // that the change brings; also those that a creditor may choose to make
};

/// The days of the situation's year on which something changes that nobody reports in time: all but new earnings.
std::vector<Date> days_with_changes(const DetectionContext& scene);

Aftermath aftermath(const DetectionContext& scene, Date day);

/// Rules that apply, or come to another value, only because of the change.
std::vector<Index> changed_rules(const Aftermath& a);

/// What these organisations must or must not do when they claim back, or what they may do: a norm of theirs that turns
/// on what is to be claimed, such as a duty to hear, or a power to claim less or to set off.
std::vector<Index> duties_of_recovery(const Aftermath& a, const std::set<std::string>& creditors, bool powers);
/// A line for each duty and each power, and for each arrangement between some of the creditors.
void tell_duties_of_recovery(const Aftermath& a, const std::set<std::string>& creditors, Finding& f);

}  // namespace samenloop::detect
