#pragma once
// Recursive descent over the tokens of one expression; the grammar, loosest first:
//
//   expression  = conjunction ("or" conjunction)*
//   conjunction = comparison ("and" comparison)*
//   comparison  = sum [relation sum | "between" sum "and" sum | "in" tests]
//   tests       = range | "(" test ("," test)* ")" | sum
//   test        = range | relation sum | expression
//   range       = ("[" | "(") expression ".." expression ("]" | ")")
//   sum         = product (("+" | "-") product)*
//   product     = power (("*" | "/") power)*
//   power       = unary ("**" unary)*
//   unary       = "-" unary | path
//   path        = primary ("[" expression "]" | "." name)*
//   primary     = number | string | true | false | null | name | call | "not" "(" expression ")" | "(" expression ")"
//               | "[" [expression ("," expression)*] "]" | "if" … "then" … "else" … | ("some" | "every") …

#include "lexer.hpp"
#include "names.hpp"

namespace samenloop::feel {

class Parser {
  public:
    Parser(std::vector<Token> tokens, const Scope& scope);

    Result<Expression::Body> run(const Type& wanted);

  private:
    NodeId expression();
    NodeId disjunction();
    NodeId conjunction();
    NodeId comparison();
    NodeId tests(NodeId value);
    node::Membership::Test test();
    node::Membership::Test range();
    NodeId sum();
    NodeId product();
    NodeId power();
    NodeId unary();
    NodeId path();
    NodeId bracket(NodeId list);
    NodeId primary();
    NodeId literal();
    NodeId name();
    NodeId call(std::string_view name, std::size_t offset);
    NodeId given(std::size_t offset);
    NodeId negation();
    NodeId choice();
    NodeId quantifier();
    NodeId iterator(Quantity op, std::size_t offset);
    NodeId list();

    const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
    bool accept(std::string_view word);
    void expect(std::string_view word);
    std::optional<Relation> relation();
    bool is_range_ahead() const;
    NodeId fail(Text message, Text hint = {});
    /// Fails at the next token, which is not what had to stand there.
    NodeId lacks(const Text& what, Text hint = {});
    bool enter();

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    unsigned depth_ = 0;
    Builder builder_;
    Names names_;
    std::optional<Diagnostics> errors_;  // set by the first error of the grammar, which ends the reading
};

}  // namespace samenloop::feel
