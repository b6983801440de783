#include "report/compare_words.hpp"

#include <array>

namespace samenloop::report {
namespace {

template <class Names, class Enum>
std::string_view name_of(const Names& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view baseline_id(Baseline b) {
    static constexpr std::array<std::string_view, 4> names{"new", "resolved", "changed", "unchanged"};
    return name_of(names, b);
}

std::string_view basis_id(Basis b) {
    static constexpr std::array<std::string_view, 4> names{"statute", "covenant", "consent", "none"};
    return name_of(names, b);
}

std::string_view excess_id(Excess e) {
    static constexpr std::array<std::string_view, 7> names{
        "dead", "defeated", "redundant", "unused", "lower", "dangling", "duplicate"};
    return name_of(names, e);
}

Position position_of(const Location& place) {
    return place.source == nullptr ? Position() : place.source->position(place.offset);
}

}  // namespace samenloop::report
