#include "tracing/condition.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <span>

#include "model/holdable.hpp"
#include "model/path.hpp"
#include "model/wording.hpp"

namespace samenloop::tracing {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array dutch{
    Word{" and ", " en "},
    Word{" or ", " of "},
    Word{"not(", "niet ("},
    Word{" != ", " is niet "},
    Word{" >= ", " is ten minste "},
    Word{" <= ", " is ten hoogste "},
    Word{" > ", " is meer dan "},
    Word{" < ", " is minder dan "},
    Word{" = ", " is "},
    Word{" satisfies ", " heeft "},
    Word{"some ", "een "},
    Word{"every ", "elke "},
    Word{"count(", "het aantal ("},
    Word{"true", "ja"},
    Word{"false", "nee"},
    Word{"if ", "als "},
    Word{" then ", " dan "},
    Word{" else ", " anders "},
    Word{" in (", " een van ("},
    Word{"null", "niets"}};
constexpr std::array english{
    Word{"not(", "not ("},        Word{" != ", " is not "},          Word{" >= ", " is at least "},
    Word{" <= ", " is at most "}, Word{" > ", " is more than "},     Word{" < ", " is less than "},
    Word{" = ", " is "},          Word{"count(", "the number of ("}, Word{"true", "yes"},
    Word{"false", "no"},          Word{" in (", " one of ("},        Word{"null", "nothing"}};

/// The label of a name that one of the items read may have, else the name.
std::string label(const RuleBase& base, const Expression& e, const std::string& name, Language language) {
    for (const auto& read : e.reads()) {
        const auto& item = base.items[read.slot];
        for (std::size_t f = 0; f < item.value_titles.size(); ++f) {
            const auto& type = !item.type.element                     ? item.type
                               : f < item.type.element->fields.size() ? item.type.element->fields[f].second
                                                                      : *item.type.element;
            if (const auto* title = model::value_title(item, f, type, name)) return title->in(language);
        }
    }
    return name;
}

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The title of a field of one of the lists read; empty when the word is none.
std::string field_title(const RuleBase& base, const Expression& e, std::string_view word, Language language) {
    for (const auto& read : e.reads()) {
        const auto& item = base.items[read.slot];
        if (!item.type.element) continue;
        const auto f = model::field_index(*item.type.element, word);
        if (f >= item.field_titles.size()) continue;
        const auto& title = item.field_titles[f];
        return title.in(language);
    }
    return {};
}

/// The canonical text with titles for names, labels for quoted words, and words for signs.
std::string with_titles(const RuleBase& base, const Expression& e, Language language) {
    const auto text = to_string(e, [&](Slot s) {
        const auto& title = base.items[s].title;
        return title.in(language);
    });
    const std::span<const Word> words =
        language == Language::nl ? std::span<const Word>(dutch) : std::span<const Word>(english);
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '"') {
            const auto end = text.find('"', i + 1);
            if (end == std::string::npos) break;
            out += label(base, e, text.substr(i + 1, end - i - 1), language);
            i = end + 1;
            continue;
        }
        if (is_letter(text[i]) && (i == 0 || !is_letter(text[i - 1]))) {
            auto end = i;
            while (end < text.size() && is_letter(text[end])) ++end;
            const auto title = field_title(base, e, std::string_view(text).substr(i, end - i), language);
            if (!title.empty()) {
                out += title;
                i = end;
                continue;
            }
        }
        const auto word =
            std::ranges::find_if(words, [&](const Word& w) { return text.compare(i, w.first.size(), w.first) == 0; });
        if (word == words.end()) {
            out += text[i++];
        } else {
            out += word->second;
            i += word->first.size();
        }
    }
    return out;
}

void down(const engine::Evaluation& e, Slot slot, std::set<Slot>& seen, std::set<Slot>& facts) {
    if (!seen.insert(slot).second) return;
    const auto& item = e.base().items[slot];
    if (item.kind != SlotKind::item && item.kind != SlotKind::granted && item.kind != SlotKind::sum) return;
    if (item.kind == SlotKind::item && !e.facts[slot].is_unknown()) {
        facts.insert(slot);
        return;
    }
    if (item.fallback)
        for (const auto& read : item.fallback->reads()) down(e, read.slot, seen, facts);
    const auto object = e.program->object_of_slot[slot];
    if (object == none) {
        if (!item.fallback && item.kind == SlotKind::item) facts.insert(slot);
        return;
    }
    for (const auto a : e.program->objects[object].arguments) {
        const auto r = e.program->arguments[a].rule;
        if (e.applies(r) == Truth::no) continue;
        for (const auto s : e.program->reads[r]) down(e, s, seen, facts);
    }
}

