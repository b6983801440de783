// Decimals against exact fractions: numbers that fit into a word, that just do, and that do not.

#include "samenloop/decimal.hpp"

#include <random>

#include <boost/multiprecision/cpp_int.hpp>
#include <catch2/catch.hpp>

using samenloop::Decimal;
using Fraction = boost::multiprecision::cpp_rational;
using Whole = boost::multiprecision::cpp_int;

namespace {

Fraction exact(const std::string& text) {
    const auto point = text.find('.');
    auto digits = text;
    Whole scale = 1;
    if (point != std::string::npos) {
        scale = boost::multiprecision::pow(Whole(10), static_cast<unsigned>(text.size() - point - 1));
        digits.erase(point, 1);
    }
    const bool negative = digits.starts_with('-');
    if (negative) digits.erase(0, 1);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    const Fraction f(Whole(digits), scale);
    return negative ? Fraction(-f) : f;
}

Fraction exact(const Decimal& d) { return exact(d.to_string()); }

std::string random_number(std::mt19937& random) {
    const auto pick = [&](int most) { return std::uniform_int_distribution<>(0, most)(random); };
    std::string text = pick(2) == 0 ? "-" : "";
    const auto digits = [&](int n) {
        for (int i = 0; i < n; ++i) text += static_cast<char>('0' + (pick(3) == 0 ? 0 : pick(9)));
    };
    digits(1 + (pick(3) == 0 ? pick(19) : pick(5)));
    if (pick(1) == 0) {
        text += '.';
        digits(1 + (pick(3) == 0 ? pick(18) : pick(3)));
    }
    return text;
}

Decimal number(const std::string& text) { return Decimal::parse(text).value(); }

std::vector<std::string> at_the_edge() {
    return {"9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "9.223372036854775807",
            "9.3000000000000000000",
            "0.000000000000000001",
            "0.0000000000000000001",
            "922337203685477580.7",
            "0",
            "-0",
            "1",
            "10",
            "100.00",
            "-0.5"};
}

void compare_all(const std::string& a, const std::string& b) {
    INFO(a << " and " << b);
    const auto x = number(a);
    const auto y = number(b);
    const auto ex = exact(a);
    const auto ey = exact(b);
    CHECK(exact(x) == ex);
    CHECK(exact(x + y) == ex + ey);
    CHECK(exact(x - y) == ex - ey);
    CHECK(exact(-x) == -ex);
    CHECK((x < y) == (ex < ey));
    CHECK((x == y) == (ex == ey));
    CHECK((x + y) - y == x);
    if (ey != 0) CHECK((x * y) / y == x);
}

}  // namespace

TEST_CASE("decimals: sums, differences and comparisons are exact, whatever the size") {
    std::mt19937 random(20261128);
    auto edge = at_the_edge();
    for (const auto& a : edge)
        for (const auto& b : edge) compare_all(a, b);
    for (int i = 0; i < 4000; ++i) compare_all(random_number(random), random_number(random));
}

TEST_CASE("decimals: products are exact") {
    std::mt19937 random(7);
    for (int i = 0; i < 4000; ++i) {
        const auto a = random_number(random);
        const auto b = random_number(random);
        if (a.size() + b.size() > 50) continue;  // more digits than are printed
        INFO(a << " times " << b);
        CHECK(exact(number(a) * number(b)) == exact(a) * exact(b));
    }
}

TEST_CASE("decimals: rounding is half away from zero, floor and ceiling enclose") {
    std::mt19937 random(8);
    for (int i = 0; i < 4000; ++i) {
        const auto text = random_number(random);
        INFO(text);
        const auto d = number(text);
        const auto f = exact(text);
        CHECK(exact(d.floor()) <= f);
        CHECK(f < exact(d.floor()) + 1);
        CHECK(exact(d.ceiling()) >= f);
        CHECK(d.is_integer() == (denominator(f) == 1));
        const auto cents = exact(d.rounded(2)) * 100;
        CHECK(denominator(cents) == 1);
        const Fraction away = abs(cents - f * 100);
        CHECK(away <= Fraction(1, 2));
        if (away == Fraction(1, 2)) CHECK(abs(cents) > abs(f * 100));
    }
    CHECK(number("961.035").rounded(2) == number("961.04"));
    CHECK(number("-961.035").rounded(2) == number("-961.04"));
    CHECK(number("1234").rounded(-2) == Decimal(1200));
}

TEST_CASE("decimals: a quotient is exact where it has an end, else right to fifty digits") {
    CHECK(Decimal(10) / Decimal(4) == number("2.5"));
    CHECK(Decimal(1) / Decimal(1024) == number("0.0009765625"));
    CHECK((Decimal(1) / Decimal(3)).to_string() == "0." + std::string(50, '3'));
    CHECK((Decimal(200) / Decimal(3)).rounded(2) == number("66.67"));
    CHECK(Decimal(2).sqrt().to_string().starts_with("1.41421356237309504880168872420969807856967187537"));
    CHECK(Decimal(9).sqrt() == Decimal(3));
}

TEST_CASE("decimals: the shortest plain notation, and the place of the first digit") {
    CHECK(number("0.13700").to_string() == "0.137");
    CHECK(number("-0.050").to_string() == "-0.05");
    CHECK(number("100").to_string() == "100");
    CHECK(number("-0").to_string() == "0");
    CHECK(Decimal(std::numeric_limits<std::int64_t>::min()).to_string() == "-9223372036854775808");
    CHECK(number("345.67").magnitude() == 2);
    CHECK(number("0.05").magnitude() == -2);
    CHECK(Decimal(0).magnitude() == 0);
    CHECK(number("99999999999999999999").to_int() == std::numeric_limits<std::int64_t>::max());
    CHECK_FALSE(Decimal::parse("1e3"));
    CHECK_FALSE(Decimal::parse("1."));
    CHECK_FALSE(Decimal::parse(std::string(41, '1')));
}
