// Any bytes as an expression over a few names.  What parses is printed and parsed again to the same text, and evaluated
// with everything unknown, with plain facts and on a piece of a line: it must answer, and what is certain while facts
// are unknown must stay so once they are known.

#include <cstdint>

#include "feel/body.hpp"
#include "samenloop/expression.hpp"

using namespace samenloop;

namespace {

Type kind(Kind k, std::string unit = {}) {
    Type t;
    t.kind = k;
    t.unit = std::move(unit);
    return t;
}

struct Names {
    std::map<std::string, Symbol, std::less<>> all;
    std::vector<std::string> by_slot;
    std::vector<Value> plain;

    void add(const std::string& name, Type type, Value value) {
        all[name] = {static_cast<Slot>(by_slot.size()), std::move(type)};
        by_slot.push_back(name);
        plain.push_back(std::move(value));
    }
};

Names make() {
    Names n;
    n.add("ok", kind(Kind::boolean), Value(true));
    n.add("p.age", kind(Kind::number, "year"), Value(Decimal(26)));
    n.add("wage", kind(Kind::number, "eur/month"), Value(Decimal(1345)));
    n.add("year.income", kind(Kind::number, "eur/year"), Value(Decimal(16000)));
    n.add("town", kind(Kind::string), Value(std::string("A")));
    n.add("since", kind(Kind::date), Value(*Date::from_civil(2025, 1, 31)));
    n.add("wait", kind(Kind::duration), Value(Duration{1, 0}));
    Type kid = kind(Kind::record);
    kid.fields = {{"age", kind(Kind::number, "year")}, {"home", kind(Kind::boolean)}};
    Type kids = kind(Kind::list);
    kids.element = std::make_shared<const Type>(kid);
    n.add("kids", kids, *parse_literal("[{age: 3, home: true}, {age: 19, home: false}]", kids));
    Type towns = kind(Kind::list);
    towns.element = std::make_shared<const Type>(kind(Kind::string));
    n.add("towns", towns, *parse_literal("[\"A\", \"B\"]", towns));
    return n;
}

void demand(bool holds) {
    if (!holds) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Names names = make();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Scope scope{&names.all, {}};
    const auto e = Expression::parse(text, scope, Type());
    if (!e) {
        for (const auto& d : e.error()) demand(d.offset <= size && !d.message.en.empty());
        return 0;
    }
    const auto name_of = [&](Slot s) { return names.by_slot[s]; };
    const auto printed = to_string(*e, name_of);
    const auto again = Expression::parse(printed, scope, Type());
    demand(again.has_value() && to_string(*again, name_of) == printed);

    const std::vector<Value> nothing(names.plain.size());
    const auto unknown = evaluate(*e, {nothing, {}});
    const auto known = evaluate(*e, {names.plain, {}});
    if (unknown.truth() != Truth::unknown) demand(known.truth() == unknown.truth());
    return 0;
}
