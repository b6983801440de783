#include "samenloop/notice.hpp"

#include <algorithm>
#include <array>

namespace samenloop {
namespace {

void join(std::vector<std::string>& into, const std::vector<std::string>& more) {
    into.insert(into.end(), more.begin(), more.end());
    std::ranges::sort(into);
    into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace

void add(Judgement& into, const Judgement& more) {
    into.verdict = std::max(into.verdict, more.verdict);
    for (const auto& u : more.unanswered) {
        const auto same = std::ranges::find(into.unanswered, u.code, &Unanswered::code);
        if (same == into.unanswered.end()) into.unanswered.push_back(u);
        else join(same->lacks, u.lacks);
    }
    for (const auto& n : more.notices) {
        const auto same = std::ranges::find_if(into.notices, [&](const Notice& x) {
            return x.kind == n.kind && x.text.nl == n.text.nl && x.ids == n.ids;
        });
        if (same == into.notices.end()) into.notices.push_back(n);
        else join(same->rests_on_it, n.rests_on_it);
    }
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
