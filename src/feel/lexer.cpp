#include "lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <utf8.h>

#include "../base/both.hpp"

namespace samenloop::feel {
namespace {

constexpr std::size_t max_text = 20'000;
constexpr std::size_t max_tokens = 4'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool starts_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool continues_name(char c) { return starts_name(c) || is_digit(c); }

const Text too_long{"de uitdrukking is te lang", "the expression is too long"};

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Result<std::vector<Token>> run() {
        if (text_.size() > max_text) return fail(too_long, 0);
        const auto invalid = utf8::find_invalid(text_.begin(), text_.end());
        if (invalid != text_.end())
            return fail({"dit is geen UTF-8", "this is not UTF-8"}, static_cast<std::size_t>(invalid - text_.begin()));
        while (skip_blanks(), at_ < text_.size()) {
            if (tokens_.size() >= max_tokens) return fail(too_long, at_);
            if (!next()) return tl::unexpected(Diagnostics{error_});
        }
        tokens_.push_back({Token::Sort::end, {}, text_.size(), {}});
        return std::move(tokens_);
    }

  private:
    bool next() {
        const char c = text_[at_];
        if (starts_name(c)) return take(Token::Sort::name, end_of_name());
        if (is_digit(c)) return take(Token::Sort::number, end_of_number());
        if (c == '"') return string();
        static constexpr std::array<std::string_view, 21> symbols{
            "**", "..", "<=", ">=", "!=", "<", ">", "=", "+", "-", "*",
            "/",  "(",  ")",  "[",  "]",  "{", "}", ",", ".", ":"};
        for (const auto symbol : symbols)
            if (text_.substr(at_).starts_with(symbol)) return take(Token::Sort::symbol, at_ + symbol.size());
        return complain(
            base::both("onverwacht teken '{}'", "unexpected character '{}'", c),
            c == '\'' ? Text{"teksten staan tussen dubbele aanhalingstekens", "strings stand in double quotes"}
                      : Text());
    }

    std::size_t end_of_name() const {
        auto end = at_;
        const auto more = [&](std::size_t i) { return i < text_.size() && continues_name(text_[i]); };
        while (more(end) || (end < text_.size() && text_[end] == '.' && more(end + 1))) ++end;
        return end;
    }

    std::size_t end_of_number() const {
        auto end = at_;
        const auto digit = [&](std::size_t i) { return i < text_.size() && is_digit(text_[i]); };
        while (digit(end)) ++end;
        if (end < text_.size() && text_[end] == '.' && digit(end + 1))
            for (++end; digit(end);) ++end;
        return end;
    }

    bool string() {
        Token token{Token::Sort::string, {}, at_, {}};
        auto i = at_ + 1;
        for (; i < text_.size() && text_[i] != '"'; ++i) {
            if (text_[i] == '\\') {
                if (!escape(i, token.content)) return false;
            } else {
                token.content += text_[i];
            }
        }
        if (i >= text_.size())
            return complain(
                {"de tekst die hier begint, heeft geen einde", "the string that starts here has no end"}, {});
        token.text = text_.substr(at_, i + 1 - at_);
        at_ = i + 1;
        tokens_.push_back(std::move(token));
        return true;
    }

    /// `i` is at the backslash, and is left at the last character of the escape.
    bool escape(std::size_t& i, std::string& content) {
        static constexpr std::string_view letters = "\"\\nrt";
        static constexpr std::string_view meanings = "\"\\\n\r\t";
        const auto start = i;
        const char letter = ++i < text_.size() ? text_[i] : '\0';
        if (const auto found = letters.find(letter); found != std::string_view::npos) {
            content += meanings[found];
            return true;
        }
        const auto digits = text_.substr(std::min(i + 1, text_.size()), 4);
        std::uint32_t code = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        const bool surrogate = code >= 0xD800 && code < 0xE000;
        if (letter != 'u' || digits.size() != 4 || error != std::errc{} || end != digits.data() + 4 || surrogate) {
            at_ = start;
            return complain(
                {"onbekende verkorting in een tekst", "unknown escape in a string"},
                base::both("bekend zijn {} en \\u0041", "known are {} and \\u0041", "\\\" \\\\ \\n \\r \\t"));
        }
        utf8::append(code, std::back_inserter(content));
        i += 4;
        return true;
    }

    bool take(Token::Sort sort, std::size_t end) {
        tokens_.push_back({sort, text_.substr(at_, end - at_), at_, {}});
        at_ = end;
        return true;
    }
    void skip_blanks() {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }
    bool complain(Text message, Text hint) {
        error_ = {std::move(message), std::move(hint), at_, nullptr};
        return false;
    }
    static tl::unexpected<Diagnostics> fail(Text message, std::size_t offset) {
        return tl::unexpected(Diagnostics{{std::move(message), {}, offset, nullptr}});
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
    Diagnostic error_;
};

}  // namespace

Text Token::shown() const {
    if (sort == Sort::end) return {"het einde van de uitdrukking", "the end of the expression"};
    return base::both("'{}'", "'{}'", text);
}

Result<std::vector<Token>> tokenize(std::string_view text) { return Lexer(text).run(); }

bool is_name(std::string_view text) {
    return !text.empty() && starts_name(text.front()) && std::ranges::all_of(text, continues_name);
}

}  // namespace samenloop::feel
