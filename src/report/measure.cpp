// Thousandths of the size: the widest that a character is in Helvetica (and Arial and Liberation Sans, which are as
// wide) or DejaVu Sans, from the metrics in those fonts.  What is not ASCII is taken as the widest of its kind.

#include "report/measure.hpp"

#include <array>

#include <utf8.h>

#include "base/printable.hpp"
#include "report/page.hpp"

namespace samenloop::report {
namespace {

constexpr std::array<int, 95> regular{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667,
    611, 778, 752, 295, 500, 667, 557, 863, 748, 787, 667, 787, 722, 667,  611, 732, 684, 989, 685,
    667, 685, 390, 337, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr std::array<int, 95> bold{
    348, 456,  521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415,  380, 365, 696, 696,  696,
    696, 696,  696, 696, 696, 696,  696, 400, 400, 838, 838, 838, 611, 1000, 774, 762, 734, 830,  683,
    683, 821,  837, 372, 556, 775,  637, 995, 837, 850, 733, 850, 770, 720,  682, 812, 774, 1103, 771,
    724, 725,  457, 365, 457, 838,  556, 500, 675, 716, 593, 716, 678, 435,  716, 712, 343, 343,  665,
    343, 1042, 712, 687, 716, 716,  493, 595, 478, 712, 652, 924, 645, 652,  582, 712, 365, 712,  838};

int width_of(char32_t c, bool strong) {
    if (c >= 0x20 && c < 0x7F) return (strong ? bold : regular).at(c - 0x20);
    if (c < 0x180) return strong ? 850 : 790;    // letters with accents
    if (c >= 0x2018 && c <= 0x201F) return 560;  // quotation marks
    return c < 0x3000 ? 1200 : 1600;
}

/// The longest beginning that goes in the room: one character at least.
std::size_t beginning(std::string_view text, double room, const Words& style) {
    auto at = text.begin();
    double used = 0;
    while (at != text.end()) {
        auto next = at;
        used += width_of(utf8::unchecked::next(next), style.strong) * style.size / 1000;
        if (used > room && at != text.begin()) break;
        at = next;
    }
    return static_cast<std::size_t>(at - text.begin());
}

/// Where a word that is too long is broken: behind a hyphen or the like, if there is one.
std::size_t broken(std::string_view word, double room, const Words& style) {
    const auto size = beginning(word, room, style);
    const auto hyphen = size < word.size() ? word.substr(0, size).find_last_of("-/._") : std::string_view::npos;
    return hyphen == std::string_view::npos ? size : hyphen + 1;
}

}  // namespace

double width_of(std::string_view text, const Words& style) {
    double width = 0;
    for (auto at = text.begin(); at != text.end();)
        width += width_of(utf8::unchecked::next(at), style.strong) * style.size / 1000;
    return width;
}

std::vector<std::string> fit(std::string_view text, double room, const Words& style, std::size_t most) {
    std::vector<std::string> lines;
    for (std::string_view rest :
         wrap(base::printable(text), room, [&](std::string_view t) { return width_of(t, style); }))
        do {
            const auto size = broken(rest, room, style);
            lines.emplace_back(rest.substr(0, size));
            rest.remove_prefix(size);
        } while (!rest.empty());
    if (lines.size() <= most) return lines;
    lines.resize(most);
    auto& last = lines.back();
    last.resize(beginning(last, room - width_of("…", style), style));
    while (last.ends_with(' ')) last.pop_back();
    last += "…";
    return lines;
}

}  // namespace samenloop::report
