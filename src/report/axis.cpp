#include "report/axis.hpp"

#include <algorithm>
#include <cmath>

namespace samenloop::report {

double Scale::held(double value) const { return (*this)(std::clamp(value, low, high)); }

double round_step(double range, int marks) {
    const double rough = range / marks;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0})
        if (times * power >= rough) return times * power;
    return 10 * power;
}

std::vector<double> marks(double low, double high, double step) {
    std::vector<double> all;
    const auto first = static_cast<long>(std::ceil(low / step - 1e-9));
    const auto last = static_cast<long>(std::floor(high / step + 1e-9));
    for (auto k = first; k <= last; ++k) all.push_back(static_cast<double>(k) * step);
    return all;
}

}  // namespace samenloop::report
