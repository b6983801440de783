#pragma once
// What an item or an expression can be worth.  Unknown is a value of its own, and so is null:
// Unknown = nobody said; Null = it was said that there is none.

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "samenloop/date.hpp"
#include "samenloop/decimal.hpp"

namespace samenloop {

enum class Truth : std::uint8_t { no, unknown, yes };
Truth operator!(Truth a);
Truth operator&&(Truth a, Truth b);  // strong Kleene
Truth operator||(Truth a, Truth b);

struct Unknown {
    bool operator==(const Unknown&) const = default;
};
struct Null {
    bool operator==(const Null&) const = default;
};

/// A number of which only bounds are known; an absent bound is infinite.
struct Range {
    std::optional<Decimal> low;
    std::optional<Decimal> high;
    bool operator==(const Range&) const = default;
};

/// The piece (low, high) of the line on which a curve is being computed.  Each comparison of polynomials that changes
/// its answer inside the piece moves `high` down to the crossing, so that on what is left every answer is constant.
struct Piece {
    Decimal low;
    Decimal high;
};

/// c[0] + c[1] x + c[2] x^2 on a piece; x is the item the curve runs over.
struct Polynomial {
    std::vector<Decimal> c;
    Piece* piece = nullptr;
    bool operator==(const Polynomial& o) const { return c == o.c; }
};

/// The days [from, to) on which every answer about a moving day is the same; whoever asks moves `to` down.
struct DaySpan {
    Date from;
    Date to;
};

/// The day of analysis while time runs, and what is counted from it (see feel/moving_day.hpp).
struct MovingDay {
    std::vector<Duration> shifts;  // applied to the day of analysis, one after the other
    std::shared_ptr<DaySpan> span;
    bool operator==(const MovingDay& o) const { return shifts == o.shifts && span == o.span; }
};

class Value;
/// The fields of one list element, in the order of its type; lists and contexts are shared, never changed.
using Context = std::shared_ptr<const std::vector<Value>>;
struct List {
    std::shared_ptr<const std::vector<Value>> elements;
    bool operator==(const List& o) const;
};
struct Record {
    Context fields;
    bool operator==(const Record& o) const;
};

class Value {
  public:
    // What is large or seldom is shared: a rule base holds thousands of values, and a what-if copies them by the page.
    using Data =
        std::variant<Unknown, Null, bool, Decimal, std::shared_ptr<const Range>, std::shared_ptr<const Polynomial>,
                     std::string, Date, Duration, List, Record, std::shared_ptr<const MovingDay>>;
    Value() = default;
    template <class T>
        requires(!std::is_same_v<std::remove_cvref_t<T>, Value> && std::is_constructible_v<Data, T &&>)
    Value(T&& v) : data_(std::forward<T>(v)) {}  // NOLINT(google-explicit-constructor)

    Value(Range r) : data_(std::make_shared<const Range>(std::move(r))) {}  // NOLINT(google-explicit-constructor)

    static Value from(Truth t);

    const Data& data() const { return data_; }
    template <class T>
    const T* get() const {
        if constexpr (std::is_same_v<T, Range>) {
            const auto* shared = std::get_if<std::shared_ptr<const Range>>(&data_);
            return shared == nullptr ? nullptr : shared->get();
        } else {
            return std::get_if<T>(&data_);
        }
    }
    bool is_unknown() const { return std::holds_alternative<Unknown>(data_); }
    bool is_null() const { return std::holds_alternative<Null>(data_); }
    /// A boolean's truth; everything else is unknown.
    Truth truth() const;
    /// Lower and upper bound of a number (equal when it is exact); {nullopt, nullopt} when nothing is known.
    Range bounds() const;

    bool operator==(const Value& other) const;

  private:
    Data data_;
};

/// FEEL notation: 1345.45, "woon", true, date("2025-01-15"), null, unknown, [1, 2], {age: 3}.
std::string to_string(const Value& v);

/// The smallest value that covers both: equal values stay, numbers become a Range, all else Unknown.
Value hull(const Value& a, const Value& b);

}  // namespace samenloop
