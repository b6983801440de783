#include "read/order_of_ids.hpp"

#include <algorithm>
#include <ranges>

#include "read/values.hpp"

namespace samenloop::read {
namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// The number that begins here, without zeros in front: of two the longer one is the larger.
std::string_view number_at(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && is_figure(text[end])) ++end;
    while (at + 1 < end && text[at] == '0') ++at;
    return text.substr(at, end - at);
}

std::size_t after_number(std::string_view text, std::size_t at) {
    while (at < text.size() && is_figure(text[at])) ++at;
    return at;
}

/// "L-9" before "L-10"; what is alike in that way by its letters, so that only equal texts are equal.
bool before(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (is_figure(a[i]) && is_figure(b[j])) {
            const auto x = number_at(a, i);
            const auto y = number_at(b, j);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
            i = after_number(a, i);
            j = after_number(b, j);
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    const bool both_end = i == a.size() && j == b.size();
    return both_end ? a < b : i == a.size();
}

/// Only things have an order of their own: steps of a definition stay as they stand.
bool holds_things(const Element& element) { return element.name == "law" || element.name == "provision"; }

void append_content(const Element& element, std::string& text) {
    text += element.name;
    for (const auto& a : element.attributes) text.append(" ").append(a.name).append("=").append(a.value.text());
    text += ">";
    if (holds_things(element)) {
        for (const auto* child : in_order_of_ids(element.children)) append_content(*child, text);
        return;
    }
    text += element.text.text();
    for (const auto& child : element.children) append_content(child, text);
}

std::string key_of(const Element& element) {
    for (const auto* name : {"id", "article"})
        if (element.attribute(name) != nullptr) return text_of(element, name);
    return content_of(element);
}

}  // namespace

std::string content_of(const Element& element) {
    std::string content;
    append_content(element, content);
    return content;
}

std::vector<const Element*> in_order_of_ids(std::span<const Element* const> elements) {
    std::vector<std::pair<std::string, const Element*>> keyed;
    for (const auto* e : elements) keyed.emplace_back(key_of(*e), e);
    std::ranges::stable_sort(keyed, [](const auto& a, const auto& b) {
        if (a.first != b.first) return before(a.first, b.first);
        // Two of one id are a mistake, told at the one that comes second.
        return a.second->attribute("id") == nullptr && content_of(*a.second) < content_of(*b.second);
    });
    std::vector<const Element*> sorted;
    for (const auto& [key, e] : keyed) sorted.push_back(e);
    return sorted;
}

std::vector<const Element*> in_order_of_ids(const std::vector<Element>& elements) {
    std::vector<const Element*> all;
    for (const auto& e : elements) all.push_back(&e);
    return in_order_of_ids(std::span<const Element* const>(all));
}

}  // namespace samenloop::read
