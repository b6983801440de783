#pragma once
// Makes a finding of what a detector found: its minimal rules, the facts that it rests on, how it is told, and how bad
// it is.  Who only wants to know whether a finding is there, as on each of many days ahead, has it told in short.

#include "detect/group.hpp"
#include "detect/judgement.hpp"
#include "detect/minimal.hpp"

namespace samenloop::detect {

/// In short: all but the facts that it needs.
enum class Detail : std::uint8_t { in_short, in_full };

class Writer {
  public:
    /// `out`: the rules that are left out from the start.
    Writer(const WhatIf& inquiry, std::vector<Index> out, Detail telling)
        : inquiry_(inquiry), out_(std::move(out)), in_full_(telling == Detail::in_full) {}

    /// Of some list not each fact was looked at by itself.
    bool cut_short() const { return cut_short_; }

    /// Nothing where only what the rules lack would decide: that is no finding, and its detector has no answer.
    std::optional<DraftFinding> open(const CandidateFinding& m, std::vector<Undecided>& undecided);
    Finding settled(const CandidateFinding& m, Index by, const engine::Variation& without);

  private:
    const RuleBase& base() const { return inquiry_.law().base(); }
    std::vector<model::Path> needed_of(const WhatIf& inquiry, const CandidateFinding& m,
                                       const std::vector<model::Path>& all);
    std::vector<model::Path> name_unknown(Finding& f, const CandidateFinding& m) const;
    std::vector<model::Path> rests_on(Finding& f, const CandidateFinding& m, const Ground& ground);
    void tell_open_amount(const std::vector<model::Path>& places, Finding& f) const;
    void open_without(const CandidateFinding& m, Index by, std::vector<Index>& rules, std::vector<model::Path>& places);
    void exclusions(Finding& f, const CandidateFinding& m) const;
    void finish_supposed(Finding& f, const CandidateFinding& m) const;
    void finish(Finding& f, const CandidateFinding& m, const DetectionContext& scene) const;

    const WhatIf& inquiry_;
    std::vector<Index> out_;
    bool in_full_;
    bool cut_short_ = false;
};

}  // namespace samenloop::detect
