#include "report/markup.hpp"

#include "base/printable.hpp"

namespace samenloop::report {

std::string as_markup(std::string_view words) {
    std::string out;
    for (const char c : base::printable(words)) switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    return out;
}

}  // namespace samenloop::report
