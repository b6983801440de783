#pragma once
// A scale from numbers to pixels, with round numbers (1, 2 or 5 times a power of ten) to write beside it.

#include <vector>

namespace samenloop::report {

struct Scale {
    double low = 0;
    double high = 1;
    double start = 0;  // pixel of low
    double end = 1;    // pixel of high

    double operator()(double value) const { return start + (value - low) * (end - start) / (high - low); }
    /// The same, held inside the scale.
    double held(double value) const;
};

/// The round distance that gives about so many marks.
double round_step(double range, int marks);
/// All multiples of the step in [low, high].
std::vector<double> marks(double low, double high, double step);

}  // namespace samenloop::report
