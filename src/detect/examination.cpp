#include "detect/examination.hpp"

#include <algorithm>

#include "detect/side_by_side.hpp"
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
                         const engine::Yardstick* yardstick, const Earlier& earlier)
    : without_(without), inquiry_(calendar, then, {without, {}, {}}, yardstick, earlier) {}

void Examination::look() {
    supposed_ = suppositions(inquiry_.law());
    there_ = inquiry_.all(supposed_);
}

/// One candidate, told.
struct Examination::Told {
    std::optional<DraftFinding> open;
    std::optional<Finding> settled;
    std::vector<Undecided> undecided;
    bool cut_short = false;
};

Examination::Told Examination::tell(const WhatIf& inquiry, const CandidateFinding& m, Detail telling) const {
    if (!m.candidate.settled_by.empty()) return tell_settled(inquiry, {m, m.candidate.settled_by.front(), {}}, telling);
    Told told;
    Writer writer(inquiry, without_, telling);
    told.open = writer.open(m, told.undecided);
    told.cut_short = writer.cut_short();
    return told;
}

Examination::Told Examination::tell_settled(const WhatIf& inquiry, const Settled& s, Detail telling) const {
    Told told;
    const bool stays = settled_status(inquiry.law().base(), s.by) == Status::settled_by_policy;
    if (!stays && telling == Detail::in_short) return told;
    Writer writer(inquiry, without_, telling);
    auto f = writer.settled(s.matter, s.by, s.without);
    if (stays) told.open = DraftFinding{s.matter, std::move(f), {}};
    else told.settled = std::move(f);
    told.cut_short = writer.cut_short();
    return told;
}

Found Examination::find(Detail telling) const {
    const auto settled = settled_matters(inquiry_, there_, telling == Detail::in_short);
    std::vector<Told> all(there_.size() + settled.size());
    side_by_side(inquiry_, all.size(), [&](const WhatIf& inquiry, std::size_t i) {
        all[i] = i < there_.size() ? tell(inquiry, there_[i], telling)
                                   : tell_settled(inquiry, settled[i - there_.size()], telling);
    });
    Found found;
    found.limits.gave_up = supposed_.gave_up;
    for (auto& told : all) {
        if (told.open) found.drawn.push_back(std::move(*told.open));
        if (told.settled) found.settled.push_back(std::move(*told.settled));
        std::ranges::move(told.undecided, std::back_inserter(found.undecided));
        found.limits.cut_short = found.limits.cut_short || told.cut_short;
    }
    spread_exclusions(found.drawn);
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
