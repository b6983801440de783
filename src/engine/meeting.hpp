#pragma once
// Which instances of two arguments contradict one another: rules that go over the same list meet element by element;
// duties and referrals only bind the one who acts; a grant or denial by one municipality is not the other's.

#include <cstddef>
#include <vector>

#include "engine/evaluation.hpp"

namespace samenloop::engine {

/// One instance of each of the two arguments of a conflict.
struct Met {
    std::size_t first = 0;
    std::size_t second = 0;
};

/// Those of which both stand (accepted, possible or not yet decided); in order of the first, then of the second.
/// Takes time in proportion to the instances where these meet element by element, else to their pairs.
std::vector<Met> meetings(const Evaluation& e, const Conflict& conflict);

}  // namespace samenloop::engine
