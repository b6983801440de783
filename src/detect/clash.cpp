#include "detect/clash.hpp"

#include <algorithm>
#include <map>

#include "engine/meeting.hpp"
#include "feel/work.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

/// What the same two rules contradict one another about.
struct Pair {
    std::set<std::string> objects;
    Truth holds = Truth::no;
    std::vector<Index> meetings;
    bool worth_telling = false;
};
using Pairs = std::map<std::pair<Index, Index>, Pair>;

Truth stands(engine::Label l) {
    if (l == engine::Label::maybe) return Truth::unknown;
    return l == engine::Label::accepted || l == engine::Label::undecided ? Truth::yes : Truth::no;
}

/// Winner and loser of a meeting, in the order of the conflict.
struct Sides {
    engine::ArgumentId winner = 0;
    std::size_t winner_instance = 0;
    engine::ArgumentId loser = 0;
    std::size_t loser_instance = 0;
};

Sides sides(const engine::Conflict& c, const Meeting& m) {
    if (c.winner == engine::Winner::second) return {m.second, m.second_instance, m.first, m.first_instance};
    return {m.first, m.first_instance, m.second, m.second_instance};
}

/// Practice applies what the law rejects, and rejects what the law applies.
Truth practised(const DetectionContext& scene, const Sides& s) {
    if (scene.e.world != engine::World::practice || s.winner_instance >= scene.law.labels[s.winner].size() ||
        s.loser_instance >= scene.law.labels[s.loser].size())
        return Truth::no;
    const bool turned = scene.law.label(s.winner, s.winner_instance) == engine::Label::accepted &&
                        scene.law.label(s.loser, s.loser_instance) == engine::Label::rejected &&
                        scene.e.label(s.winner, s.winner_instance) == engine::Label::rejected;
    return turned ? stands(scene.e.label(s.loser, s.loser_instance)) : Truth::no;
}

/// Could two rules that are both in doubt apply at once?  Not when the same unknown decides both, as on either side of
/// a threshold, unless one implies the other.
bool can_both_apply(const DetectionContext& scene, Index a, Index b) {
    const auto& e = scene.e;
    const auto& first = e.program->reads[a];
    const auto& second = e.program->reads[b];
    const bool share = std::ranges::any_of(first, [&](Slot s) {
        return (e.values[s].is_unknown() || e.values[s].get<Range>() != nullptr) &&
               std::ranges::binary_search(second, s);
    });
    return !share || scene.calendar.within(a, b) || scene.calendar.within(b, a);
}

Truth open(const DetectionContext& scene, const engine::Conflict& c, const Meeting& m) {
    const auto first = scene.e.label(m.first, m.first_instance);
    const auto second = scene.e.label(m.second, m.second_instance);
    if (c.winner == engine::Winner::nobody) {
        const auto rule = [&](engine::ArgumentId a) { return scene.program().arguments[a].rule; };
        const bool doubtful = first == engine::Label::maybe && second == engine::Label::maybe;
        if (doubtful && !can_both_apply(scene, rule(m.first), rule(m.second))) return Truth::no;
        return stands(first) && stands(second);
    }
    if (first == engine::Label::undecided && second == engine::Label::undecided) return Truth::yes;
    return practised(scene, sides(c, m));
}

bool settled(const DetectionContext& scene, const engine::Conflict& c, const Meeting& m) {
    if (c.winner == engine::Winner::nobody || scene.e.world != engine::World::law) return false;
    const auto s = sides(c, m);
    const auto applies = [&](engine::ArgumentId a, std::size_t i) {
        return scene.e.rules[scene.program().arguments[a].rule][i].applies == Truth::yes;
    };
    return scene.e.label(s.winner, s.winner_instance) == engine::Label::accepted &&
           scene.e.label(s.loser, s.loser_instance) == engine::Label::rejected &&
           applies(s.winner, s.winner_instance) && applies(s.loser, s.loser_instance);
}

class Finder {
  public:
    Finder(const DetectionContext& scene, const ClashRules& rules) : scene_(scene), rules_(rules) {}

