#include "problems.hpp"

#include <algorithm>
#include <tuple>

#include "base/suggest.hpp"

namespace samenloop::read {
namespace {

constexpr std::size_t most_suggestions = 200;  // each compares a word with every name there is
constexpr std::size_t longest_row = 30;

}  // namespace

void Problems::add(const Location& at, Text message, Text hint) {
    found_.push_back({std::move(message), std::move(hint), at.offset, at.source});
}

void Problems::add(const Element& element, const Attribute& attribute, Text message, Text hint) {
    add(element.place(attribute.value.offset_of(0)), std::move(message), std::move(hint));
}

void Problems::add(Diagnostics diagnostics) {
    for (auto& d : diagnostics) found_.push_back(std::move(d));
}

void Problems::add(const Element& element, const MappedText& text, std::size_t start, Diagnostics diagnostics) {
    for (auto& d : diagnostics) {
        d.offset = text.offset_of(start + d.offset);
        d.source = element.at.source;
        found_.push_back(std::move(d));
    }
}

Text Problems::suggest(std::string_view word, const std::vector<std::string_view>& known) const {
    return found_.size() < most_suggestions ? base::did_you_mean(word, known) : Text();
}

Diagnostics Problems::sorted() const {
    const auto name = [](const Diagnostic& d) {
        return d.source ? std::string_view(d.source->name()) : std::string_view();
    };
    const auto key = [&](const Diagnostic& d) { return std::tuple(name(d), d.offset, std::string_view(d.message.en)); };
    auto all = found_;
    std::ranges::stable_sort(all, [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
    const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

std::string line_of(const Location& at) {
    if (!at.source) return "?";
    return at.source->name() + ":" + std::to_string(at.source->position(at.offset).line);
}

std::string in_a_row(const std::vector<std::string_view>& names) {
    std::string row;
    for (std::size_t i = 0; i < names.size() && i < longest_row; ++i) {
        if (i > 0) row += ", ";
        row += names[i];
    }
    return names.size() > longest_row ? row + ", …" : row;
}

Text allowed_here(const std::vector<std::string_view>& names) {
    return base::both("hier kan: {}", "allowed here: {}", in_a_row(names));
}

Text with_all(const Text& meant, const Text& all) {
    return meant.empty() ? all : base::both("{}  ({})", "{}  ({})", meant, all);
}

}  // namespace samenloop::read
