#include "detect/new_borders.hpp"

#include <set>

namespace samenloop::detect {
namespace {

const Decimal border_cent = Decimal(1) / Decimal(100);

/// Asks both laws what is left with the fact at a value.
class BothLaws {
  public:
    BothLaws(const engine::Evaluation& after, const model::Path& path)
        : after_(after), path_(path), before_(after.yardstick->before(after)) {
        path_before_ = {after.yardstick->item(path.slot), path.element, path.field};
    }

    std::optional<Decimal> lost_before(const Decimal& good, const Decimal& bad) const {
        if (path_before_.slot == none) return Decimal(0);
        return lost(before_, path_before_, good, bad);
    }

    std::optional<Decimal> lost_after(const Decimal& good, const Decimal& bad) const {
        return lost(after_, path_, good, bad);
    }

  private:
    static std::optional<Decimal> lost(const engine::Evaluation& e, const model::Path& path, const Decimal& good,
                                       const Decimal& bad) {
        const auto with = engine::disposable_at(e, path, good);
        const auto without = engine::disposable_at(e, path, bad);
        return with && without ? std::optional(*with - *without) : std::nullopt;
    }

    const engine::Evaluation& after_;
    model::Path path_;
    engine::Evaluation before_;
    model::Path path_before_;
};

void add_if_new(std::vector<NewBorder>& all, const BothLaws& laws, NewBorder border, const Decimal& least) {
    const auto before = laws.lost_before(border.good, border.bad);
    if (!before || *before >= least) return;                      // there was one already
    border.before = *before < Decimal(1) ? Decimal(0) : *before;  // under a euro a year it is the slope
    all.push_back(border);
}

/// Whole years on both sides of a break of the curve.
std::vector<NewBorder> by_years(const BothLaws& laws, const engine::Curve& c, const Decimal& low, const Decimal& high,
                                const Decimal& least) {
    std::set<std::int64_t> ages;
    for (const auto& piece : c.pieces) {
        const auto age = piece.high.to_int();
        ages.insert({age, age + 1});
    }
    std::vector<NewBorder> all;
    for (const auto age : ages) {
        const Decimal bad(age);
        const auto good = bad - Decimal(1);
        if (good < low || bad > high) continue;
        const auto after = laws.lost_after(good, bad);
        if (after && *after >= least) add_if_new(all, laws, {bad, good, bad, {}, *after}, least);
    }
    return all;
}

}  // namespace

std::vector<NewBorder> new_borders(const engine::Evaluation& after, const model::Path& path, const Decimal& low,
                                   const Decimal& high, const Decimal& least) {
    if (after.yardstick == nullptr || low >= high) return {};
    const auto& c = engine::curve(after, path, low, high);
    const BothLaws laws(after, path);
    if (goes_by_years(after.base(), path.slot)) return by_years(laws, c, low, high, least);
    std::vector<NewBorder> all;
    for (std::size_t i = 0; i + 1 < c.pieces.size(); ++i) {
        const auto x = c.pieces[i].high;
        const auto left = engine::at(c.pieces[i].disposable, x);
        const auto right = engine::at(c.pieces[i + 1].disposable, x);
        if (!left || !right || *left - *right < least) continue;
        add_if_new(all, laws, {x, x - border_cent, x + border_cent, {}, *left - *right}, least);
    }
    return all;
}

bool goes_by_years(const RuleBase& base, Slot item) { return base.items[item].type.unit == "year"; }

Decimal yearly_factor(const RuleBase& base, Slot item) {
    return Decimal(base.items[item].type.unit == "eur/month" ? 12 : 1);
}

bool comes_near(const RuleBase& base, Slot item, const Decimal& x, const NewBorder& border) {
    if (goes_by_years(base, item)) return x == border.good || x == border.bad;
    const auto distance = x < border.at ? border.at - x : x - border.at;
    return distance * yearly_factor(base, item) <= border.after;
}

}  // namespace samenloop::detect
