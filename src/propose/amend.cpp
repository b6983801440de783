// The law as it reads with the proposal, or what is wrong with the proposal: a modification that cannot be made, new
// text that the reader of rules refuses, and what the proposal breaks in text that it does not touch.
//
// The last is told at the modification that causes it: the first one without which the problem is gone.

#include <algorithm>
#include <tuple>

#include "propose/apply.hpp"
#include "propose/wording.hpp"
#include "samenloop/read.hpp"

namespace samenloop::propose {
namespace {

/// What a problem is, wherever the text of it has moved to.
using Identity = std::tuple<std::string, std::size_t, std::string>;

Location origin_in(const Sources& sources, const std::vector<std::vector<TextOrigin>>& origins, const Location& place) {
    const auto found = std::ranges::find(sources, place.source);
    if (found == sources.end()) return place;
    const auto& runs = origins[static_cast<std::size_t>(found - sources.begin())];
    auto after = std::ranges::upper_bound(runs, place.offset, {}, &TextOrigin::start);
    if (after == runs.begin()) return place;
    const auto& run = *std::prev(after);
    auto from = run.from;
    if (run.verbatim) from.offset += std::min(place.offset - run.start, run.size);
    return from;
}

Diagnostics moved_back(const Applied& applied, const Diagnostics& diagnostics) {
    auto moved = diagnostics;
    for (auto& each : moved) {
        if (!each.source) continue;
        const auto from = origin_in(applied.sources, applied.origins, {each.source, each.offset});
        each.source = from.source;
        each.offset = from.offset;
    }
    return moved;
}

Identity identity(const Diagnostic& d) { return {d.source ? d.source->name() : "", d.offset, d.message.en}; }

class ErrorAttribution {
  public:
    ErrorAttribution(const SourceIndex& things, const Proposal& proposal) : things_(things), proposal_(proposal) {}

    /// Problems of the amended rules, as problems of the proposal.
    Diagnostics tell(const Diagnostics& moved) {
        read::Problems problems;
        for (const auto& each : moved) {
            if (each.source == proposal_.source) problems.add({each});
            else elsewhere(each, problems);
        }
        return problems.sorted();
    }

  private:
    /// What is wrong in text that the proposal leaves as it is.
    void elsewhere(const Diagnostic& d, read::Problems& problems) {
        const auto thing = thing_of(d);
        const auto cause = cause_of(d);
        const Location at = cause ? Location{proposal_.source, cause->target_offset} : root();
        problems.add(at,
                     base::both("door {} klopt {} ({}) niet meer: {}", "{} leaves {} ({}) wrong: {}",
                                cause ? Text{"deze wijziging", "this"} : Text{"het voorstel", "the proposal"}, thing,
                                read::line_of({d.source, d.offset}), d.message),
                     base::both("wijzig {} ook{}", "modify {} as well{}", thing,
                                d.hint.empty() ? Text() : base::both("  ({})", "  ({})", d.hint)));
    }

    Text thing_of(const Diagnostic& d) const {
        const auto& sources = things_.sources();
        const auto found = std::ranges::find(sources, d.source);
        if (found == sources.end()) return {"de regels", "the rules"};
        const auto file = static_cast<std::size_t>(found - sources.begin());
        return base::both("'{}'", "'{}'", things_.around(file, d.offset).thing);
    }

    Location root() const { return new_texts(proposal_).root.at; }

    const Modification* cause_of(const Diagnostic& d) {
        for (std::size_t i = 0; i < proposal_.modifications.size(); ++i)
            if (!std::ranges::binary_search(without(i), identity(d))) return &proposal_.modifications[i];
        return nullptr;
    }

    /// The problems that are left without one modification, sorted.
    const std::vector<Identity>& without(std::size_t index) {
        if (known_.size() <= index) known_.resize(proposal_.modifications.size());
        auto& known = known_[index];
        if (known) return *known;
        known.emplace();
        auto less = proposal_;
        less.modifications.erase(less.modifications.begin() + static_cast<std::ptrdiff_t>(index));
        read::Problems problems;
        const auto applied = apply(things_, less, problems);
        if (!applied) return *known;
        const auto read = read_rulebase(applied->sources);
        if (!read)
            for (const auto& each : moved_back(*applied, read.error())) known->push_back(identity(each));
        std::ranges::sort(*known);
        return *known;
    }

    const SourceIndex& things_;
    const Proposal& proposal_;
    std::vector<std::optional<std::vector<Identity>>> known_;
};

}  // namespace

}  // namespace samenloop::propose

namespace samenloop {

Location Amended::origin(const Location& place) const { return propose::origin_in(sources, origins, place); }

Result<Amended> amend(const Sources& sources, const Proposal& proposal) {
    read::Problems problems;
    const propose::SourceIndex things(sources, problems);
    if (!problems.empty()) return tl::unexpected(problems.sorted());
    auto applied = propose::apply(things, proposal, problems);
    if (!applied) return tl::unexpected(problems.sorted());
    auto rules = read_rulebase(applied->sources);
    if (!rules) {
        // Rules that are wrong without the proposal are no fault of it.
        if (const auto before = read_rulebase(sources); !before) return tl::unexpected(before.error());
        return tl::unexpected(
            propose::ErrorAttribution(things, proposal).tell(propose::moved_back(*applied, rules.error())));
    }
    Amended amended{std::move(applied->sources), std::move(*rules), {}, std::move(applied->origins)};
    amended.modifications = propose::amendments(things, proposal, applied->edits);
    return amended;
}

}  // namespace samenloop
