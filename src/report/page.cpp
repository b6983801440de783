#include "report/page.hpp"

#include <algorithm>

#include <fmt/core.h>
#include <utf8.h>

#include "base/printable.hpp"

namespace samenloop::report {
namespace {

constexpr std::size_t page_width = 100;
constexpr std::size_t label_width = 15;

// printable() has made it valid UTF-8.
std::size_t columns_of(std::string_view text) {
    return static_cast<std::size_t>(utf8::unchecked::distance(text.begin(), text.end()));
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            const auto word = text.substr(at, end - at);
            if (!words.empty() && (words.back().ends_with("€") || word.starts_with('%')))
                words.back() += " " + std::string(word);
            else words.emplace_back(word);
        }
        at = end + 1;
    }
    return words;
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, double room,
                              base::function_ref<double(std::string_view)> width_of) {
    std::vector<std::string> lines;
    const double blank = width_of(" ");
    double used = 0;
    for (const auto& word : words_of(text)) {
        const auto width = width_of(word);
        if (lines.empty() || used + blank + width > room) {
            lines.push_back(word);
            used = width;
        } else {
            lines.back() += " " + word;
            used += blank + width;
        }
    }
    return lines;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
    return wrap(text, static_cast<double>(columns),
                [](std::string_view part) { return static_cast<double>(columns_of(part)); });
}

std::string Page::painted(std::string text, Paint paint) const {
    if (!colour_ || paint == Paint::plain || text.empty()) return text;
    static constexpr std::string_view codes[] = {"", "1", "2", "1;31", "33", "36"};
    return fmt::format("\x1b[{}m{}\x1b[0m", codes[static_cast<std::size_t>(paint)], text);
}

void Page::paragraph(std::size_t indent, std::string_view lead, std::string_view text, Paint paint) {
    const auto clean = base::printable(lead);
    const auto hanging = indent + columns_of(clean);
    const auto room = page_width > hanging + 20 ? page_width - hanging : 20;
    bool first = true;
    for (auto& line : wrap(base::printable(text), room)) {
        text_ += first ? std::string(indent, ' ') + painted(clean, paint) : std::string(hanging, ' ');
        text_ += painted(std::move(line), paint) + '\n';
        first = false;
    }
}

void Page::step(std::size_t indent, std::string_view label, std::size_t deeper, std::string_view text) {
    auto clean = base::printable(label);
    const auto width = columns_of(clean);
    const auto hanging = indent + label_width + deeper;
    const auto behind = std::max(hanging, indent + width + 1) - indent - width;
    auto lead = std::string(indent, ' ') + painted(std::move(clean), Paint::faint) + std::string(behind, ' ');
    for (const auto& line : wrap(base::printable(text), page_width - std::min(hanging, page_width - 20))) {
        text_ += lead + line + '\n';
        lead.assign(hanging, ' ');
    }
}

}  // namespace samenloop::report
