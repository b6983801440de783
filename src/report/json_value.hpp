#pragma once
// A value as JSON: a decimal is a number; what is no JSON value is an object with one key or two: {"unknown": true},
// {"low": 1, "high": 2}.

#include <nlohmann/json.hpp>

#include "samenloop/expression.hpp"

namespace samenloop::report {

using Json = nlohmann::ordered_json;

Json json_of(const Decimal& number);
/// The type names the fields of records; null when it is not known.
Json json_of(const Value& value, const Type* type);

template <class Things, class One>
Json json_list(const Things& things, One one) {
    auto all = Json::array();
    for (const auto& t : things) all.push_back(one(t));
    return all;
}

}  // namespace samenloop::report
