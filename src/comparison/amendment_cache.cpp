#include "comparison/amendment_cache.hpp"

#include <algorithm>
#include <array>

#include "base/parallel.hpp"
#include "detect/check_under.hpp"
#include "engine/disposable.hpp"
#include "feel/number.hpp"
#include "model/days.hpp"
#include "samenloop/read.hpp"

namespace samenloop::comparison {
namespace {

constexpr std::size_t parts_kept = 64;

}  // namespace

Part AmendmentCache::only(const std::vector<std::size_t>& modifications) const {
    auto part = none();
    for (const auto m : modifications) part[m] = true;
    return part;
}

const Calendar* AmendmentCache::calendar_with(const Part& part) {
    const auto counts = [](bool b) { return b; };
    if (std::ranges::none_of(part, counts)) return &calendar_;
    if (std::ranges::all_of(part, counts)) return &calendar_after_;
    auto [at, is_new] = amended_.try_emplace(part);
    if (is_new) {
        auto some = proposal_;
        some.modifications.clear();
        for (std::size_t i = 0; i < part.size(); ++i)
            if (part[i]) some.modifications.push_back(proposal_.modifications[i]);
        const auto carried = [](const Item& i) { return i.carried_from.has_value(); };
        if (auto made = amend(sources_, some)) {
            if (std::ranges::any_of(after_.items, carried)) carry_amounts_forward(made->rules);
            at->second = std::make_unique<const Law>(std::move(made->rules));
        }
    }
    return at->second == nullptr ? nullptr : &at->second->calendar;
}

const RuleBase* AmendmentCache::with(const Part& part) {
    const auto* law = calendar_with(part);
    return law == nullptr ? nullptr : &law->base();
}

std::optional<Situation> AmendmentCache::situation(const RuleBase& rules, std::size_t s, Date day) const {
    if (&rules == &before_) return model::on_day(rules, situations_[s], day);
    auto again = read_situation(situations_[s].source, rules);
    return again ? std::optional(model::on_day(rules, std::move(*again), day)) : std::nullopt;
}

const Report* AmendmentCache::report(const Part& part, std::size_t s, Date day) {
    const auto* law = calendar_with(part);
    if (law == nullptr) return nullptr;
    auto [at, is_new] = reports_.try_emplace({part, s, day});
    CheckOptions options;
    options.ways_out = options.facts = law == &calendar_ || law == &calendar_after_;
    if (is_new)
        if (const auto there = situation(law->base(), s, day)) at->second = report_of(*law, *there, s, day, options);
    return at->second ? &*at->second : nullptr;
}

void AmendmentCache::look_at_both(std::size_t s, Date day) {
    const std::array parts{none(), all()};
    const std::array laws{&calendar_, &calendar_after_};
    std::array<std::optional<Situation>, 2> there;
    for (std::size_t k = 0; k < parts.size(); ++k)
        if (!reports_.contains({parts[k], s, day})) there[k] = situation(laws[k]->base(), s, day);
    std::array<std::optional<Report>, 2> found;
    base::in_parallel(parts.size(), [&](std::size_t k) {
        if (there[k]) found[k] = report_of(*laws[k], *there[k], s, day);
    });
    for (std::size_t k = 0; k < parts.size(); ++k)
        if (found[k]) reports_[{parts[k], s, day}] = std::move(found[k]);
}

std::pair<Report, Report> AmendmentCache::in_short(std::size_t s, Date day) const {
    const std::array laws{&calendar_, &calendar_after_};
    const std::array there{situation(before_, s, day), situation(after_, s, day)};
    CheckOptions short_options;
    short_options.ways_out = short_options.facts = false;
    std::array<Report, 2> found;
    base::in_parallel(there.size(), [&](std::size_t k) {
        if (there[k]) found[k] = report_of(*laws[k], *there[k], s, day, short_options);
    });
    return {std::move(found[0]), std::move(found[1])};
}

Report AmendmentCache::report_of(const Calendar& law, const Situation& there, std::size_t s, Date day,
                                 CheckOptions options) const {
    if (&law == &calendar_) return detect::check_under(law, there, options);
    const auto then = model::on_day(before_, situations_[s], day);
    const LawBefore before{calendar_, then};
    options.before = &before;
    return detect::check_under(law, there, options);
}

bool AmendmentCache::level_falls(std::size_t s, Date day) const {
    const auto there = situation(after_, s, day);
    if (!there) return false;
    const auto then = model::on_day(before_, situations_[s], day);
    const auto before = engine::own_level(engine::evaluate(calendar_.on(day), then, engine::World::law));
    const auto after = engine::own_level(engine::evaluate(calendar_after_.on(day), *there, engine::World::law));
    return feel::number::compare(feel::Relation::less, after, before) == Truth::yes;
}

void AmendmentCache::forget_some() {
    if (amended_.size() <= parts_kept) return;
    amended_.clear();
    reports_.clear();
}

}  // namespace samenloop::comparison
