// Not knowing a fact never turns a certain finding into its absence: what it was about is still told, perhaps under a
// condition, perhaps as several findings.  Only a step or limit in a number is not looked for when that number itself
// is not known: there is nothing to step from.  On random situations with fixed seeds.

#include <algorithm>

#include "household.hpp"
#include "model/path.hpp"
#include "report_json.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

/// What a finding is about: its kind, and the need, concept or item.
bool same_matter(const Finding& a, const Finding& b) {
    return a.code == b.code && a.needs == b.needs && a.concepts == b.concepts && a.items == b.items;
}

bool still_told(const Finding& f, const Report& report) {
    return std::ranges::any_of(report.findings, [&](const Finding& other) { return same_matter(f, other); });
}

/// One fact that was given or assumed, taken away; its name.
std::string forget_one(Situation& s, Random& random) {
    const auto& rules = shipped_rules();
    std::vector<model::Path> known;
    for (Slot slot = 0; slot < s.facts.size(); ++slot) {
        const auto& item = rules.items[slot];
        if (item.kind != SlotKind::item || s.facts[slot].is_unknown() || item.id.starts_with("date.")) continue;
        const auto* list = s.facts[slot].get<List>();
        if (list == nullptr) known.push_back({slot, 0, 0});
        else if (item.type.element->kind == Kind::record)
            for (std::size_t k = 1; k <= list->elements->size(); ++k)
                for (std::size_t f = 0; f < item.type.element->fields.size(); ++f) known.push_back({slot, k, f});
    }
    const auto path = random.one_of(known);
    s.facts[path.slot] = model::replaced(s.facts, path, Value());
    return model::to_string(rules, path);
}

std::string forget(Situation& s, const std::string& name) {
    s.facts[slot_of(shipped_rules(), name)] = Value();
    return name;
}

/// The facts of the situation that some certain finding rests on.
std::vector<std::string> facts_of(const Report& report) {
    std::vector<std::string> all;
    for (const auto& f : report.findings)
        for (const auto& fact : f.facts)
            if (fact.item.find('[') == std::string::npos) all.push_back(fact.item);
    return all;
}

bool is_step_in(const Finding& f, const std::string& fact) {
    return (f.code.starts_with("IM-2") || f.code == "PU-4") && shipped_rules().items[f.items.front()].id == fact;
}

void check_still_told(const Report& before, const Report& after, const std::string& unknown) {
    for (const auto& f : before.findings) {
        if (f.certainty != Certainty::certain || f.severity == 0 || is_step_in(f, unknown)) continue;
        INFO("unknown: " << unknown << "; " << f.code << ": " << f.title.nl);
        CHECK(still_told(f, after));
    }
}

void check_verified(const Situation& s, const Report& report, const std::string& unknown) {
    for (const auto& f : report.findings) {
        INFO("not known: " << unknown << "; " << f.code << ": " << f.title.nl);
        CHECK(verify(shipped_rules(), s, f) == "");
    }
}

/// Situations, each with some facts taken away one at a time: first any fact, then facts that findings rest on.
void check_situations(std::uint64_t seed, int situations, int facts_each) {
    Random random(seed);
    for (int n = 0; n < sample(situations); ++n) {
        const auto h = random.percent(25) ? household(random) : household_in_trouble(random);
        const auto s = read(h, shipped_rules());
        const auto before = check(shipped_rules(), s);
        INFO(h.xml("h"));
        for (int k = 0; k < facts_each; ++k) {
            auto less = s;
            const auto facts = facts_of(before);
            const auto name = k > 0 && !facts.empty() ? forget(less, random.one_of(facts)) : forget_one(less, random);
            const auto after = check(shipped_rules(), less);
            check_still_told(before, after, name);
            check_verified(less, after, name);
        }
    }
}

}  // namespace

TEST_CASE("a fact that is not known takes no certain finding away") { check_situations(4, 30, 3); }

TEST_CASE("the same on many more situations", "[.many]") {
    for (std::uint64_t seed = 100; seed < 105; ++seed) check_situations(seed, 60, 4);
}
