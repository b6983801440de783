#include "samenloop/decimal.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/big_decimal.hpp"

// Nearly every amount is a whole number of cents or of ten-thousandths: a word and the place of the point, on which a
// sum costs an addition.  What does not fit, as a third of an amount, is kept by Boost.  A number that fits is never
// kept large, so that the two forms of a number are never compared for equality.

namespace samenloop {

struct Decimal::Large {
    base::big::Number number;
};

struct DecimalAccess {
    static base::big::Number large(const Decimal& d) {
        return d.large_ ? d.large_->number : base::big::scaled(d.whole_, d.scale_);
    }
    static Decimal make(const base::big::Number& n) {
        if (const auto small = base::big::as_scaled(n, Decimal::most_digits)) return make(small->first, small->second);
        Decimal d;
        d.large_ = std::make_shared<const Decimal::Large>(Decimal::Large{n});
        return d;
    }
    static Decimal make(std::int64_t whole, int scale) {
        Decimal d;
        d.whole_ = whole;
        d.scale_ = static_cast<std::uint8_t>(scale);
        return d;
    }
};

}  // namespace samenloop

namespace samenloop::base {

namespace {

__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): two words, what two words multiplied come to

constexpr int max_digits = 40;  // that are read
constexpr Wide largest = std::numeric_limits<std::int64_t>::max();

constexpr auto powers = [] {
    std::array<std::int64_t, 19> all{1};
    for (std::size_t i = 1; i < all.size(); ++i) all[i] = all[i - 1] * 10;
    return all;
}();

std::int64_t power(int n) { return powers[static_cast<std::size_t>(n)]; }

bool fits(Wide whole, int scale) { return whole <= largest && whole >= -largest - 1 && scale < int{powers.size()}; }

/// Without the zeros at its end, if it does not fit with them; nullopt if it does not fit at all.
std::optional<Decimal> small(Wide whole, int scale) {
    while (!fits(whole, scale) && scale > 0 && whole % 10 == 0) {
        whole /= 10;
        --scale;
    }
    if (!fits(whole, scale)) return std::nullopt;
    return DecimalAccess::make(static_cast<std::int64_t>(whole), scale);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "[-]digits[.digits]" with at most 40 digits.
bool is_plain_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto fraction = point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
    return !whole.empty() && !fraction.empty() && std::ranges::all_of(whole, is_digit) &&
           std::ranges::all_of(fraction, is_digit) &&
           text.size() <= max_digits + (point != std::string_view::npos ? 1U : 0U);
}

/// The whole part of the quotient, half away from zero.
std::int64_t rounded_quotient(std::int64_t whole, std::int64_t by) {
    const auto quotient = whole / by;
    const auto rest = whole % by;
    if (rest >= by - by / 2) return quotient + 1;
    if (-rest >= by - by / 2) return quotient - 1;
    return quotient;
}

}  // namespace

}  // namespace samenloop::base

