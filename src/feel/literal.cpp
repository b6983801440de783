// Facts as they are written in a situation: true, 45000, woon, 2025-01-15, P28D, null, [{age: 3, lawful: true}].

#include <algorithm>

#include "../base/both.hpp"
#include "../base/suggest.hpp"
#include "lexer.hpp"
#include "samenloop/expression.hpp"
#include "type.hpp"

namespace samenloop::feel {
namespace {

constexpr unsigned max_literal_depth = 20;

class LiteralReader {
  public:
    LiteralReader(std::string_view text, std::vector<Token> tokens) : text_(text), tokens_(std::move(tokens)) {}

    Result<Value> run(const Type& type) {
        alone_ = type.kind == Kind::string;
        auto value = read(type);
        if (errors_.empty() && peek().sort != Token::Sort::end)
            lacks({"het einde van de waarde", "the end of the value"});
        if (!errors_.empty()) return tl::unexpected(std::move(errors_));
        return value;
    }

  private:
    Value read(const Type& type) {
        if (peek().is("unknown")) return ++at_, Value();
        if (peek().is("null")) return ++at_, Value(Null{});
        switch (type.kind) {
        case Kind::any: return any();
        case Kind::boolean: return boolean();
        case Kind::number: return number();
        case Kind::string: return string(type);
        case Kind::date: return date();
        case Kind::duration: return duration();
        case Kind::list: return list(type);
        case Kind::record: return record(type);
        }
        return {};
    }

    Value any() {
        const auto& token = peek();
        Type type;
        type.kind = token.is("[")                                        ? Kind::list
                    : token.is("{")                                      ? Kind::record
                    : token.sort == Token::Sort::number || token.is("-") ? Kind::number
                    : token.is("true") || token.is("false")              ? Kind::boolean
                                                                         : Kind::string;
        if (type.kind == Kind::number && Date::parse(run_of_text())) type.kind = Kind::date;
        return read(type);
    }

    Value boolean() {
        const bool yes = peek().is("true");
        if (!yes && !peek().is("false")) return lacks({"true of false", "true or false"});
        ++at_;
        return yes;
    }

    Value number() {
        const bool negative = peek().is("-");
        if (negative) ++at_;
        const auto found = peek().sort == Token::Sort::number ? Decimal::parse(peek().text) : std::nullopt;
        if (!found) return lacks({"een getal", "a number"});
        ++at_;
        return negative ? -*found : *found;
    }

    Value string(const Type& type) {
        const auto& token = peek();
        const bool bare = token.sort == Token::Sort::name || token.sort == Token::Sort::number;
        if (!bare && token.sort != Token::Sort::string) return lacks({"een tekst", "a string"});
        // A value of a closed domain may hold dashes and dots without quotes: mbo-4.
        auto content = bare ? std::string(bare_text()) : token.content;
        if (!type.names.empty() && std::ranges::find(type.names, content) == type.names.end())
            report(base::both("onbekende waarde '{}'", "unknown value '{}'", content), token.offset,
                   base::did_you_mean(
                       content, type.names, [](const std::string& name) { return std::string_view(name); }));
        if (bare) skip_bare();
        else ++at_;
        return content;
    }

    Value date() {
        const auto found = Date::parse(time_text("date"));
        if (!found) return lacks({"een datum zoals 2025-01-15", "a date such as 2025-01-15"}, shown_run());
        end_time();
        return *found;
    }

    Value duration() {
        const auto found = Duration::parse(time_text("duration"));
        if (!found) return lacks({"een duur zoals P28D of P1Y2M", "a duration such as P28D or P1Y2M"}, shown_run());
        end_time();
        return *found;
    }

    /// The text of 2025-01-15, "2025-01-15" or date("2025-01-15").
    std::string_view time_text(std::string_view function) {
        wrapped_ = peek().is(function) && at_ + 2 < tokens_.size() && tokens_[at_ + 1].is("(");
        if (wrapped_) at_ += 2;
        return peek().sort == Token::Sort::string ? std::string_view(peek().content) : run_of_text();
    }
    void end_time() {
        if (peek().sort == Token::Sort::string) ++at_;
        else skip_run();
        if (wrapped_) expect(")");
    }

