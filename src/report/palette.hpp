#pragma once
// The colours of the pictures that we draw ourselves.

#include <array>
#include <string_view>

namespace samenloop::report::palette {

/// Okabe and Ito's colour-blind safe palette.
inline constexpr std::array<std::string_view, 8> safe{
    "#56b4e9", "#e69f00", "#009e73", "#cc79a7", "#f0e442", "#0072b2", "#d55e00", "#999999"};
inline constexpr std::string_view ink = "#222222";
inline constexpr std::string_view quiet = "#666666";
inline constexpr std::string_view faint = "#dddddd";
inline constexpr std::string_view paper = "#ffffff";
inline constexpr std::string_view alarm = "#b00020";

}  // namespace samenloop::report::palette
