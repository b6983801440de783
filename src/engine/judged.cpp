// Questions that are asked one by one, judged together.

#include <algorithm>

#include "engine/notices.hpp"

namespace samenloop::engine {
namespace {

bool is_carried(const Evaluation& e, Slot s) {
    const auto& since = e.base().items[s].carried_from;
    return since && *since <= e.day;
}

bool some_carried(const Evaluation& e) {
    for (Slot s = 0; s < e.base().items.size(); ++s)
        if (is_carried(e, s)) return true;
    return false;
}

void tell_carried(const Evaluation& e, const std::vector<Query>& bare, Notices& notices) {
    for (const auto& q : bare) {
        std::set<Slot> amounts;
        for (const auto s : q.lacking.amounts)
            if (is_carried(e, s)) amounts.insert(s);
        notices.carried(q.id, amounts);
    }
}

}  // namespace

Judgement judge(const Evaluation& e, const std::function<std::vector<Query>(const Evaluation&)>& ask) {
    const auto questions = ask(e);
    const auto unread = unread_rules(e);
    Notices notices(e);
    Judgement result;
    for (const auto& q : questions) {
        notices.lacks(q.id, q.lacking);
        const auto reasons = typed_ids(e.base(), q.lacking);
        std::set<std::string> lacks(reasons.begin(), reasons.end());
        for (const auto r : q.rules) {
            if (!std::ranges::binary_search(unread, r)) continue;
            notices.unread(q.id, r);
            lacks.insert("law:" + e.base().laws[e.rule(r).law].id);
        }
        if (q.gave_up) {
            notices.given_up({"het zoeken is gestaakt vóór alles was bekeken: " + q.id,
                              "the search was given up before all was looked at: " + q.id},
                             {q.id}, {q.id});
            lacks.insert("search");
        }
        if (!lacks.empty()) result.unanswered.push_back({q.id, {lacks.begin(), lacks.end()}});
    }
    if (some_carried(e)) tell_carried(e, ask(without_carried(e)), notices);
    if (!result.unanswered.empty())
        result.verdict = result.unanswered.size() == questions.size() ? Verdict::none : Verdict::partial;
    result.notices = notices.take();
    return result;
}

}  // namespace samenloop::engine
