#include "comparison/matching.hpp"

#include <algorithm>

namespace samenloop::comparison {
namespace {

/// What it is about, by ids, so that two rule bases can be compared.
std::vector<std::string> matter(const RuleBase& base, const Finding& f) {
    std::vector<std::string> all{f.code};
    for (const auto n : f.needs) all.push_back("need:" + base.needs[n].id);
    for (const auto c : f.concepts) all.push_back("concept:" + base.concepts[c].id);
    for (const auto i : f.items) all.push_back("item:" + base.items[i].id);
    return all;
}

/// Takes the pairs for which same(before, after) holds out of both lists.
template <class Same>
void pair_up(std::vector<const Finding*>& before, std::vector<const Finding*>& after, std::vector<Difference>& all,
             Same same) {
    for (auto& old : before) {
        const auto at = std::ranges::find_if(after, [&](const Finding* f) { return f != nullptr && same(*old, *f); });
        if (at == after.end()) continue;
        const auto state = same_to_reader(*old, **at) ? Baseline::unchanged : Baseline::changed;
        all.push_back({0, state, *old, **at, {}, {}});
        old = *at = nullptr;
    }
    std::erase(before, nullptr);
    std::erase(after, nullptr);
}

/// The detector lacks something that it did not lack before.
bool lost_answer(const std::string& code, const Judgement& before, const Judgement& after) {
    const auto now = std::ranges::find(after.unanswered, code, &Unanswered::code);
    if (now == after.unanswered.end()) return false;
    const auto then = std::ranges::find(before.unanswered, code, &Unanswered::code);
    return then == before.unanswered.end() || !std::ranges::includes(then->lacks, now->lacks);
}

std::vector<const Finding*> places(const std::vector<Finding>& all) {
    std::vector<const Finding*> found;
    for (const auto& f : all) found.push_back(&f);
    return found;
}

}  // namespace

bool same_to_reader(const Finding& a, const Finding& b) {
    return a.status == b.status && a.certainty == b.certainty && a.severity == b.severity && a.amounts == b.amounts;
}

std::vector<Difference> match(const RuleBase& base, const std::vector<Finding>& before, const RuleBase& changed,
                              const std::vector<Finding>& after) {
    std::vector<Difference> all;
    auto old = places(before);
    auto fresh = places(after);
    pair_up(old, fresh, all, [](const Finding& a, const Finding& b) { return a.id == b.id; });
    pair_up(old, fresh, all, [&](const Finding& a, const Finding& b) { return matter(base, a) == matter(changed, b); });
    for (const auto* f : old) all.push_back({0, Baseline::resolved, *f, {}, {}, {}});
    for (const auto* f : fresh) all.push_back({0, Baseline::added, {}, *f, {}, {}});
    return all;
}

std::vector<Difference> known_only(std::vector<Difference> all, const Judgement& before, const Judgement& after) {
    for (auto& d : all) {
        if (d.baseline != Baseline::resolved || !lost_answer(d.before->code, before, after)) continue;
        d.baseline = Baseline::changed;
        d.after = d.before;
        d.after->certainty = Certainty::conditional;
        d.after->explanation.push_back({"Met de wijziging is niet bekend of dit nog zo is",
                                        "With the change it is not known whether this is still so"});
    }
    return all;
}

bool same(const Difference& a, const Difference& b) {
    if (a.baseline != b.baseline) return false;
    if (a.baseline == Baseline::resolved) return a.before->id == b.before->id;
    return a.after->id == b.after->id && same_to_reader(*a.after, *b.after);
}

bool goes_on(const Difference& earlier, const Difference& later) {
    if (same(earlier, later)) return true;
    const auto& a = finding_of(earlier);
    const auto& b = finding_of(later);
    const bool about_something = !a.needs.empty() || !a.concepts.empty() || !a.items.empty();
    return earlier.baseline == later.baseline && about_something && a.code == b.code && a.needs == b.needs &&
           a.concepts == b.concepts && a.items == b.items && a.severity == b.severity && a.status == b.status &&
           a.certainty == b.certainty;
}

}  // namespace samenloop::comparison
