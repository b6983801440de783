#pragma once
// Words for people, in the two languages that the program speaks.

#include <cstdint>
#include <string>

namespace samenloop {

enum class Language : std::uint8_t { nl, en };

/// Dutch first; `en` falls back to `nl`.
struct Text {
    std::string nl;
    std::string en;

    bool operator==(const Text&) const = default;
    bool empty() const { return nl.empty() && en.empty(); }
    const std::string& in(Language language) const { return language == Language::en && !en.empty() ? en : nl; }
};

/// One after the other, in each language.
inline Text operator+(const Text& a, const Text& b) { return {a.nl + b.nl, a.en + b.en}; }

}  // namespace samenloop
