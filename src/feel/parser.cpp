#include "parser.hpp"

#include <algorithm>
#include <array>

#include "../base/both.hpp"
#include "../base/suggest.hpp"
#include "type.hpp"

namespace samenloop::feel {
namespace {

constexpr unsigned max_parse_depth = 100;

constexpr std::array<std::string_view, 13> keywords{
    "and", "or", "between", "in", "if", "then", "else", "some", "every", "satisfies", "true", "false", "null"};

const Text too_many_bound{"filters en kwantoren zijn te diep genest", "filters and quantifiers are nested too deeply"};

bool is_keyword(std::string_view word) { return std::ranges::find(keywords, word) != keywords.end(); }

}  // namespace

Parser::Parser(std::vector<Token> tokens, const Scope& scope)
    : tokens_(std::move(tokens)), builder_(static_cast<std::uint32_t>(scope.locals.size())), names_(scope, builder_) {}

Result<Expression::Body> Parser::run(const Type& wanted) {
    const auto root = expression();
    if (!errors_ && peek().sort != Token::Sort::end)
        lacks({"een bewerking of het einde van de uitdrukking", "an operator or the end of the expression"});
    if (!errors_ && !builder_.failed()) builder_.expect_type(root, wanted);
    auto errors = errors_ ? std::move(*errors_) : builder_.take_errors();
    std::ranges::sort(errors, {}, &Diagnostic::offset);
    if (!errors.empty()) return tl::unexpected(std::move(errors));
    return builder_.take_body();
}

NodeId Parser::expression() {
    if (!enter()) return 0;
    const auto found = disjunction();
    --depth_;
    return found;
}

NodeId Parser::disjunction() {
    std::vector operands{conjunction()};
    while (accept("or")) operands.push_back(conjunction());
    return operands.size() == 1 ? operands.front() : builder_.logic(Connective::disjunction, std::move(operands));
}

NodeId Parser::conjunction() {
    std::vector operands{comparison()};
    while (accept("and")) operands.push_back(comparison());
    return operands.size() == 1 ? operands.front() : builder_.logic(Connective::conjunction, std::move(operands));
}

NodeId Parser::comparison() {
    const auto left = sum();
    if (const auto op = relation()) return builder_.compare(*op, left, sum());
    if (accept("in")) return tests(left);
    if (!accept("between")) return left;
    const auto low = sum();
    expect("and");
    return builder_.between(left, low, sum());
}

NodeId Parser::tests(NodeId value) {
    std::vector<node::Membership::Test> all;
    if (is_range_ahead()) {
        all.push_back(range());
    } else if (accept("(")) {
        do all.push_back(test());
        while (accept(","));
        expect(")");
    } else {
        all.push_back({.sort = node::Membership::Sort::compare, .op = Relation::equal, .a = sum()});
    }
    return builder_.membership(value, std::move(all));
}

node::Membership::Test Parser::test() {
    using Sort = node::Membership::Sort;
    if (is_range_ahead()) return range();
    if (const auto op = relation()) return {.sort = Sort::compare, .op = *op, .a = sum()};
    return {.sort = Sort::compare, .op = Relation::equal, .a = expression()};
}

node::Membership::Test Parser::range() {
    node::Membership::Test found{.sort = node::Membership::Sort::range};
    found.low_open = peek().is("(");
    ++at_;
    found.a = expression();
    expect("..");
    found.b = expression();
    found.high_open = accept(")");
    if (!found.high_open && !accept("]")) lacks({"']' of ')'", "']' or ')'"});
    return found;
}

NodeId Parser::sum() {
    auto left = product();
    for (;;) {
        if (accept("+")) left = builder_.compute(Arithmetic::add, left, product());
        else if (accept("-")) left = builder_.compute(Arithmetic::subtract, left, product());
        else return left;
    }
}

NodeId Parser::product() {
    auto left = power();
    for (;;) {
        if (accept("*")) left = builder_.compute(Arithmetic::multiply, left, power());
        else if (accept("/")) left = builder_.compute(Arithmetic::divide, left, power());
        else return left;
    }
}

NodeId Parser::power() {
    auto left = unary();
    while (accept("**")) left = builder_.compute(Arithmetic::power, left, unary());
    return left;
}

NodeId Parser::unary() {
    const auto offset = peek().offset;
    if (!accept("-")) return path();
    if (!enter()) return 0;
    const auto of = unary();
    --depth_;
    return builder_.negate(of, offset);
}

NodeId Parser::path() {
    auto found = primary();
    for (;;) {
        if (peek().is("[")) {
            found = bracket(found);
        } else if (accept(".")) {
            if (peek().sort != Token::Sort::name) return lacks({"de naam van een veld", "the name of a field"});
            auto offset = peek().offset;
            auto rest = tokens_[at_++].text;
            while (!rest.empty()) {
                const auto head = rest.substr(0, rest.find('.'));
                found = builder_.field(found, std::string(head), offset);
                rest.remove_prefix(std::min(rest.size(), head.size() + 1));
                offset += head.size() + 1;
            }
        } else {
            return found;
        }
    }
}

NodeId Parser::bracket(NodeId list) {
    ++at_;
    const auto offset = peek().offset;
    if (!names_.push({list, {}, element_of(builder_.type(list))})) {
        fail(too_many_bound);
        names_.pop();
        return 0;
    }
    const auto inside = expression();
    const auto local = names_.innermost();
    names_.pop();
    expect("]");
    return builder_.bracket(list, inside, local, offset);
}

NodeId Parser::primary() {
    const auto& token = peek();
    const auto offset = token.offset;
    if (token.sort == Token::Sort::number || token.sort == Token::Sort::string) return literal();
    if (token.is("true") || token.is("false")) {
        ++at_;
        return builder_.constant(token.is("true"), Kind::boolean, offset);
    }
    if (accept("null")) return builder_.constant(Null{}, Kind::any, offset);
    if (token.is("not")) return negation();
    if (token.is("if")) return choice();
    if (token.is("some") || token.is("every")) return quantifier();
    if (token.is("[")) return list();
    if (accept("(")) {
        const auto inside = expression();
        expect(")");
        return inside;
    }
    if (token.sort == Token::Sort::name && !is_keyword(token.text)) return name();
    return lacks({"een waarde, een naam of '('", "a value, a name or '('"});
}

NodeId Parser::literal() {
    const auto& token = peek();
    if (token.sort == Token::Sort::string) {
        ++at_;
        return builder_.constant(token.content, Kind::string, token.offset);
    }
    const auto number = Decimal::parse(token.text);
    if (!number) return fail({"een getal heeft ten hoogste 40 cijfers", "a number has at most 40 digits"});
    ++at_;
    return builder_.constant(*number, Kind::number, token.offset);
}

NodeId Parser::name() {
    const auto first = peek();
    if (peek(1).is("(")) {
        ++at_;
        return call(first.text, first.offset);
    }
    if (peek(1).sort == Token::Sort::name && peek(2).is("(")) {
        const auto both = std::string(first.text) + " " + std::string(peek(1).text);
        if (!is_keyword(peek(1).text) || find_function(both) != nullptr) {  // `months between (` is a call
            at_ += 2;
            return call(both, first.offset);
        }
    }
    ++at_;
    return names_.resolve(first.text, first.offset);
}

NodeId Parser::call(std::string_view name, std::size_t offset) {
    if (name == "given") return given(offset);
    const auto* signature = find_function(name);
    if (signature == nullptr) {
        auto hint = base::did_you_mean(name, signatures, [](const Signature& s) { return s.name; });
        builder_.report(base::both("er is geen functie '{}'", "unknown function '{}'", name), offset, std::move(hint));
    }
    expect("(");
    std::vector<NodeId> arguments;
    if (!accept(")")) {
        do arguments.push_back(expression());
        while (accept(","));
        expect(")");
    }
    if (signature == nullptr) return builder_.add(node::Constant{}, {}, offset);
    return builder_.call(*signature, std::move(arguments), offset);
}

NodeId Parser::given(std::size_t offset) {
    expect("(");
    const auto& token = peek();
    if (token.sort != Token::Sort::name || is_keyword(token.text) || !peek(1).is(")"))
        return lacks({"de naam van een gegeven", "the name of an item"},
                     {"in given(x) staat alleen een naam", "given(x) takes a bare name"});
    at_ += 2;
    Type yes_or_no;
    yes_or_no.kind = Kind::boolean;
    return builder_.add(node::Given{names_.resolve(token.text, token.offset)}, yes_or_no, offset);
}

NodeId Parser::negation() {
    const auto offset = tokens_[at_++].offset;
    expect("(");
    const auto inside = expression();
    expect(")");
    return builder_.negation(inside, offset);
}

NodeId Parser::choice() {
    const auto offset = tokens_[at_++].offset;
    const auto condition = expression();
    expect("then");
    const auto yes = expression();
    expect("else");
    return builder_.choice(condition, yes, expression(), offset);
}

NodeId Parser::quantifier() {
    const auto& token = tokens_[at_++];
    return iterator(token.is("some") ? Quantity::some : Quantity::every, token.offset);
}

/// `x in list, y in other satisfies c` is `x in list satisfies (y in other satisfies c)`.
NodeId Parser::iterator(Quantity op, std::size_t offset) {
    const auto variable = peek();
    if (variable.sort != Token::Sort::name || is_keyword(variable.text) || !is_name(variable.text))
        return lacks({"de naam van een variabele", "the name of a variable"});
    ++at_;
    expect("in");
    node::Quantifier found{op, expression(), 0, 0, std::string(variable.text)};
    const bool room = names_.push({found.list, found.name, element_of(builder_.type(found.list))});
    if (!room) fail(too_many_bound);
    found.local = names_.innermost();
    if (room && accept(",")) {
        found.condition = iterator(op, peek().offset);
    } else {
        expect("satisfies");
        found.condition = expression();
    }
    names_.pop();
    return builder_.quantifier(std::move(found), offset);
}

NodeId Parser::list() {
    const auto offset = tokens_[at_++].offset;
    std::vector<NodeId> items;
    if (!accept("]")) {
        do items.push_back(expression());
        while (accept(","));
        expect("]");
    }
    return builder_.list(std::move(items), offset);
}

bool Parser::accept(std::string_view word) {
    if (!peek().is(word)) return false;
    ++at_;
    return true;
}

void Parser::expect(std::string_view word) {
    if (!accept(word)) lacks(base::both("'{}'", "'{}'", word));
}

std::optional<Relation> Parser::relation() {
    static constexpr std::array<std::pair<std::string_view, Relation>, 6> relations{
        {{"=", Relation::equal},
         {"!=", Relation::not_equal},
         {"<", Relation::less},
         {"<=", Relation::less_equal},
         {">", Relation::greater},
         {">=", Relation::greater_equal}}};
    for (const auto& [symbol, op] : relations)
        if (accept(symbol)) return op;
    return std::nullopt;
}

/// The bracket that comes now closes after a ".." of its own: [18..27), (a + b..c].
bool Parser::is_range_ahead() const {
    if (!peek().is("(") && !peek().is("[")) return false;
    int open = 0;
    for (auto i = at_; i < tokens_.size(); ++i) {
        const auto& token = tokens_[i];
        if (token.is("(") || token.is("[")) ++open;
        if ((token.is(")") || token.is("]")) && --open == 0) return false;
        if (token.is("..") && open == 1) return true;
    }
    return false;
}

/// Keeps the first error and what the types complained of before it, and jumps to the end.
NodeId Parser::fail(Text message, Text hint) {
    if (!errors_) {
        builder_.report(std::move(message), peek().offset, std::move(hint));
        errors_ = builder_.take_errors();
    }
    at_ = tokens_.size() - 1;
    return builder_.add(node::Constant{}, {}, peek().offset);
}

NodeId Parser::lacks(const Text& what, Text hint) {
    return fail(base::both("{} verwacht, {} gevonden", "expected {}, found {}", what, peek().shown()), std::move(hint));
}

bool Parser::enter() {
    if (errors_ || ++depth_ > max_parse_depth) {
        fail({"de uitdrukking is te diep genest", "the expression is nested too deeply"});
        return false;
    }
    return true;
}

}  // namespace samenloop::feel
