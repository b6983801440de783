#pragma once
// Asks a detector again under a what-if.  A WhatIf keeps both worlds of the situation as it is; a question varies
// them, runs one detector, and looks for the same key.

#include <optional>

#include "detect/detection_context.hpp"
#include "detect/suppositions.hpp"

namespace samenloop::detect {

/// A finding in the making: the detector's candidate, and in which world it holds.
struct CandidateFinding {
    const Detector* detector = nullptr;
    Candidate candidate;
    engine::World world = engine::World::law;  // law: open; practice: practice deviates
    Supposition supposed;                      // open facts as they would have to be; every question keeps them so
    // As they might be instead: it is gone only when it is under these, too.
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of an aggregate that leaves it out
    std::vector<Supposition> otherwise = {};
};

/// No finding of this kind is worse (definitions section 5); 4 where it may be the worst there is.
int worst_severity(std::string_view code);

/// Both worlds under a what-if.
struct BothWorlds {
    engine::Evaluation law;
    engine::Evaluation practice;
};

/// Both under a further one.  Where practice follows the law before and after, it is worked out once.
BothWorlds vary(const BothWorlds& from, const engine::Variation& v);

/// What earlier looks at the same household, on other days, came to.
struct Earlier {
    std::shared_ptr<const engine::UnderOtherPrograms> known;
    std::optional<Date> events_until;  // each event up to that day was looked at: what it does is no news
};

class WhatIf {
  public:
    /// `yardstick`: the law by which the protected level is measured; null: the law itself.
    WhatIf(const Calendar& calendar, const Situation& situation, const engine::Variation& variation,
           const engine::Yardstick* yardstick = nullptr, const Earlier& earlier = {});

    /// The same question, sharing nothing that asking it changes: for another thread.
    WhatIf apart() const;

    const engine::Evaluation& law() const { return law_; }
    const engine::Evaluation& practice() const { return practice_; }
    const engine::Evaluation& in(engine::World w) const { return w == engine::World::law ? law_ : practice_; }
    const Situation& situation() const { return situation_; }
    const Calendar& calendar() const { return calendar_; }
    DetectionContext scene(engine::World w) const { return context(in(w), law_); }

    /// All that hold (or are settled) in either world, without a what-if; law before practice.  What holds only when
    /// open facts are supposed comes last, each with as few of them as it needs.
    std::vector<CandidateFinding> all(const Suppositions& supposed) const;
    /// What holds under a what-if, settled ones left out.
    std::vector<CandidateFinding> all(const engine::Variation& v) const;

    /// The same matter under a what-if, in its own world; nothing when it is gone or settled.
    std::optional<Candidate> again(const CandidateFinding& m, const engine::Variation& v) const;
    /// The same in worlds at hand.
    std::optional<Candidate> again(const CandidateFinding& m, const BothWorlds& worlds) const;
    BothWorlds what_if(const engine::Variation& v) const { return vary({law_, practice_}, v); }
    /// No rule applies otherwise and no value is another, but of the facts that the what-if gives.
    bool changes_nothing(const engine::Variation& v, const BothWorlds& worlds) const;
    /// What holds in these worlds, settled ones left out; where the what-if leaves income alone, without the detectors
    /// that look at nothing else, and without those whose findings are never as bad as that.
    std::vector<CandidateFinding> all(const BothWorlds& worlds, bool income_may_differ = true, int at_least = 0) const;
    /// The same with what holds only if open facts are as supposed.
    std::vector<CandidateFinding> all(const BothWorlds& worlds, const Suppositions& supposed, bool income_may_differ,
                                      int at_least) const;

    /// Gone or settled in both worlds, and not merely because the detector can no longer answer?
    bool gone(const CandidateFinding& m, const engine::Variation& v) const;
    /// The same for several, for the price of one evaluation.
    std::vector<bool> gone(const std::vector<const CandidateFinding*>& matters, const engine::Variation& v) const;
    /// The same with the worlds of that what-if at hand.
    bool gone(const CandidateFinding& m, const engine::Variation& v, const BothWorlds& worlds) const;

    /// Under this law the detector lacks nothing that it does not lack anyway.
    bool answered(const CandidateFinding& m, const engine::Evaluation& law) const;

  private:
    DetectionContext context(const engine::Evaluation& e, const engine::Evaluation& law) const {
        return {e, law, situation_, calendar_, nullptr, false, events_until_};
    }
    void add_supposed(const Suppositions& suppositions, std::vector<CandidateFinding>& all) const;
    bool gone_alone(const CandidateFinding& m, const engine::Variation& v) const;
    bool gone_if_supposed(const CandidateFinding& m, const BothWorlds& worlds) const;

    const Calendar& calendar_;
    const Situation& situation_;
    engine::Evaluation law_;
    engine::Evaluation practice_;
    std::optional<Date> events_until_;
    std::vector<bool> seen_;  // per slot: more than rules and definitions look at it
};

}  // namespace samenloop::detect
