#include "evaluate/notices.hpp"

#include <algorithm>

#include "model/wording.hpp"

namespace samenloop {
namespace {

std::vector<std::string> sorted(const std::set<std::string>& all) { return {all.begin(), all.end()}; }

void join(std::set<std::string>& into, const std::set<std::string>& more) { into.insert(more.begin(), more.end()); }

Text law_title(const RuleBase& base, Index law) {
    return law == none ? Text{"de geladen regels", "the loaded rules"} : base.laws[law].title;
}

}  // namespace

Text some_of(std::vector<Text> titles) {
    constexpr std::size_t shown = 4;
    if (titles.size() <= shown) return listing(titles);
    const auto more = titles.size() - shown + 1;
    titles.resize(shown - 1);
    const auto count = plain(std::to_string(more));
    titles.push_back(count + Text{" andere", " others"});
    return listing(titles);
}

std::vector<std::string> typed_ids(const RuleBase& base, const Lacking& lacking) {
    std::vector<std::string> all;
    for (const auto s : lacking.amounts) all.push_back("item:" + base.items[s].id);
    for (const auto s : lacking.undefined) all.push_back("item:" + base.items[s].id);
    for (const auto& p : lacking.facts) all.push_back("item:" + to_string(base, p));
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

void Notices::given_up(const Text& text, std::vector<std::string> ids, std::vector<std::string> rests) {
    given_up_.push_back({NoticeKind::search, text, text, std::move(ids), std::move(rests)});
}

void Notices::amounts(NoticeKind kind, const std::map<Slot, std::set<std::string>>& all,
                      std::vector<Notice>& into) const {
    const auto& base = e_.base();
    std::map<Index, std::vector<Slot>> by_law;
    for (const auto& [slot, rests] : all) by_law[base.items[slot].law].push_back(slot);
    for (const auto& [law, slots] : by_law) {
        Notice notice{kind, {}, {}, {}, {}};
        std::vector<Text> titles;
        std::set<std::string> rests;
        std::optional<Date> since;
        for (const auto s : slots) {
            const auto& item = base.items[s];
            notice.ids.push_back("item:" + item.id);
            titles.push_back(item.title);
            join(rests, all.at(s));
            if (item.carried_from && (!since || *item.carried_from < *since)) since = item.carried_from;
        }
        std::ranges::sort(notice.ids);
        notice.rests_on_it = sorted(rests);
        const auto head = law_title(base, law) + plain(": ");
        if (kind == NoticeKind::amount)
            notice.text = head + Text{"geen waarde op ", "no value on "} + date_words(e_.program->day) + plain(": ") +
                          some_of(std::move(titles));
        else
            notice.text = head + Text{"doorgetrokken vanaf ", "carried forward from "} + date_words(*since) +
                          plain(": ") + some_of(std::move(titles));
        notice.about =
            law_title(base, law) + plain(" (" + std::to_string(slots.size())) +
            (kind == NoticeKind::amount ? plain("") : Text{", vanaf ", ", from "} + date_words(*since)) + plain(")");
        into.push_back(std::move(notice));
    }
}

void Notices::laws(std::vector<Notice>& into) const {
    const auto& base = e_.base();
    std::map<Index, Date> read;
    for (const auto r : unread_rules(e_)) {
        const auto& rule = e_.rule(r);
        if (!laws_.contains(rule.law)) continue;
        const auto day = rule.read ? *rule.read : *base.laws[rule.law].read;
        const auto at = read.try_emplace(rule.law, day).first;
        at->second = std::min(at->second, day);
    }
    for (const auto& [law, day] : read) {
        into.push_back({NoticeKind::unread,
                        base.laws[law].title +
                            Text{": de tekst is gelezen zoals zij gold op ", ": the text was read as in force on "} +
                            date_words(day) +
                            Text{"; wat daarna is veranderd, is niet bekend", "; what has changed since is not known"},
                        base.laws[law].title + Text{" (gelezen: ", " (read: "} + date_words(day) + plain(")"),
                        {"law:" + base.laws[law].id},
                        sorted(laws_.at(law))});
    }
}

void Notices::facts(std::vector<Notice>& into) const {
    if (facts_.empty()) return;
    const auto& base = e_.base();
    Notice notice{NoticeKind::fact, {}, {}, {}, {}};
    std::vector<Text> titles;
    std::set<std::string> rests;
    for (const auto& [path, what] : facts_) {
        notice.ids.push_back("item:" + to_string(base, path));
        const auto& title = base.items[path.slot].title;
        if (std::ranges::none_of(titles, [&](const Text& t) { return t.nl == title.nl; })) titles.push_back(title);
        join(rests, what);
    }
    std::ranges::sort(notice.ids);
    notice.rests_on_it = sorted(rests);
    notice.about = some_of(std::move(titles));
    notice.text = Text{"Niet opgegeven en wel beslissend: ", "Not given, and decisive: "} + notice.about;
    into.push_back(std::move(notice));
}

void Notices::left_out(std::vector<Notice>& into) const {
    for (const auto& [u, what] : unmodelled_) {
        const auto& part = e_.base().unmodelled[u];
        into.push_back({NoticeKind::unmodelled,
                        Text{"Niet in de geladen regels: ", "Not in the loaded rules: "} + part.title,
                        part.title,
                        {"unmodelled:" + part.id},
                        sorted(what)});
    }
}

void Notices::not_defined(std::vector<Notice>& into) const {
    for (const auto& [s, what] : undefined_) {
        const auto& item = e_.base().items[s];
        into.push_back(
            {NoticeKind::undefined,
             Text{"Geen geldende regel zegt wat dit is: ", "No rule in force says what this is: "} + item.title,
             item.title,
             {"item:" + item.id},
             sorted(what)});
    }
}

std::vector<Notice> Notices::take() const {
    std::vector<Notice> all;
    amounts(NoticeKind::amount, amounts_, all);
    amounts(NoticeKind::carried, carried_, all);
    left_out(all);
    not_defined(all);
    laws(all);
    facts(all);
    all.insert(all.end(), given_up_.begin(), given_up_.end());
    return all;
}

}  // namespace samenloop
