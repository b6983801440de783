#include "read/thousands.hpp"

#include <algorithm>

#include "read/lexical.hpp"

namespace samenloop::read {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

bool refuse(const Element& element, const MappedText& text, std::size_t at, Problems& problems) {
    const auto rest = std::string_view(text.text()).substr(at);
    const auto end = std::ranges::find_if(rest, [](char c) { return !digit(c) && c != '.' && c != '-'; });
    const auto number = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    const auto meant = thousands(number);
    if (!meant) return false;
    problems.add(
        element.place(text.offset_of(at)),
        base::both("'{}' is geen bedrag in euro: drie decimalen", "'{}' is no amount in euro: three decimals", number),
        base::both(
            "schrijf {}, of twee decimalen achter de punt", "write {}, or two decimals after the point", *meant));
    return true;
}

}  // namespace

std::optional<std::string> thousands(std::string_view number) {
    const bool negative = number.starts_with('-');
    const auto digits = number.substr(negative ? 1 : 0);
    const auto first = digits.find('.');
    if (first == std::string_view::npos || first == 0 || first > 3 || (digits.size() - first) % 4 != 0)
        return std::nullopt;
    std::string meant = negative ? "-" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool point = i >= first && (i - first) % 4 == 0;
        if (point != (digits[i] == '.') || (!point && !digit(digits[i]))) return std::nullopt;
        if (!point) meant += digits[i];
    }
    return meant;
}

bool refuse_thousands(const Element& element, const MappedText& text, std::string_view unit, Problems& problems) {
    const auto start = text.text().find_first_not_of(" \t\r\n");
    return unit.starts_with("eur") && start != std::string::npos && refuse(element, text, start, problems);
}

bool refuse_thousands(const Element& element, const MappedText& text, const Type& type, Problems& problems) {
    if (type.kind != Kind::list || !type.element) return refuse_thousands(element, text, type.unit, problems);
    bool refused = false;
    for (const auto& [name, of] : type.element->fields) {
        if (!of.unit.starts_with("eur")) continue;
        const std::string_view all = text.text();
        for (auto at = all.find(name + ":"); at != std::string_view::npos; at = all.find(name + ":", at + 1)) {
            const auto number = all.find_first_not_of(" \t\r\n", at + name.size() + 1);
            if (number != std::string_view::npos) refused = refuse(element, text, number, problems) || refused;
        }
    }
    return refused;
}

}  // namespace samenloop::read
