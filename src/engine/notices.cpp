#include "engine/notices.hpp"

#include <algorithm>

#include "model/wording.hpp"

namespace samenloop::engine {
namespace {

std::vector<std::string> sorted(const std::set<std::string>& all) { return {all.begin(), all.end()}; }

Text law_title(const RuleBase& base, Index law) {
    return law == none ? Text{"de geladen regels", "the loaded rules"} : base.laws[law].title;
}

}  // namespace

std::vector<std::string> typed_ids(const RuleBase& base, const Lacking& lacking) {
    std::vector<std::string> all;
    for (const auto s : lacking.amounts) all.push_back("item:" + base.items[s].id);
    for (const auto s : lacking.undefined) all.push_back("item:" + base.items[s].id);
    for (const auto& p : lacking.facts) all.push_back("item:" + model::to_string(base, p));
    for (const auto u : lacking.unmodelled) all.push_back("unmodelled:" + base.unmodelled[u].id);
    std::ranges::sort(all);
    return all;
}

void Notices::lacks(const std::string& what, const Lacking& lacking) {
    for (const auto s : lacking.amounts) amounts_[s].insert(what);
    for (const auto& p : lacking.facts) facts_[p].insert(what);
    for (const auto u : lacking.unmodelled) unmodelled_[u].insert(what);
    for (const auto s : lacking.undefined) undefined_[s].insert(what);
}

void Notices::carried(const std::string& what, const std::set<Slot>& amounts) {
    for (const auto s : amounts) carried_[s].insert(what);
}

void Notices::unread(const std::string& what, Index rule) { laws_[e_.rule(rule).law].insert(what); }

void Notices::given_up(const Text& text, const std::vector<std::string>& searched, std::vector<std::string> rests) {
    Notice notice{NoticeKind::search, text, {}, {}, std::move(rests)};
    for (const auto& id : searched) notice.parts.push_back({id, {}});
    given_up_.push_back(std::move(notice));
}

void Notices::amounts(NoticeKind kind, const std::map<Slot, std::set<std::string>>& all, Judgement& into) const {
    const auto& base = e_.base();
    for (const auto& [slot, rests] : all) {
        const auto& item = base.items[slot];
        const auto day = kind == NoticeKind::carried ? item.carried_from : e_.day;
        add(into, {kind, law_title(base, item.law), day, {{"item:" + item.id, item.title}}, sorted(rests)});
    }
}

void Notices::laws(Judgement& into) const {
    const auto& base = e_.base();
    for (const auto r : unread_rules(e_)) {
        const auto& rule = e_.rule(r);
        const auto rests = laws_.find(rule.law);
        if (rests == laws_.end()) continue;
        const auto& law = base.laws[rule.law];
        const auto day = rule.read ? rule.read : law.read;
        add(into, {NoticeKind::unread, law.title, day, {{"law:" + law.id, law.title}}, sorted(rests->second)});
    }
}

void Notices::facts(Judgement& into) const {
    const auto& base = e_.base();
    for (const auto& [path, rests] : facts_)
        add(into, {NoticeKind::fact,
                   {},
                   std::nullopt,
                   {{"item:" + model::to_string(base, path), base.items[path.slot].title}},
                   sorted(rests)});
}

void Notices::left_out(Judgement& into) const {
    for (const auto& [u, rests] : unmodelled_) {
        const auto& part = e_.base().unmodelled[u];
        add(into,
            {NoticeKind::unmodelled, part.title, std::nullopt, {{"unmodelled:" + part.id, part.title}}, sorted(rests)});
    }
}

void Notices::not_defined(Judgement& into) const {
    for (const auto& [s, rests] : undefined_) {
        const auto& item = e_.base().items[s];
        add(into, {NoticeKind::undefined, item.title, std::nullopt, {{"item:" + item.id, item.title}}, sorted(rests)});
    }
}

std::vector<Notice> Notices::take() const {
    Judgement all;
    amounts(NoticeKind::amount, amounts_, all);
    amounts(NoticeKind::carried, carried_, all);
    left_out(all);
    not_defined(all);
    laws(all);
    facts(all);
    for (const auto& n : given_up_) add(all, n);
    return std::move(all.notices);
}

}  // namespace samenloop::engine
