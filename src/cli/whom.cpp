#include "cli/whom.hpp"

#include <algorithm>

#include "base/both.hpp"
#include "base/suggest.hpp"
#include "cli/console.hpp"
#include "model/people.hpp"

namespace samenloop::cli {
namespace {

bool tells_of_people(const Situation& s) {
    if (s.people != nullptr) return true;
    complain(base::both("--for: in de situatie '{}' staan geen personen",
                        "--for: the situation '{}' tells of no people", s.id),
             {"schrijf ze als <person>, of voer uit: samenloop situations upgrade",
              "write them as <person>, or run: samenloop situations upgrade"});
    return false;
}

void complain_of_nobody(const Situation& s, const std::string& id) {
    complain(base::both("--for: in de situatie '{}' heet niemand '{}'",
                        "--for: nobody in the situation '{}' is called '{}'", s.id, id),
             base::did_you_mean(id, s.people->all, [](const Person& p) { return std::string_view(p.id); }));
}

}  // namespace

std::optional<Situation> of_one(const RuleBase& rules, const Situation& situation, const std::string& id) {
    if (id.empty()) return situation;
    if (!tells_of_people(situation)) return std::nullopt;
    const auto& people = situation.people->all;
    const auto at = std::ranges::find(people, id, &Person::id);
    if (at != people.end()) return model::told_for(rules, situation, static_cast<std::size_t>(at - people.begin()));
    complain_of_nobody(situation, id);
    return std::nullopt;
}

std::optional<std::vector<Situation>> of_whom(const RuleBase& rules, const std::vector<Situation>& situations,
                                              const std::string& id) {
    if (id.empty()) return situations;
    std::vector<Situation> all;
    for (const auto& s : situations) {
        if (id != "all") {
            auto one = of_one(rules, s, id);
            if (!one) return std::nullopt;
            all.push_back(std::move(*one));
            continue;
        }
        if (!tells_of_people(s)) return std::nullopt;
        for (std::size_t k = 0; k < s.people->all.size(); ++k) all.push_back(model::told_for(rules, s, k));
    }
    return all;
}

}  // namespace samenloop::cli
