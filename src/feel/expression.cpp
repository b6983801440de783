#include "samenloop/expression.hpp"

#include "../base/both.hpp"
#include "body.hpp"
#include "combinations.hpp"
#include "parser.hpp"

namespace samenloop {

namespace feel {
namespace {

Text too_many_combinations() {
    return base::both(
        "te veel rekenwerk: lijsten in elkaar met meer dan {} combinaties",
        "too much to work out: lists inside one another with more than {} combinations", most_combinations);
}

}  // namespace
}  // namespace feel

Expression::Expression() : body_(std::make_shared<const Body>()) {}

Result<Expression> Expression::parse(std::string_view text, const Scope& scope, const Type& wanted) {
    auto tokens = feel::tokenize(text);
    if (!tokens) return tl::unexpected(std::move(tokens.error()));
    auto body = feel::Parser(std::move(*tokens), scope).run(wanted);
    if (!body) return tl::unexpected(std::move(body.error()));
    if (feel::combinations(*body) > feel::most_combinations)
        return tl::unexpected(Diagnostics{
            {feel::too_many_combinations(),
             {"gebruik minder lijsten, of min, max, count en sum",
              "say it with fewer lists, or with min, max, count and sum"},
             0,
             nullptr}});
    return of(std::move(*body));
}

Expression Expression::of(Body body) {
    feel::analyse_reads(body);
    Expression e;
    e.body_ = std::make_shared<const Body>(std::move(body));
    return e;
}

const Type& Expression::type() const {
    static const Type none;
    return empty() ? none : body_->types.back();
}

const std::vector<Read>& Expression::reads() const { return body_->reads; }
const std::vector<LocalRead>& Expression::local_reads() const { return body_->local_reads; }
bool Expression::empty() const { return body_->empty(); }

}  // namespace samenloop
