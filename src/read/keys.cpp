#include "read/keys.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/core.h>

#include "base/suggest.hpp"

namespace samenloop::read {
namespace {

const std::vector<Value>& given_elements(const Value& v) {
    static const std::vector<Value> nothing;
    const auto* list = v.get<List>();
    return list != nullptr && list->elements ? *list->elements : nothing;
}

const std::string* text_in(const Value& element, std::size_t field) {
    const auto* record = element.get<Record>();
    if (record == nullptr || !record->fields || field >= record->fields->size()) return nullptr;
    return (*record->fields)[field].get<std::string>();
}

class NameCheck {
  public:
    NameCheck(const RuleBase& rules, Situation& situation, const Names& given, Problems& problems)
        : rules_(rules), situation_(situation), given_(given), problems_(problems) {}

    void run() {
        for (Slot slot = 0; slot < rules_.items.size(); ++slot) {
            if (rules_.items[slot].key) keys(slot);
            each_name(slot, [&](const NamesOf& of, const std::string& name, std::size_t element) {
                if (of.organisations) organisation(slot, name, element);
                else if (of.list != none) key_of(of.list, slot, name, element);
            });
        }
    }

  private:
    using Visit = std::function<void(const NamesOf&, const std::string&, std::size_t)>;

    void each_name(Slot slot, const Visit& visit) const {
        const auto& item = rules_.items[slot];
        const auto& value = situation_.facts[slot];
        if (const auto* name = value.get<std::string>()) visit(item.names_of, *name, 0);
        std::size_t k = 0;
        for (const auto& element : given_elements(value)) {
            ++k;
            if (const auto* name = element.get<std::string>()) visit(item.names_of, *name, k);
            for (std::size_t f = 0; f < item.field_names_of.size(); ++f)
                if (const auto* named = text_in(element, f)) visit(field_names(slot, f), *named, k);
        }
    }

    /// A field by which the holder of the element is named names an organisation, said or not.
    NamesOf field_names(Slot slot, std::size_t field) const {
        const auto& item = rules_.items[slot];
        auto of = item.field_names_of[field];
        if (of.list == none && item.holder.organisation == none && item.holder.instance)
            for (const auto& read : item.holder.instance->local_reads())
                of.organisations = of.organisations || (read.local == field && read.field.empty());
        return of;
    }

    const Location* place(Slot slot, std::size_t element = 0) const {
        const auto& id = rules_.items[slot].id;
        if (element > 0)
            if (const auto* at = given_.declared_at(fmt::format("{}[{}]", id, element))) return at;
        if (const auto* at = given_.declared_at(id)) return at;
        const auto event = std::ranges::find(situation_.events, slot, &Event::item);
        return event == situation_.events.end() ? nullptr : &event->at;
    }

    void warn(const Location& at, Text message, Text hint) {
        situation_.warnings.push_back(
            {std::move(message), std::move(hint), at.offset, at.source, false, Severity::warning});
    }

    void keys(Slot slot) {
        const auto& item = rules_.items[slot];
        std::set<std::string> seen;
        std::size_t k = 0;
        for (const auto& element : given_elements(situation_.facts[slot])) {
            ++k;
            const auto* name = text_in(element, *item.key);
            if (name == nullptr || seen.insert(*name).second) continue;
            const auto* at = place(slot, k);
            if (at == nullptr) continue;
            problems_.add(*at, base::both("'{}' staat twee keer in '{}'", "'{}' stands twice in '{}'", *name, item.id),
                          base::both("aan '{}' worden de elementen herkend", "its {} tells the elements apart",
                                     item.type.element->fields[*item.key].first));
        }
    }

    void organisation(Slot slot, const std::string& name, std::size_t element) {
        const auto* at = place(slot, element);
        if (at == nullptr || rules_.organisation_named(name) != none || !told_.insert(name).second) return;
        std::vector<std::string_view> known;
        for (const auto& o : rules_.organisations) {
            known.push_back(o.title.nl);
            known.insert(known.end(), o.aliases.begin(), o.aliases.end());
        }
        const auto meant = base::did_you_mean(name, known);
        const Text otherwise{
            "wat de regels van iedereen vragen, geldt ervoor; de plichten van een bekende organisatie niet",
            "what the rules ask of everybody counts for it, the duties of a known body do not"};
        warn(*at, base::both("de regels kennen geen organisatie '{}'", "the rules know no organisation '{}'", name),
             meant.empty() ? otherwise : meant);
    }

    /// Where the list itself is not given its names are not known, and any name will do.
    void key_of(Slot list, Slot slot, const std::string& name, std::size_t element) {
        const auto* given = place(list);
        if (given == nullptr || given_elements(situation_.facts[list]).empty()) return;
        std::vector<std::string_view> known;
        for (const auto& e : given_elements(situation_.facts[list])) {
            const auto* key = text_in(e, *rules_.items[list].key);
            if (key == nullptr || *key == name) return;
            known.emplace_back(*key);
        }
        const auto* at = place(slot, element);
        const auto message = base::both(
            "'{}' is '{}', en in '{}' heet er hier geen zo{}", "'{}' is '{}', and none of '{}' is called so here{}",
            rules_.items[slot].id, name, rules_.items[list].id,
            at != nullptr ? Text() : Text{" (aangenomen)", " (assumed)"});
        const auto meant = base::did_you_mean(name, known);
        const auto there = base::both(
            "er is niets over gezegd; wel zijn er: {}", "nothing is told of it; there are: {}", in_a_row(known));
        warn(at != nullptr ? *at : *given, message, meant.empty() ? there : meant);
    }

    const RuleBase& rules_;
    Situation& situation_;
    const Names& given_;
    Problems& problems_;
    std::set<std::string> told_;
};

}  // namespace

void check_names(const RuleBase& rules, Situation& situation, const Names& given, Problems& problems) {
    NameCheck(rules, situation, given, problems).run();
}

}  // namespace samenloop::read
