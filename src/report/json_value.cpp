#include "report/json_value.hpp"

#include "base/overloaded.hpp"

namespace samenloop::report {
namespace {

Json list_json(const List& list, const Type* type) {
    auto all = Json::array();
    if (!list.elements) return all;
    for (const auto& each : *list.elements)
        all.push_back(json_of(each, type == nullptr ? nullptr : type->element.get()));
    return all;
}

Json record_json(const Record& record, const Type* type) {
    auto all = Json::object();
    if (!record.fields) return all;
    for (std::size_t i = 0; i < record.fields->size(); ++i) {
        const auto* const field = type != nullptr && i < type->fields.size() ? &type->fields[i] : nullptr;
        all[field == nullptr ? std::to_string(i + 1) : field->first] =
            json_of(record.fields->at(i), field == nullptr ? nullptr : &field->second);
    }
    return all;
}

}  // namespace

Json json_of(const Decimal& number) {
    if (!number.is_integer()) return number.to_double();
    const auto whole = number.to_int();
    return Decimal(whole) == number ? Json(whole) : Json(number.to_double());
}

Json json_of(const Value& value, const Type* type) {
    return std::visit(
        base::overloaded{
            [](const Unknown&) { return Json{{"unknown", true}}; },
            [](const Null&) { return Json(nullptr); },
            [](bool b) { return Json(b); },
            [](const Decimal& d) { return json_of(d); },
            [](const std::shared_ptr<const Range>& r) {
                return Json{
                    {"low", r->low ? json_of(*r->low) : Json()}, {"high", r->high ? json_of(*r->high) : Json()}};
            },
            [](const std::string& s) { return Json(s); },
            [](const Date& d) { return Json(d.to_string()); },
            [](const Duration& d) { return Json(d.to_string()); },
            [&](const List& l) { return list_json(l, type); },
            [&](const Record& r) { return record_json(r, type); },
            [&](const std::shared_ptr<const Polynomial>&) { return Json(to_string(value)); },
            [&](const std::shared_ptr<const MovingDay>&) { return Json(to_string(value)); },
        },
        value.data());
}

}  // namespace samenloop::report
