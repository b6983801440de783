#pragma once
// Words of the expression language.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "samenloop/diagnostic.hpp"

namespace samenloop::feel {

struct Token {
    enum class Sort : std::uint8_t { end, name, number, string, symbol };
    Sort sort = Sort::end;
    std::string_view text;  // as written; a name with its dots: p.age
    std::size_t offset = 0;
    std::string content;  // of a string: without quotes and escapes

    bool is(std::string_view word) const { return (sort == Sort::name || sort == Sort::symbol) && text == word; }
    Text shown() const;  // for messages: 'and', the end of the expression
};

/// All tokens, the last one is the end; or the first character that starts none.
Result<std::vector<Token>> tokenize(std::string_view text);

bool is_name(std::string_view text);

}  // namespace samenloop::feel
