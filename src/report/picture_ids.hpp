#pragma once
// Numbers for the things of a picture.  cgraph takes the address of a name for its number and keeps frames in the order
// of their numbers, so that DOT and SVG would depend on where the memory happened to be.  Here the first name is 2, the
// next one 4, and so on; odd numbers are for things without a name, as cgraph wants it.

#include <graphviz/cgraph.h>

namespace samenloop::report {

/// To open a graph with: agopen(name, Agdirected, &numbered()).
Agdisc_t& numbered();

}  // namespace samenloop::report
