#include "detect/examination.hpp"

#include <algorithm>

#include "detect/settle.hpp"
#include "detect/ways_out.hpp"

namespace samenloop::detect {
namespace {

/// Too little income because the law means to leave this person out is meant, too.
void spread_exclusions(std::vector<DraftFinding>& all) {
    const auto same_need = [](const Finding& a, const Finding& b) {
        return std::ranges::any_of(a.needs, [&](Index n) { return std::ranges::find(b.needs, n) != b.needs.end(); });
    };
    for (auto& below : all)
        for (const auto& hole : all) {
            auto& f = below.finding;
            const auto& g = hole.finding;
            if (f.code != "IM-1" || f.status != Status::open || g.code != "VA-1" ||
                g.status != Status::intended_exclusion || !same_need(f, g))
                continue;
            f.status = g.status;
            f.severity = std::min(f.severity, g.severity);
        }
}

}  // namespace

Examination::Examination(const Calendar& calendar, const Situation& then, const std::vector<Index>& without,
                         const engine::Yardstick* yardstick)
    : without_(without),
      inquiry_(calendar, then, {without, {}, {}}, yardstick),
      supposed_(suppositions(inquiry_.law())),
      there_(inquiry_.all(supposed_)) {}

Found Examination::find(Detail telling) const {
    Found found;
    auto writer = this->writer(telling);
    const auto settle = [&](const CandidateFinding& m, Index by, const engine::Variation& without) {
        const bool stays = settled_status(inquiry_.law().base(), by) == Status::settled_by_policy;
        if (!stays && telling == Detail::in_short) return;
        auto f = writer.settled(m, by, without);
        if (stays) found.drawn.push_back({m, std::move(f), {}});
        else found.settled.push_back(std::move(f));
    };
    for (const auto& m : there_) {
        if (!m.candidate.settled_by.empty()) settle(m, m.candidate.settled_by.front(), {});
        else if (auto open = writer.open(m, found.undecided)) found.drawn.push_back(std::move(*open));
    }
    for (const auto& s : settled_matters(inquiry_, there_, telling == Detail::in_short))
        settle(s.matter, s.by, s.without);
    spread_exclusions(found.drawn);
    found.limits = {supposed_.gave_up, writer.cut_short()};
    return found;
}

void Examination::end(Found& found, bool ways_out) const {
    const auto vanished = vanished_without_each(inquiry_, found.drawn);
    group(vanished, found.drawn);
    if (ways_out && !find_ways_out(inquiry_, there_, vanished, found.drawn)) found.limits.cut_short = true;
}

void Examination::find_steps(std::vector<DraftFinding>& drawn) const {
    samenloop::detect::find_steps(inquiry_, there_, drawn);
}

}  // namespace samenloop::detect
