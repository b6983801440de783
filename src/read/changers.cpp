// Who can make a fact otherwise (changed-by), and with which values the person is no worse off (better).

#include <algorithm>

#include "base/suggest.hpp"
#include "nouns.hpp"

namespace samenloop::read {
namespace {

/// What 'better' may say of a type: a direction, or values.
std::vector<std::string> sayable(const Type& type) {
    if (type.kind == Kind::number || type.kind == Kind::date) return {"higher", "lower"};
    if (type.kind == Kind::boolean) return {"true", "false"};
    return type.names;
}

void check_better(Draft& draft, const Element& element, const Type& type, const std::vector<std::string>& better) {
    const auto known = sayable(type);
    const auto* attribute = element.attribute("better");
    for (const auto& word : better) {
        if (std::ranges::find(known, word) != known.end()) continue;
        const std::vector<std::string_view> views(known.begin(), known.end());
        const auto meant = base::did_you_mean(word, views);
        draft.problems.add(
            element, *attribute, base::both("'better' kan hier niet '{}' zijn", "'better' cannot be '{}' here", word),
            meant.empty() && !views.empty() ? allowed_here(views) : meant);
    }
}

}  // namespace

Changer changer_of(Draft& draft, const Element& element, const Type& type, const Locals& locals) {
    Changer changer;
    changer.better = between_bars(draft, element, "better", true);
    check_better(draft, element, type, changer.better);
    const auto* by = element.attribute("changed-by");
    if (by == nullptr) return changer;
    if (flag_of(element, "exogenous"))
        draft.problems.add(element, *by,
                           {"wat 'exogenous' is, verandert niemand: 'changed-by' of 'exogenous', een van beide",
                            "nobody changes what is exogenous: one of 'changed-by' and 'exogenous'"});
    const auto who = trimmed(by->value.text());
    if (who == "practice" || who == "policy") {
        changer.by = who == "policy" ? Changer::By::policy : Changer::By::practice;
        return changer;
    }
    changer.by = Changer::By::someone;
    changer.who = whom(draft, element, "changed-by", locals);
    return changer;
}

}  // namespace samenloop::read