    Value list(const Type& type) {
        if (!open("[")) return {};
        auto items = std::make_shared<std::vector<Value>>();
        const auto element = element_of(type);
        if (!accept("]")) {
            do items->push_back(read(element));
            while (errors_.empty() && accept(","));
            expect("]");
        }
        --depth_;
        return List{std::move(items)};
    }

    Value record(const Type& type) {
        if (!open("{")) return {};
        auto fields = std::make_shared<std::vector<Value>>(type.fields.size());
        std::vector<bool> seen(type.fields.size());
        if (!accept("}")) {
            do field(type, *fields, seen);
            while (errors_.empty() && accept(","));
            expect("}");
        }
        --depth_;
        return Record{std::move(fields)};
    }

    void field(const Type& type, std::vector<Value>& fields, std::vector<bool>& seen) {
        const auto name = peek();
        const auto index = index_of_field(type, name.text);
        if (name.sort != Token::Sort::name) {
            lacks({"de naam van een veld", "the name of a field"});
        } else if (!index) {
            fail(base::both("er is geen veld '{}'", "unknown field '{}'", name.text),
                 base::did_you_mean(name.text, type.fields, [](const auto& f) { return std::string_view(f.first); }));
        } else if (seen[*index]) {
            fail(base::both("het veld '{}' staat er twee keer", "field '{}' is given twice", name.text));
        } else {
            ++at_;
            seen[*index] = true;
            expect(":");
            if (errors_.empty()) fields[*index] = read(type.fields[*index].second);
        }
    }

    /// From here to the next blank, comma or closing bracket.
    std::string_view run_of_text() const {
        const auto rest = text_.substr(peek().offset);
        return rest.substr(0, rest.find_first_of(" \t\r\n,]})"));
    }
    /// Outside lists and contexts a bare string goes to the end: Dienst Toeslagen.
    std::string_view bare_text() const {
        if (!alone_) return run_of_text();
        const auto rest = text_.substr(peek().offset);
        return rest.substr(0, rest.find_last_not_of(" \t\r\n") + 1);
    }
    void skip_bare() {
        if (!alone_) return skip_run();
        while (peek().sort != Token::Sort::end) ++at_;
    }
    Text shown_run() const {
        return peek().sort == Token::Sort::end ? peek().shown() : base::both("'{}'", "'{}'", run_of_text());
    }
    void skip_run() {
        const auto end = peek().offset + run_of_text().size();
        while (peek().sort != Token::Sort::end && peek().offset < end) ++at_;
    }

    const Token& peek() const { return tokens_[std::min(at_, tokens_.size() - 1)]; }
    bool accept(std::string_view symbol) { return peek().is(symbol) && ++at_ > 0; }
    bool open(std::string_view bracket) {
        if (!expect(bracket)) return false;
        if (++depth_ <= max_literal_depth) return true;
        fail({"de waarde is te diep genest", "the value is nested too deeply"});
        return false;
    }
    bool expect(std::string_view symbol) {
        if (accept(symbol)) return true;
        lacks(base::both("'{}'", "'{}'", symbol));
        return false;
    }
    Value lacks(const Text& what) { return lacks(what, peek().shown()); }
    Value lacks(const Text& what, const Text& found) {
        return fail(base::both("{} verwacht, {} gevonden", "expected {}, found {}", what, found));
    }
    Value fail(Text message, Text hint = {}) {
        if (errors_.empty()) report(std::move(message), peek().offset, std::move(hint));
        return {};
    }
    void report(Text message, std::size_t offset, Text hint) {
        errors_.push_back({std::move(message), std::move(hint), offset, nullptr});
    }

    std::string_view text_;
    bool alone_ = false;  // the whole text is one value, not part of a list
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    unsigned depth_ = 0;
    bool wrapped_ = false;
    Diagnostics errors_;
};

}  // namespace

}  // namespace samenloop::feel

namespace samenloop {

Result<Value> parse_literal(std::string_view text, const Type& type) {
    auto tokens = feel::tokenize(text);
    if (!tokens) return tl::unexpected(std::move(tokens.error()));
    return feel::LiteralReader(text, std::move(*tokens)).run(type);
}

}  // namespace samenloop