    std::vector<Candidate> run() {
        for (const auto& object : scene_.program().objects) {
            if (std::ranges::find(rules_.kinds, object.kind) == rules_.kinds.end()) continue;
            for (const auto& c : object.conflicts)
                if (c.clash) each_meeting(c);
        }
        std::map<std::string, Candidate> by_key[2];
        for (const auto& [rules, pair] : open_) add(by_key[0], rules, pair, none);
        for (const auto& [rules, pair] : settled_)
            if (pair.worth_telling) add(by_key[1], rules, pair, rules.first);
        std::vector<Candidate> all;
        for (auto& group : by_key)
            for (auto& [_, candidate] : group) all.push_back(std::move(candidate));
        return all;
    }

  private:
    void each_meeting(const engine::Conflict& c) {
        for (const auto& met : engine::meetings(scene_.e, c)) weigh(c, {c.first, met.first, c.second, met.second});
    }

    void weigh(const engine::Conflict& c, const Meeting& m) {
        feel::work::add();
        const auto rule = [&](engine::ArgumentId a) { return scene_.program().arguments[a].rule; };
        if (const auto is_open = open(scene_, c, m); is_open != Truth::no) {
            const auto holds = is_open && rules_.differ(scene_.e, m);
            const std::pair<Index, Index> rules = std::minmax({rule(c.first), rule(c.second)});
            if (holds != Truth::no) note(open_[rules], m, holds);
        } else if (scene_.focus == nullptr && settled(scene_, c, m) && rules_.differ(scene_.e, m) == Truth::yes) {
            const auto s = sides(c, m);
            auto& pair = settled_[{rule(s.winner), rule(s.loser)}];
            pair.worth_telling = pair.worth_telling || rules_.worth_telling(scene_.program(), c);
            note(pair, m, Truth::yes);
        }
    }

    void note(Pair& pair, const Meeting& m, Truth holds) {
        pair.holds = pair.holds || holds;
        for (const auto a : {m.first, m.second})
            pair.objects.insert(object_id(scene_.base(), *scene_.program().effect(a)));
        for (const auto x : {std::size_t{m.first}, m.first_instance, std::size_t{m.second}, m.second_instance})
            pair.meetings.push_back(static_cast<Index>(x));
    }

    void add(std::map<std::string, Candidate>& by_key, const std::pair<Index, Index>& rules, const Pair& pair,
             Index by) {
        const auto key = key_of(rules, pair);
        auto& c = by_key[key];
        c.holds = c.key.empty() ? pair.holds : c.holds || pair.holds;
        c.key = key;
        c.ids.insert(c.ids.end(), pair.meetings.begin(), pair.meetings.end());
        c.rules.push_back(rules.first);
        c.rules.push_back(rules.second);
        if (by != none && c.settled_by.empty()) c.settled_by = {by};
    }

    std::string key_of(const std::pair<Index, Index>& rules, const Pair& pair) const {
        std::string key;
        for (const auto& o : pair.objects) key += (key.empty() ? "" : "+") + o;
        const std::set<std::string> laws{
            scene_.program().law_of(rules.first).id, scene_.program().law_of(rules.second).id};
        for (const auto& law : laws) key += "|" + law;
        return key;
    }

    const DetectionContext& scene_;
    const ClashRules& rules_;
    Pairs open_;
    Pairs settled_;
};

}  // namespace

std::vector<Candidate> clashes(const DetectionContext& scene, const ClashRules& rules) {
    return Finder(scene, rules).run();
}

std::vector<Meeting> meetings(const Candidate& candidate) {
    std::vector<Meeting> all;
    const auto& ids = candidate.ids;
    for (std::size_t i = 0; i + 3 < ids.size(); i += 4) all.push_back({ids[i], ids[i + 1], ids[i + 2], ids[i + 3]});
    return all;
}

std::string object_id(const RuleBase& base, const Effect& e) {
    if (e.act != none) return "act:" + base.acts[e.act].id;
    if (e.scheme != none) return "scheme:" + base.schemes[e.scheme].id;
    if (e.need != none) return "need:" + base.needs[e.need].id;
    if (e.charge != none) return "charge:" + base.charges[e.charge].id;
    if (e.outcome != none) return "outcome:" + base.outcomes[e.outcome].id;
    return "item:" + base.items[e.item].id;
}

Text object_title(const RuleBase& base, const Effect& e) {
    if (e.act != none) return base.acts[e.act].title;
    if (e.scheme != none) return base.schemes[e.scheme].title;
    if (e.need != none) return base.needs[e.need].title;
    if (e.charge != none) return base.charges[e.charge].title;
    if (e.outcome != none) return base.outcomes[e.outcome].title;
    return base.items[e.item].title;
}

}  // namespace samenloop::detect
