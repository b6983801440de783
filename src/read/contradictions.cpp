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
        for (const auto& each : rules_.impossible) exclude(each.title.en, "", Severity::error, each.when);
        for (const auto& each : rules_.contradictions)
            exclude(each.title.en, each.instead.en, each.severity, each.when);
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

    void warn(const Location& at, std::string message, std::string hint) {
        situation_.warnings.push_back(
            {std::move(message), std::move(hint), at.offset, at.source, false, Severity::warning});
    }

    /// What rests on an assumption may be an omission: that is a warning.
    void exclude(const std::string& title, const std::string& instead, Severity severity, const Expression& when) {
        if (evaluate(when, Environment{situation_.facts, {}}).truth() != Truth::yes) return;
        const Location* last = nullptr;
        std::string values;
        for (const auto& read : when.reads()) {
            const auto* at = place(read.slot);
            if (at == nullptr) severity = Severity::warning;
            else if (last == nullptr || at->offset > last->offset) last = at;
            values += fmt::format(
                "{}{} = {}{}", values.empty() ? "" : ", ", rules_.items[read.slot].id,
                to_string(situation_.facts[read.slot]), at == nullptr ? " (assumed)" : " (" + line_of(*at) + ")");
        }
        if (last == nullptr) return;
        const auto hint = values + (instead.empty() ? "" : ": " + instead);
        if (severity == Severity::error) problems_.add(*last, "the facts contradict one another: " + title, hint);
        else warn(*last, "this may be an omission: " + title, hint);
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
                         fmt::format("'{}[{}].{}' is not given, and the ordinary person has none: it is unknown",
                                     item.id, i + 1, item.type.element->fields[f].first),
                         "");
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
