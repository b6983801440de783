#include "detect/judgement.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "detect/asks.hpp"
#include "detect/detectors.hpp"
#include "engine/notices.hpp"
#include "engine/unused.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {
namespace {

using ByAsk = std::map<Ask, engine::Lacking>;

ByAsk all_asks(const DetectionContext& scene, bool facts_decide) {
    ByAsk all;
    for (const auto& d : all_detectors()) {
        if (all.contains(d.asks)) continue;
        auto found = lacking(d.asks, scene);
        if (!facts_decide) found.facts.clear();
        all.emplace(d.asks, std::move(found));
    }
    return all;
}

/// A conditional finding says itself what it hangs on.
bool told_as_doubt(const Detector& d, const std::vector<Finding>& findings) {
    return std::ranges::any_of(
        findings, [&](const Finding& f) { return f.code == d.code && f.certainty == Certainty::conditional; });
}

/// Of each scheme and charge, why it is not known what it comes to.
template <class Tell>
void sums(const engine::Evaluation& e, bool facts_decide, Tell tell) {
    const auto ask = [&](const std::string& id, std::initializer_list<Slot> slots) {
        engine::Unknowns u(e);
        for (const auto s : slots) u.slot(s);
        auto found = u.found();
        if (!facts_decide) found.facts.clear();
        if (!found.empty()) tell(id, found);
    };
    for (const auto& s : e.base().schemes) ask("scheme:" + s.id, {s.granted, s.sum});
    for (const auto& c : e.base().charges) ask("charge:" + c.id, {c.slot});
}

/// Which rules of unread laws the detector looks at.
std::vector<Index> unread_for(const Detector& d, const engine::Evaluation& law, const std::vector<Index>& unread) {
    std::vector<Index> rules;
    for (const auto r : unread)
        if ((subjects_of(law.rule(r)) & d.looks_at) != 0) rules.push_back(r);
    return rules;
}

/// Two detectors of one kind are one answer that is missing.
void not_answered(std::string_view code, const std::vector<std::string>& lacks, std::vector<Unanswered>& all) {
    const auto known = std::ranges::find(all, code, &Unanswered::code);
    if (known == all.end()) {
        all.push_back({std::string(code), lacks});
        return;
    }
    std::set<std::string> both(known->lacks.begin(), known->lacks.end());
    both.insert(lacks.begin(), lacks.end());
    known->lacks.assign(both.begin(), both.end());
}

class Judge {
  public:
    Judge(const WhatIf& inquiry, Limits limits, std::vector<Finding>& findings)
        : inquiry_(inquiry), limits_(limits), findings_(findings), notices_(inquiry.law()) {}

    /// What is not answered, and whether anything is.
    Judgement answers(const std::vector<Undecided>& undecided) {
        const auto asked = all_asks(inquiry_.scene(engine::World::law), limits_.gave_up);
        const auto unread = engine::unread_rules(inquiry_.law());
        Judgement result;
        bool some_answered = false;
        for (const auto& d : all_detectors()) {
            const auto lacks = lacks_of(d, asked.at(d.asks), unread);
            if (lacks.empty()) some_answered = some_answered || d.asks != Ask::nothing;
            else not_answered(d.code, lacks, result.unanswered);
        }
        for (const auto& u : undecided) not_decided(u, result.unanswered);
        if (!result.unanswered.empty()) result.verdict = some_answered ? Verdict::partial : Verdict::none;
        return result;
    }

    Judgement judgement(const std::vector<Undecided>& undecided) {
        auto result = answers(undecided);
        sums(inquiry_.law(), limits_.gave_up,
             [&](const std::string& id, const engine::Lacking& l) { notices_.lacks(id, l); });
        carried();
        tell_facts();
        if (limits_.cut_short) tell_cut_short();
        result.notices = notices_.take();
        engine::tell_unused(*inquiry_.law().program, inquiry_.situation(), result);
        return result;
    }

  private:
    void tell_cut_short() {
        notices_.given_up({"van lange lijsten is niet elk feit en niet elke uitweg apart bekeken: wat een bevinding "
                           "nodig heeft kan minder zijn dan er staat, en er kunnen meer uitwegen zijn",
                           "of long lists not each fact and not each way out was looked at by itself: a finding may "
                           "need less than is told, and there may be more ways out"},
                          {}, {});
    }

