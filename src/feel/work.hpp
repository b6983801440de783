#pragma once
// How much is worked out.  One unit is an expression evaluated, an element of a list visited or an attack of one rule
// on another; a pair of rules that is compared costs some.  It is the same for the same input on every machine, so that
// a limit on it is reached at the same place, and can be told and tested.
//
// An analysis of one situation opens a limit.  A search for explanations stops when `spent` has passed what it may use,
// and tells so; whatever passes the limit itself is given up with TooMuchWork.

#include <cstdint>
#include <limits>

#include "base/restore.hpp"
#include "samenloop/work.hpp"

namespace samenloop::feel::work {

/// What an analysis may spend before it stops to look for explanations (which facts matter, how a finding ends).
inline constexpr std::uint64_t most_explained = most_work / 8;

struct Meter {
    std::uint64_t done = 0;
    std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t enough = most_explained;
};

inline Meter& meter() {
    thread_local Meter here;
    return here;
}

/// What has been worked out since the innermost limit was opened.
inline std::uint64_t spent() { return meter().done; }

inline bool explained_enough() { return meter().done > meter().enough; }
/// What may be spent on explanations still.
inline std::uint64_t left_to_explain() { return explained_enough() ? 0 : meter().enough - meter().done; }

/// @throws TooMuchWork
void give_up();

inline void add(Meter& m, std::uint64_t units = 1) {
    m.done += units;
    if (m.done > m.most) [[unlikely]]
        give_up();
}

inline void add(std::uint64_t units = 1) { add(meter(), units); }

/// A fresh limit as long as it lives; what is spent under it counts for the one around it, too.
class Limit {
  public:
    explicit Limit(std::uint64_t most = most_work, std::uint64_t enough = most_explained) {
        meter() = {0, most, enough};
    }
    ~Limit() { around_.before().done += meter().done; }
    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;
    Limit(Limit&&) = delete;
    Limit& operator=(Limit&&) = delete;

  private:
    base::Restore<Meter> around_{meter()};
};

/// As long as it lives, work that is done once for many analyses, such as compiling their rules: it counts for none of
/// them, so that the first one comes to the same as the others.
class Apart {
  public:
    Apart() { meter() = {0, most_work, most_explained}; }

  private:
    base::Restore<Meter> around_{meter()};
};

}  // namespace samenloop::feel::work
