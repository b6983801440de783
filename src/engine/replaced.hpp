#pragma once
// A charge that replaces another one costs the difference (definitions 11.2).
//
// Who is behind with the nominal premium pays a higher premium to another body, which takes it at the source, and no
// nominal premium any more.  The nominal premium is a cost of the household as rent is one: in neither D nor M.  So of
// what is taken at the source, the part that stands in place of it is given back to D.

#include "engine/withholding.hpp"

namespace samenloop::engine {

/// Of what is taken, in eur a year, the part that stands in place of a charge outside D.
Value replaced_charges(const Evaluation& e, const Taken& year);

}  // namespace samenloop::engine