    void not_decided(const Undecided& u, std::vector<Unanswered>& all) {
        engine::Unknowns unknowns(inquiry_.law());
        for (const auto& p : u.depends_on) unknowns.slot(p.slot);
        auto found = unknowns.found();
        found.facts.clear();
        notices_.lacks("detector:" + u.code, found);
        not_answered(u.code, engine::typed_ids(inquiry_.law().base(), found), all);
    }

    std::vector<std::string> lacks_of(const Detector& d, const engine::Lacking& asked,
                                      const std::vector<Index>& unread) {
        const auto id = "detector:" + std::string(d.code);
        notices_.lacks(id, asked);
        std::set<std::string> all;
        if (!told_as_doubt(d, findings_))
            for (const auto& reason : engine::typed_ids(inquiry_.law().base(), asked)) all.insert(reason);
        for (const auto r : unread_for(d, inquiry_.law(), unread)) {
            notices_.unread(id, r);
            all.insert("law:" + inquiry_.law().base().laws[inquiry_.law().rule(r).law].id);
        }
        return {all.begin(), all.end()};
    }

    /// What would not be known without the amounts that are only carried forward.
    void carried() {
        const auto& law = inquiry_.law();
        const auto day = law.day;
        const auto is_carried = [&](const Item& i) { return i.carried_from && *i.carried_from <= day; };
        if (std::ranges::none_of(law.base().items, is_carried)) return;
        const auto bare = engine::without_carried(law);
        const DetectionContext scene{bare, bare, inquiry_.situation(), inquiry_.calendar()};
        const auto only_carried = [&](const engine::Lacking& l) {
            std::set<Slot> slots;
            for (const auto s : l.amounts)
                if (is_carried(law.base().items[s])) slots.insert(s);
            return slots;
        };
        const auto asked = all_asks(scene, false);
        for (const auto& d : all_detectors())
            notices_.carried("detector:" + std::string(d.code), only_carried(asked.at(d.asks)));
        sums(bare, false,
             [&](const std::string& id, const engine::Lacking& l) { notices_.carried(id, only_carried(l)); });
        for (auto& f : findings_) mark(bare, only_carried, f);
    }

    /// A finding that rests on carried amounts says so.
    template <class Only>
    void mark(const engine::Evaluation& bare, Only only_carried, Finding& f) {
        engine::Unknowns u(bare);
        for (const auto r : f.rules) u.rule(r);
        const auto slots = only_carried(u.found());
        if (slots.empty()) return;
        notices_.carried("finding:" + f.id, slots);
        std::vector<Text> titles;
        for (const auto s : slots) titles.push_back(bare.base().items[s].title);
        f.explanation.push_back(
            Text{"Dit rust op bedragen die zijn doorgetrokken: ", "This rests on amounts that are carried forward: "} +
            model::some_of(std::move(titles)));
    }

    /// Facts that findings hang on are told with these, too.
    void tell_facts() {
        const auto& base = inquiry_.law().base();
        for (const auto& f : findings_) {
            engine::Lacking l;
            for (const auto& id : f.depends_on)
                if (const auto at = base.names.find(id);
                    at != base.names.end() && base.items[at->second.slot].kind == SlotKind::item)
                    l.facts.insert({at->second.slot, 0, 0});
            notices_.lacks("finding:" + f.id, l);
        }
    }

    const WhatIf& inquiry_;
    Limits limits_;
    std::vector<Finding>& findings_;
    engine::Notices notices_;
};

}  // namespace

Verdict verdict(const WhatIf& inquiry, Limits limits, const std::vector<Undecided>& undecided,
                std::vector<Finding>& findings) {
    return Judge(inquiry, limits, findings).answers(undecided).verdict;
}

Judgement judge(const WhatIf& inquiry, Limits limits, const std::vector<Undecided>& undecided,
                std::vector<Finding>& findings) {
    return Judge(inquiry, limits, findings).judgement(undecided);
}

}  // namespace samenloop::detect
