// Notices in words, and those of two judgements joined: one of a kind and subject, with all that rests on it.

#include "samenloop/notice.hpp"

#include <algorithm>
#include <array>

#include "model/wording.hpp"

namespace samenloop::model {
namespace {

void join(std::vector<std::string>& into, const std::vector<std::string>& more) {
    into.insert(into.end(), more.begin(), more.end());
    std::ranges::sort(into);
    into.erase(std::unique(into.begin(), into.end()), into.end());
}

void join(std::vector<NoticePart>& into, const std::vector<NoticePart>& more) {
    into.insert(into.end(), more.begin(), more.end());
    std::ranges::stable_sort(into, {}, &NoticePart::id);
    const auto same = [](const NoticePart& a, const NoticePart& b) { return a.id == b.id; };
    into.erase(std::unique(into.begin(), into.end(), same), into.end());
}

void join(Notice& into, const Notice& more) {
    join(into.parts, more.parts);
    join(into.rests_on_it, more.rests_on_it);
    if (more.day && (!into.day || *more.day < *into.day)) into.day = more.day;
}

Text titles(const Notice& notice) {
    std::vector<Text> all;
    for (const auto& p : notice.parts)
        if (std::ranges::none_of(all, [&](const Text& t) { return t.nl == p.title.nl; })) all.push_back(p.title);
    return some_of(std::move(all));
}

Text day_of(const Notice& notice) { return notice.day ? date_words(*notice.day) : Text{}; }

}  // namespace

}  // namespace samenloop::model

namespace samenloop {

Text notice_text(const Notice& n) {
    switch (n.kind) {
    case NoticeKind::amount:
        return n.subject + Text{": geen waarde op ", ": no value on "} + model::day_of(n) + model::plain(": ") +
               model::titles(n);
    case NoticeKind::carried:
        return n.subject + Text{": doorgetrokken vanaf ", ": carried forward from "} + model::day_of(n) +
               model::plain(": ") + model::titles(n);
    case NoticeKind::unread:
        return n.subject + Text{": de tekst is gelezen zoals zij gold op ", ": the text was read as in force on "} +
               model::day_of(n) +
               Text{"; wat daarna is veranderd, is niet bekend", "; what has changed since is not known"};
    case NoticeKind::fact:
        return Text{"Niet opgegeven en wel beslissend: ", "Not given, and decisive: "} + model::titles(n);
    case NoticeKind::unmodelled: return Text{"Niet in de geladen regels: ", "Not in the loaded rules: "} + n.subject;
    case NoticeKind::undefined:
        return Text{"Geen geldende regel zegt wat dit is: ", "No rule in force says what this is: "} + n.subject;
    case NoticeKind::unused:
        return Text{"Opgegeven, en door geen regel gelezen: ", "Given, and read by no rule: "} + model::titles(n);
    default: return n.subject;
    }
}

Text notice_about(const Notice& n) {
    const auto count = model::plain(std::to_string(n.parts.size()));
    switch (n.kind) {
    case NoticeKind::amount: return n.subject + model::plain(" (") + count + model::plain(")");
    case NoticeKind::carried:
        return n.subject + model::plain(" (") + count + Text{", vanaf ", ", from "} + model::day_of(n) +
               model::plain(")");
    case NoticeKind::unread: return n.subject + Text{" (gelezen: ", " (read: "} + model::day_of(n) + model::plain(")");
    case NoticeKind::fact:
    case NoticeKind::unused: return model::titles(n);
    default: return n.subject;
    }
}

std::vector<std::string> ids(const Notice& notice) {
    std::vector<std::string> all;
    for (const auto& p : notice.parts) all.push_back(p.id);
    return all;
}

void add(Judgement& into, const Judgement& more) {
    into.verdict = std::max(into.verdict, more.verdict);
    for (const auto& u : more.unanswered) {
        const auto same = std::ranges::find(into.unanswered, u.code, &Unanswered::code);
        if (same == into.unanswered.end()) into.unanswered.push_back(u);
        else model::join(same->lacks, u.lacks);
    }
    for (const auto& n : more.notices) add(into, n);
}

void add(Judgement& into, const Notice& more) {
    const auto same = std::ranges::find_if(
        into.notices, [&](const Notice& x) { return x.kind == more.kind && x.subject.nl == more.subject.nl; });
    if (same == into.notices.end()) into.notices.push_back(more);
    else model::join(*same, more);
}

std::string_view to_string(NoticeKind kind) {
    static constexpr std::array<std::string_view, 8> names{
        "amount", "unread", "fact", "search", "unmodelled", "undefined", "carried", "unused"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view to_string(Verdict verdict) {
    static constexpr std::array<std::string_view, 3> names{"complete", "partial", "none"};
    return names.at(static_cast<std::size_t>(verdict));
}

}  // namespace samenloop
