#pragma once
// Everything that is found in one situation on one day: both worlds evaluated, every detector asked, each candidate
// made a finding, what is settled with the rule that settles it.

#include "detect/settle.hpp"
#include "detect/writer.hpp"

namespace samenloop::detect {

struct Found {
    std::vector<DraftFinding> drawn;
    std::vector<Finding> settled;
    std::vector<Undecided> undecided;
    Limits limits;
};

class Examination {
  public:
    /// `then`: the situation as on the day.  All that is referred to must outlive the examination.
    Examination(const Calendar& calendar, const Situation& then, const std::vector<Index>& without,
                const engine::Yardstick* yardstick = nullptr, const Earlier& earlier = {});

    const WhatIf& inquiry() const { return inquiry_; }

    /// Asks every detector; before anything below.
    void look();
    Found find(Detail telling) const;
    /// Some findings with the steps by which somebody ends them.
    void find_steps(std::vector<DraftFinding>& drawn) const;
    /// Fills in the steps that end each finding, and groups them.
    void end(Found& found, bool ways_out) const;

  private:
    struct Told;
    Told tell(const WhatIf& inquiry, const CandidateFinding& m, Detail telling) const;
    Told tell_settled(const WhatIf& inquiry, const Settled& s, Detail telling) const;

    const std::vector<Index>& without_;
    WhatIf inquiry_;
    Suppositions supposed_;
    std::vector<CandidateFinding> there_;
};

}  // namespace samenloop::detect
