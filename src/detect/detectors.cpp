#include "detect/detectors.hpp"

#include "samenloop/check.hpp"

namespace samenloop::detect {

std::span<const Detector> all_detectors() {
    static constexpr Detector all[] = {
#define SAMENLOOP_DETECTOR(name, code, minimality, asks, looks_at) \
    {code, Minimality::minimality, Ask::asks, looks_at, find_##name, describe_##name},
#include "detect/detectors.def"
#undef SAMENLOOP_DETECTOR
    };
    return all;
}

}  // namespace samenloop::detect

namespace samenloop {

const std::vector<DetectorInfo>& detectors() {
    static const auto all = [] {
        std::vector<DetectorInfo> rows;
        for (const auto& d : detect::all_detectors())
            if (rows.empty() || rows.back().code != d.code) rows.push_back({d.code, subtype_name(d.code)});
        return rows;
    }();
    return all;
}

}  // namespace samenloop
