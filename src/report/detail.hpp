#pragma once
// How much of a report a page of text tells: what carries a finding, the rest counted ("and 3 more").  A page has room
// for two screens; what is told of each finding becomes less until it fits.

#include <array>
#include <cstddef>
#include <limits>

namespace samenloop::report {

inline constexpr std::size_t two_screens = 80;
inline constexpr std::size_t without_end = std::numeric_limits<std::size_t>::max();

/// At most so many of each of one finding.
struct FindingDetail {
    std::size_t sentences = without_end;
    std::size_t rules = without_end;  // with what they say; more than that are named
    std::size_t facts = without_end;
    std::size_t steps = without_end;  // of the chain
    std::size_t ways_out = without_end;
};

struct PageDetail {
    std::size_t lines = two_screens;  // the page may have with it; else it is told with less
    FindingDetail alone{};
    FindingDetail grouped{};  // stands under the finding with which it shares a cause
    std::size_t findings = without_end;
    std::size_t members = without_end;  // of one finding
    std::size_t burdens = without_end;  // findings of one line
    std::size_t settled = without_end;
    std::size_t moments = without_end;
    std::size_t assumed = without_end;
    bool everything = false;  // --verbose: each rule by its level, each fact by its name in the files
};

inline constexpr PageDetail everything{.lines = without_end, .everything = true};

/// From ample to terse; the last one is taken however long the page becomes.
inline constexpr std::array<PageDetail, 6> page_details{{
    {.lines = 60, .alone = {6, 2, 5, 4, 5}, .grouped = {3, 1, 2, 0, 2}, .settled = 4, .moments = 12, .assumed = 6},
    {.lines = 75,
     .alone = {5, 2, 4, 0, 5},
     .grouped = {2, 0, 0, 0, 1},
     .burdens = 20,
     .settled = 3,
     .moments = 8,
     .assumed = 4},
    {.alone = {4, 1, 3, 0, 4}, .grouped = {1, 0, 0, 0, 0}, .burdens = 15, .settled = 3, .moments = 4, .assumed = 2},
    {.alone = {3, 1, 2, 0, 3}, .grouped = {0, 0, 0, 0, 0}, .burdens = 12, .settled = 3, .moments = 4, .assumed = 2},
    {.alone = {2, 0, 0, 0, 1},
     .grouped = {0, 0, 0, 0, 0},
     .findings = 7,
     .members = 3,
     .burdens = 8,
     .settled = 2,
     .moments = 3,
     .assumed = 0},
    {.alone = {1, 0, 0, 0, 0},
     .grouped = {0, 0, 0, 0, 0},
     .findings = 4,
     .members = 1,
     .burdens = 5,
     .settled = 1,
     .moments = 2,
     .assumed = 0},
}};

}  // namespace samenloop::report
