#include "read/contradictions.hpp"

#include <algorithm>

#include <fmt/core.h>

namespace samenloop::read {
namespace {

class FactCheck {
  public:
    FactCheck(const RuleBase& rules, Situation& situation, const Names& given, Problems& problems)
        : rules_(rules), situation_(situation), given_(given), problems_(problems) {}

    void run() {
        for (const auto& each : rules_.impossible) exclude(each.title, {}, Severity::error, each.when);
        for (const auto& each : rules_.contradictions) exclude(each.title, each.instead, each.severity, each.when);
        for (Slot slot = 0; slot < rules_.items.size(); ++slot) {
            const auto* list = situation_.facts[slot].get<List>();
            if (list == nullptr || !list->elements || place(slot) == nullptr) continue;
            missing(slot, *list->elements);
        }
    }

  private:
    /// Where an item was given: by a fact, else by an event.
    const Location* place(Slot slot) const {
        if (const auto* at = given_.declared_at(rules_.items[slot].id)) return at;
        const auto event = std::ranges::find(situation_.events, slot, &Event::item);
        return event == situation_.events.end() ? nullptr : &event->at;
    }

    const Location* place(Slot slot, std::size_t element) const {
        const auto* at = given_.declared_at(fmt::format("{}[{}]", rules_.items[slot].id, element));
        return at != nullptr ? at : place(slot);
    }

    void warn(const Location& at, Text message, Text hint) {
        situation_.warnings.push_back(
            {std::move(message), std::move(hint), at.offset, at.source, false, Severity::warning});
    }

    /// What rests on an assumption may be an omission: that is a warning.
    void exclude(const Text& title, const Text& instead, Severity severity, const Expression& when) {
        if (evaluate(when, Environment{situation_.facts, {}}).truth() != Truth::yes) return;
        const Location* last = nullptr;
        Text values;
        for (const auto& read : when.reads()) {
            const auto* at = place(read.slot);
            if (at == nullptr) severity = Severity::warning;
            else if (last == nullptr || at->offset > last->offset) last = at;
            const auto where = at == nullptr ? Text{"aangenomen", "assumed"} : Text{line_of(*at), line_of(*at)};
            values = base::both("{}{}{} = {} ({})", "{}{}{} = {} ({})", values, values.empty() ? "" : ", ",
                                rules_.items[read.slot].id, to_string(situation_.facts[read.slot]), where);
        }
        if (last == nullptr) return;
        const auto hint = instead.empty() ? values : base::both("{}: {}", "{}: {}", values, instead);
        if (severity == Severity::error)
            problems_.add(
                *last, base::both("de feiten spreken elkaar tegen: {}", "the facts contradict one another: {}", title),
                hint);
        else warn(*last, base::both("dit is misschien vergeten: {}", "this may be an omission: {}", title), hint);
    }

    /// A field that neither the situation nor the ordinary person fills.
    void missing(Slot slot, const std::vector<Value>& elements) {
        if (situation_.rest != Rest::ordinary) return;
        const auto& item = rules_.items[slot];
        for (std::size_t i = 0; i < elements.size(); ++i) {
            const auto* record = elements[i].get<Record>();
            const auto* at = place(slot, i + 1);
            if (at == nullptr || record == nullptr || !record->fields) continue;
            for (std::size_t f = 0; f < record->fields->size(); ++f)
                if ((*record->fields)[f].is_unknown())
                    warn(*at,
                         base::both("'{}[{}].{}' is niet gegeven, en de gewone persoon heeft er geen: het is onbekend",
                                    "'{}[{}].{}' is not given, and the ordinary person has none: it is unknown",
                                    item.id, i + 1, item.type.element->fields[f].first),
                         {});
        }
    }

    const RuleBase& rules_;
    Situation& situation_;
    const Names& given_;
    Problems& problems_;
};

}  // namespace

void check_facts(const RuleBase& rules, Situation& situation, const Names& given, Problems& problems) {
    FactCheck(rules, situation, given, problems).run();
}

}  // namespace samenloop::read
