#include "comparison/borders.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "detect/new_borders.hpp"

namespace samenloop::comparison {
namespace {

constexpr std::size_t households_looked_at = 3;
constexpr std::size_t borders_told = 6;
constexpr std::int64_t furthest_income = 60000;  // eur/year
constexpr std::int64_t furthest_assets = 200000;
constexpr std::int64_t youngest = 18;
constexpr std::int64_t oldest = 100;

/// The slots that what a proposal touches can make a border of: all that its rules, and those that read what they
/// define, rest on.
class Within {
  public:
    Within(const engine::Program& program, const Amended& amended) : program_(program) {
        std::set<std::string> touched;
        for (const auto& m : amended.modifications) touched.insert(m.touches.begin(), m.touches.end());
        const auto& base = *program.base;
        for (Index r = 0; r < base.rules.size(); ++r)
            if (touched.contains("rule:" + base.rules[r].id)) up(r);
        for (Slot s = 0; s < base.items.size(); ++s)
            if (touched.contains("item:" + base.items[s].id)) readers(s);
    }

    bool contains(Slot s) const { return slots_.contains(s); }

  private:
    void up(Index r) {
        if (!rules_.insert(r).second) return;
        for (const auto s : program_.reads[r]) down(s);
        for (const auto& effect : program_.base->rules[r].effects)
            if (effect.kind == EffectKind::define) readers(effect.item);
    }

    void readers(Slot s) {
        if (!read_.insert(s).second) return;
        for (const auto r : program_.readers[s]) up(r);
        for (const auto f : program_.fallback_readers[s]) readers(f);
    }

    void down(Slot s) {
        if (!slots_.insert(s).second) return;
        if (const auto& fallback = program_.base->items[s].fallback)
            for (const auto& read : fallback->reads()) down(read.slot);
        const auto o = program_.object_of_slot[s];
        if (o == none) return;
        for (const auto a : program_.objects[o].arguments)
            for (const auto below : program_.reads[program_.arguments[a].rule]) down(below);
    }

    const engine::Program& program_;
    std::set<Index> rules_;
    std::set<Slot> read_;
    std::set<Slot> slots_;
};

struct Stretch {
    Decimal low;
    Decimal high;
};

std::optional<Stretch> stretch_of(const RuleBase& base, Slot s, const Decimal& x) {
    const auto& item = base.items[s];
    if (detect::goes_by_years(base, s)) return Stretch{Decimal(youngest), Decimal(oldest)};
    if (item.assets) return Stretch{Decimal(0), std::max(x + x, Decimal(furthest_assets))};
    if (!item.earnings || x <= Decimal(0)) return std::nullopt;
    return Stretch{Decimal(0), std::max(x + x, Decimal(furthest_income) / detect::yearly_factor(base, s))};
}

Decimal gap_between(const Decimal& a, const Decimal& b) { return a < b ? b - a : a - b; }

class BorderSearch {
  public:
    BorderSearch(Comparison& c, const AmendmentCache& laws, std::span<const SituationDay> reached)
        : c_(c), laws_(laws), reached_(reached) {
        const auto* norm = c.after().norm("im2.threshold_year");
        least_ = norm != nullptr ? norm->value : Decimal(600);
    }

    void run() {
        for (std::size_t i = 0; i < std::min(reached_.size(), households_looked_at); ++i) look(reached_[i]);
        for (auto& b : c_.borders) nearest(b);
        std::ranges::stable_sort(c_.borders, [](const BillBorder& a, const BillBorder& b) {
            return std::tuple(!a.near, a.item, a.at) < std::tuple(!b.near, b.item, b.at);
        });
        if (c_.borders.size() > borders_told) c_.borders.resize(borders_told);
    }

  private:
    void look(const SituationDay& at) {
        const auto then = laws_.situation(c_.before, at.situation, at.day);
        const auto now = laws_.situation(c_.after(), at.situation, at.day);
        if (!then || !now) return;
        const auto& program = laws_.calendar_after().on(at.day);
        const engine::Yardstick yardstick(laws_.calendar_before(), *then, c_.after(), *now, {});
        auto e = engine::evaluate(program, *now, engine::World::law);
        e.yardstick = &yardstick;
        const Within within(program, c_.amended);
        for (Slot s = 0; s < e.facts.size(); ++s) {
            const auto* x = e.facts[s].get<Decimal>();
            if (x == nullptr || !within.contains(s)) continue;
            const auto stretch = stretch_of(c_.after(), s, *x);
            if (!stretch) continue;
            for (const auto& b : detect::new_borders(e, {s, 0, 0}, stretch->low, stretch->high, least_)) add(s, b);
        }
    }

    void add(Slot s, const detect::NewBorder& b) {
        const auto same = [&](const BillBorder& other) {
            return other.item == s && gap_between(other.at, b.at) < Decimal(1);
        };
        if (std::ranges::none_of(c_.borders, same)) c_.borders.push_back({s, b.at, b.before, b.after, 0, {}, false});
    }

    /// Of all situations that the proposal reaches.
    void nearest(BillBorder& b) {
        bool found = false;
        for (const auto& at : reached_) {
            const auto now = laws_.situation(c_.after(), at.situation, at.day);
            const auto* x = now ? now->facts[b.item].get<Decimal>() : nullptr;
            if (x == nullptr || (found && gap_between(*x, b.at) >= gap_between(b.value, b.at))) continue;
            found = true;
            b.situation = at.situation;
            b.value = *x;
        }
        b.near = found &&
                 detect::comes_near(c_.after(), b.item, b.value, {b.at, b.at - Decimal(1), b.at, b.before, b.after});
    }

    Comparison& c_;
    const AmendmentCache& laws_;
    std::span<const SituationDay> reached_;
    Decimal least_;
};

}  // namespace

void find_borders(Comparison& c, const AmendmentCache& laws, std::span<const SituationDay> reached) {
    BorderSearch(c, laws, reached).run();
}

}  // namespace samenloop::comparison
