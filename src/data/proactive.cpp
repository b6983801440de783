// What could be granted unasked.  A scheme that is granted in the situation is granted again with every fact unknown
// that its executor neither holds nor may receive on a statutory basis: is the answer still a certain yes, no
// application is needed.  Else facts are given back until it is; what is then left over is the least that is missing.
//
// Without a situation nothing is granted for certain; then a scheme is looked at by what its grants read.

#include <algorithm>
#include <set>

#include "data/matrix.hpp"
#include "engine/flows.hpp"

namespace samenloop::data {
namespace {

bool is_fact(const engine::Evaluation& e, Slot s) {
    const auto& item = e.base().items[s];
    return item.kind == SlotKind::item && !item.id.starts_with("date.") && !item.id.starts_with("doubt.");
}

bool derived(const engine::Evaluation& e, Slot s) {
    return e.base().items[s].fallback.has_value() || e.program->object_of_slot[s] != none;
}

bool within_reach(const engine::Evaluation& e, Slot s, const std::string& executor) {
    return engine::keeps(e.base(), s, executor) || engine::at_hand(e, s, executor) != nullptr;
}

/// Facts that the granting of the scheme reads, through whatever defines them.
class Behind {
  public:
    explicit Behind(const engine::Evaluation& e) : e_(e) {}

    void scheme(Index s) { slot(e_.base().schemes[s].granted); }

    std::vector<Slot> facts() const {
        std::vector<Slot> all;
        std::ranges::copy_if(seen_, std::back_inserter(all), [&](Slot s) { return is_fact(e_, s) && !derived(e_, s); });
        return all;
    }

  private:
    void slot(Slot s) {
        if (!seen_.insert(s).second) return;
        const auto& item = e_.base().items[s];
        if (item.fallback)
            for (const auto& r : item.fallback->reads()) slot(r.slot);
        auto object = e_.program->object_of_slot[s];
        if (object == none) return;
        for (const auto a : e_.program->objects[object].arguments) {
            const auto rule = e_.program->arguments[a].rule;
            if (e_.applies(rule) == Truth::no) continue;
            for (const auto read : e_.program->reads[rule]) slot(read);
        }
    }

    const engine::Evaluation& e_;
    std::set<Slot> seen_;
};

Truth granted_without(const engine::Evaluation& e, Index scheme, const std::vector<Slot>& hidden) {
    engine::Variation v;
    for (const auto s : hidden) v.facts.emplace_back(s, Value());
    return engine::vary(e, v).values[e.base().schemes[scheme].granted].truth();
}

/// The least of these that must be known for a certain grant.
std::vector<Slot> least_known(const engine::Evaluation& e, Index scheme, const std::vector<Slot>& out_of_reach) {
    if (granted_without(e, scheme, out_of_reach) == Truth::yes) return {};
    std::vector<Slot> hidden;
    std::vector<Slot> needed;
    for (const auto s : out_of_reach) {
        hidden.push_back(s);
        if (granted_without(e, scheme, hidden) == Truth::yes) continue;
        hidden.pop_back();
        needed.push_back(s);
    }
    return needed;
}

}  // namespace

std::vector<Proactive> proactive_grants(const engine::Evaluation& e) {
    std::vector<Proactive> all;
    for (Index s = 0; s < e.base().schemes.size(); ++s) {
        const auto& scheme = e.base().schemes[s];
        if (!scheme.on_application || scheme.executor.organisation == none) continue;
        const auto granted = e.values[scheme.granted].truth();
        if (granted == Truth::no) continue;
        const auto executor = e.base().organisations[scheme.executor.organisation].id;
        Behind behind(e);
        behind.scheme(s);
        auto facts = behind.facts();
        std::erase_if(facts, [&](Slot f) { return within_reach(e, f, executor); });
        all.push_back({s, executor, granted == Truth::yes ? least_known(e, s, facts) : facts});
    }
    return all;
}

}  // namespace samenloop::data