/// What a fact might be instead: the other answer, another name, nothing or much of a number.
std::vector<Value> instead_of(const engine::Evaluation& e, Slot slot) {
    const auto& now = e.facts[slot];
    const auto domain = model::domain_at(e.base(), {slot, 0, 0});
    if (const auto* b = now.get<bool>()) return {Value(!*b)};
    std::vector<Value> all;
    if (const auto* number = now.get<Decimal>()) {
        const auto low = domain.range.low.value_or(Decimal(0));
        const auto high = domain.range.high.value_or(Decimal(100'000));
        for (const auto& v : {low, high})
            if (v != *number) all.emplace_back(v);
    }
    if (const auto* name = now.get<std::string>())
        for (const auto& v : e.base().items[slot].type.names)
            if (v != *name) all.emplace_back(v);
    return all;
}

}  // namespace

Text condition_text(const RuleBase& base, const Expression& e, bool negated) {
    const Text words{with_titles(base, e, Language::nl), with_titles(base, e, Language::en)};
    return negated ? Text{"niet: ", "not: "} + words : words;
}

std::vector<Fact> facts_read(const engine::Evaluation& e, const Expression& x) {
    std::set<Slot> seen;
    std::set<Slot> slots;
    for (const auto& read : x.reads()) down(e, read.slot, seen, slots);
    std::vector<Fact> facts;
    for (const auto s : slots) facts.push_back({e.base().items[s].id, e.facts[s]});
    return facts;
}

void decisive_first(const engine::Evaluation& e, const Expression& x, std::vector<Fact>& facts, std::size_t tried) {
    const auto met = evaluate(x, {e.values, {}}).truth();
    std::size_t asked = 0;
    std::ranges::stable_partition(facts, [&](const Fact& f) {
        const auto slot = e.base().names.at(f.item).slot;
        if (x.reads().size() == 1 && x.reads().front().slot == slot) return true;
        const auto others = instead_of(e, slot);
        if (others.empty() || asked++ >= tried) return false;
        return std::ranges::any_of(others, [&](const Value& v) {
            return evaluate(x, {engine::vary(e, {{}, {}, {{slot, v}}}).values, {}}).truth() != met;
        });
    });
}

bool asks_whether_it_is_there(const RuleBase& base, const Expression& e) {
    if (e.reads().size() != 1 || !e.local_reads().empty()) return false;
    const auto slot = e.reads().front().slot;
    std::vector<Value> values(base.items.size());
    const auto answer = [&](Value v) {
        values[slot] = std::move(v);
        return evaluate(e, {values, {}}).truth();
    };
    if (answer(Null{}) != Truth::no) return false;
    const auto always = [&](std::initializer_list<Value> some) {
        return std::ranges::all_of(some, [&](const Value& v) { return answer(v) == Truth::yes; });
    };
    switch (base.items[slot].type.kind) {
    case Kind::date: return always({Value(Date()), Value(Date::from_days(1'000'000))});
    case Kind::number: return always({Value(Decimal(-1'000'000)), Value(Decimal(0)), Value(Decimal(1'000'000))});
    case Kind::string: return always({Value(std::string()), Value(std::string("?"))});
    default: return false;
    }
}

bool rests_on_exogenous(const RuleBase& base, const Expression& e) {
    return !e.reads().empty() && std::ranges::all_of(e.reads(), [&](const Read& read) {
        const auto& item = base.items[read.slot];
        if (item.kind == SlotKind::amount || item.exogenous) return true;
        if (!item.type.element || read.field.empty()) return false;
        const auto field = model::field_index(*item.type.element, read.field);
        return field < item.field_exogenous.size() && item.field_exogenous[field];
    });
}

}  // namespace samenloop::tracing
