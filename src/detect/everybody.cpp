// The question asked of each of a household: what two of them have in common is told once, so that nothing is counted
// twice.

#include <algorithm>

#include "base/parallel.hpp"
#include "model/people.hpp"
#include "samenloop/check.hpp"

namespace samenloop::detect {
namespace {

/// The people of both, each once.
void name_too(Finding& told, const Finding& again) {
    for (const auto& person : again.people)
        if (std::ranges::find(told.people, person) == told.people.end()) told.people.push_back(person);
}

/// The same defect: the same kind, by the same rules, about the same thing.  One that costs each of two something else
/// is one of each.
Finding* told_in(std::vector<Report>& before, const Finding& again) {
    for (auto& report : before)
        for (auto& f : report.findings)
            if (f.id == again.id && f.amounts == again.amounts) return &f;
    return nullptr;
}

/// Groups whose root is told elsewhere fall apart.
void forget(Report& report, const std::string& id) {
    for (auto& f : report.findings) {
        if (f.root_cause == id) f.root_cause.clear();
        std::erase(f.related, id);
    }
}

void add(Report report, std::vector<Report>& all) {
    std::vector<std::string> told;
    std::erase_if(report.findings, [&](const Finding& f) {
        auto* before = told_in(all, f);
        if (before == nullptr) return false;
        name_too(*before, f);
        told.push_back(f.id);
        return true;
    });
    for (const auto& id : told) forget(report, id);
    report.told_before = told.size();
    all.push_back(std::move(report));
}

}  // namespace

}  // namespace samenloop::detect

namespace samenloop {

std::vector<Report> check_everybody(const RuleBase& rules, const Situation& situation, const CheckOptions& options) {
    if (situation.people == nullptr) return {check(rules, situation, options)};
    std::vector<std::size_t> whom{situation.people->about};
    for (std::size_t k = 0; k < situation.people->all.size(); ++k)
        if (k != whom.front()) whom.push_back(k);
    std::vector<Report> each(whom.size());
    base::in_parallel(whom.size(), [&](std::size_t k) {
        each[k] = check(rules, model::told_for(rules, situation, whom[k]), options);
    });
    std::vector<Report> all;
    for (auto& report : each) detect::add(std::move(report), all);
    return all;
}

}  // namespace samenloop
