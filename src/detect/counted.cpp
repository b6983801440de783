#include "detect/counted.hpp"

namespace samenloop::detect {

Decimal count_of(std::size_t n) { return Decimal(static_cast<std::int64_t>(n)); }

std::optional<Candidate> counted(std::string key, std::size_t surely, std::size_t perhaps, const Decimal& enough) {
    if (count_of(perhaps) < enough) return std::nullopt;
    Candidate c;
    c.key = std::move(key);
    c.holds = count_of(surely) >= enough ? Truth::yes : Truth::unknown;
    c.measure = count_of(surely);
    return c;
}

}  // namespace samenloop::detect