namespace samenloop {

std::optional<Decimal> Decimal::parse(std::string_view text) {
    if (!base::is_plain_number(text)) return std::nullopt;
    return DecimalAccess::make(base::big::Number(std::string(text)));
}

Decimal Decimal::rounded(int digits) const {
    if (large_ || digits < 0) return DecimalAccess::make(base::big::rounded(DecimalAccess::large(*this), digits));
    if (scale_ <= digits) return *this;
    return DecimalAccess::make(base::rounded_quotient(whole_, base::power(scale_ - digits)), digits);
}

Decimal Decimal::floor() const {
    if (is_integer()) return *this;
    if (!large_) return {whole_ / base::power(scale_) - (whole_ < 0 ? 1 : 0)};
    const auto part = base::big::whole_part(large_->number);
    return DecimalAccess::make(large_->number.backend().isneg() ? part - 1 : part);
}

Decimal Decimal::ceiling() const { return -(-*this).floor(); }

Decimal Decimal::sqrt() const { return DecimalAccess::make(base::big::square_root(DecimalAccess::large(*this))); }

bool Decimal::is_integer() const {
    return large_ ? large_->number.backend().isint() : scale_ == 0 || whole_ % base::power(scale_) == 0;
}

int Decimal::magnitude() const {
    if (large_) return static_cast<int>(large_->number.backend().order());
    if (whole_ == 0) return 0;
    int digits = 0;
    for (auto rest = whole_; rest != 0; rest /= 10) ++digits;
    return digits - 1 - scale_;
}

std::int64_t Decimal::to_int() const {
    if (!large_) return whole_ / base::power(scale_);
    if (*this >= Decimal(std::numeric_limits<std::int64_t>::max())) return std::numeric_limits<std::int64_t>::max();
    if (*this <= Decimal(std::numeric_limits<std::int64_t>::min())) return std::numeric_limits<std::int64_t>::min();
    return base::big::whole_part(large_->number).convert_to<std::int64_t>();
}

double Decimal::to_double() const { return DecimalAccess::large(*this).convert_to<double>(); }

std::string Decimal::to_string() const {
    if (large_) return base::big::to_string(large_->number);
    auto digits = std::to_string(whole_);
    if (whole_ < 0) digits.erase(0, 1);
    if (scale_ > 0) {
        if (digits.size() <= scale_) digits.insert(0, scale_ + 1 - digits.size(), '0');
        digits.insert(digits.size() - scale_, ".");
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.ends_with('.')) digits.pop_back();
    }
    return (whole_ < 0 ? "-" : "") + digits;
}

Decimal Decimal::operator-() const {
    if (!large_)
        if (const auto d = base::small(-base::Wide{whole_}, scale_)) return *d;
    return DecimalAccess::make(-DecimalAccess::large(*this));
}

Decimal& Decimal::operator+=(const Decimal& other) {
    if (!large_ && !other.large_) {
        const auto scale = std::max(scale_, other.scale_);
        const auto sum = base::Wide{whole_} * base::power(scale - scale_) +
                         base::Wide{other.whole_} * base::power(scale - other.scale_);
        if (const auto d = base::small(sum, scale)) return *this = *d;
    }
    return *this = DecimalAccess::make(DecimalAccess::large(*this) + DecimalAccess::large(other));
}

Decimal& Decimal::operator-=(const Decimal& other) { return *this += -other; }

Decimal& Decimal::operator*=(const Decimal& other) {
    if (!large_ && !other.large_)
        if (const auto d = base::small(base::Wide{whole_} * other.whole_, scale_ + other.scale_)) return *this = *d;
    return *this = DecimalAccess::make(DecimalAccess::large(*this) * DecimalAccess::large(other));
}

Decimal& Decimal::operator/=(const Decimal& other) {
    constexpr int more = 4;  // digits that a quotient of amounts may have more than the amount: a quarter, a sixteenth
    if (!large_ && !other.large_ && other.scale_ + more < int{base::powers.size()}) {
        const auto up = base::Wide{whole_} * base::power(other.scale_ + more);
        if (up % other.whole_ == 0)
            if (const auto d = base::small(up / other.whole_, scale_ + more)) return *this = *d;
    }
    return *this = DecimalAccess::make(base::big::quotient(DecimalAccess::large(*this), DecimalAccess::large(other)));
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
    if (large_ || other.large_) return DecimalAccess::large(*this).compare(DecimalAccess::large(other)) <=> 0;
    if (scale_ == other.scale_) return whole_ <=> other.whole_;
    const auto scale = std::max(scale_, other.scale_);
    return base::Wide{whole_} * base::power(scale - scale_) <=>
           base::Wide{other.whole_} * base::power(scale - other.scale_);
}

bool Decimal::operator==(const Decimal& other) const {
    if (static_cast<bool>(large_) != static_cast<bool>(other.large_)) return false;
    return (*this <=> other) == std::strong_ordering::equal;
}

}  // namespace samenloop
