#include "report/compare_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace samenloop::report {
namespace {

const Finding& start_of(const Difference& d) { return d.before ? *d.before : *d.after; }

/// New, changed, resolved, unchanged.
int place_of(const Difference* d) {
    if (d == nullptr || d->baseline == Baseline::unchanged) return 3;
    return d->baseline == Baseline::added ? 0 : d->baseline == Baseline::changed ? 1 : 2;
}

int place_of(const CompareRow& row) {
    int first = 3;
    for (const auto* d : row.cells) first = std::min(first, place_of(d));
    return first;
}

bool same(const std::optional<Finding>& a, const std::optional<Finding>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return std::tie(a->code, a->title.nl, a->severity, a->status, a->amounts) ==
           std::tie(b->code, b->title.nl, b->severity, b->status, b->amounts);
}

bool same(const Difference* a, const Difference* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return a->baseline == b->baseline && a->causes == b->causes && a->days.size() == b->days.size() &&
           same(a->before, b->before) && same(a->after, b->after);
}

/// All findings, each in its situation.
std::vector<CompareRow> single_rows(std::span<const Comparison> all) {
    std::vector<CompareRow> rows;
    using Place = std::pair<std::size_t, std::string>;
    std::map<std::pair<Place, std::size_t>, std::size_t> places;
    for (std::size_t option = 0; option < all.size(); ++option) {
        std::map<Place, std::size_t> told;  // one finding may differ in another way on a later day
        for (const auto& d : all[option].differences) {
            const Place place{d.situation, start_of(d).id};
            const auto [at, is_new] = places.try_emplace({place, told[place]++}, rows.size());
            if (is_new) {
                rows.push_back({{d.situation}, std::vector<const Difference*>(all.size()), {}});
                for (const auto& c : all)
                    rows.back().reached.push_back(std::ranges::count(c.untouched, d.situation) == 0);
            }
            rows[at->second].cells[option] = &d;
        }
    }
    return rows;
}

/// New, changed, resolved; the worst first.  Proposals take turns: where room is short, each is told of.
void in_turns(std::vector<CompareRow>& rows, std::size_t proposals) {
    using Key = std::tuple<int, int, std::size_t>;
    std::vector<std::size_t> told(proposals);
    std::vector<std::pair<Key, CompareRow>> ordered;
    for (auto& row : rows) {
        const auto by = std::ranges::find_if(row.cells, [](const Difference* d) { return place_of(d) < 3; });
        const Key key(place_of(row), -row.finding().severity, told[static_cast<std::size_t>(by - row.cells.begin())]++);
        ordered.emplace_back(key, std::move(row));
    }
    std::ranges::stable_sort(ordered, {}, &std::pair<Key, CompareRow>::first);
    std::ranges::transform(ordered, rows.begin(), [](auto& o) { return std::move(o.second); });
}

}  // namespace

const Finding& CompareRow::finding() const {
    return start_of(**std::ranges::find_if(cells, [](const Difference* d) { return d != nullptr; }));
}

std::vector<CompareRow> compare_rows(std::span<const Comparison> all) {
    std::vector<CompareRow> rows;
    for (auto& one : single_rows(all)) {
        if (place_of(one) == 3) continue;
        const auto like = std::ranges::find_if(rows, [&](const CompareRow& row) {
            return row.reached == one.reached &&
                   std::ranges::equal(
                       row.cells, one.cells, [](const Difference* a, const Difference* b) { return same(a, b); });
        });
        if (like == rows.end()) rows.push_back(std::move(one));
        else like->situations.push_back(one.situations.front());
    }
    in_turns(rows, all.size());
    return rows;
}

}  // namespace samenloop::report
