#include "detect/suppositions.hpp"

#include <algorithm>

#include "detect/breakpoints.hpp"
#include "model/holdable.hpp"

namespace samenloop::detect {
namespace {

constexpr std::size_t most_looked_at = 12;

struct OpenFact {
    model::Path path;
    std::vector<Value> witnesses;
};

/// The value of the ordinary person, or Unknown.
Value ordinary(const engine::Evaluation& e, const model::Path& path) {
    const auto& item = e.base().items[path.slot];
    if (path.element == 0) return item.ordinary ? evaluate(*item.ordinary, {e.facts, {}}) : Value();
    if (path.field >= item.field_ordinary.size() || !item.field_ordinary[path.field]) return {};
    const auto* list = e.facts[path.slot].get<List>();
    const auto* record = (*list->elements)[path.element - 1].get<Record>();
    return record == nullptr ? Value() : evaluate(*item.field_ordinary[path.field], {e.facts, *record->fields});
}

/// Nobody has an amount between two cents: those on its two sides.
void to_cents(std::vector<Value>& all) {
    std::vector<Value> above;
    for (auto& v : all)
        if (const auto* d = v.get<Decimal>(); d != nullptr && d->rounded(2) != *d) {
            const auto below = (*d * Decimal(100)).floor() / Decimal(100);
            above.emplace_back(below + Decimal(1) / Decimal(100));
            v = below;
        }
    std::ranges::move(above, std::back_inserter(all));
}

bool is_fact(const engine::Evaluation& e, Slot s) {
    const auto& item = e.base().items[s];
    return item.kind == SlotKind::item && !item.fallback && e.program->object_of_slot[s] == none &&
           !item.id.starts_with("date.");
}

/// Facts that nobody gave, and fields that an element leaves out.
std::vector<model::Path> open_places(const engine::Evaluation& e) {
    std::vector<model::Path> all;
    for (Slot s = 0; s < e.facts.size(); ++s) {
        if (!is_fact(e, s)) continue;
        if (e.facts[s].is_unknown()) all.push_back({s, 0, 0});
        const auto* list = e.facts[s].get<List>();
        const auto& element = e.base().items[s].type.element;
        if (list == nullptr || !list->elements || !element || element->kind != Kind::record) continue;
        for (std::size_t k = 1; k <= list->elements->size(); ++k)
            for (std::size_t f = 0; f < element->fields.size(); ++f)
                if (model::value_at(e.facts, {s, k, f}).is_unknown()) all.push_back({s, k, f});
    }
    return all;
}

/// With the fact known some rule, value or label is no longer what it is.
bool matters(const engine::Evaluation& e, const OpenFact& open) {
    return std::ranges::any_of(open.witnesses, [&](const Value& v) {
        const auto other = engine::vary(e, {{}, {}, {{open.path.slot, model::replaced(e.facts, open.path, v)}}});
        if (other.labels != e.labels) return true;
        for (Slot s = 0; s < e.values.size(); ++s)
            if (s != open.path.slot && !(other.values[s] == e.values[s])) return true;
        return false;
    });
}

Supposition with(const engine::Evaluation& e, Supposition so_far, const model::Path& path, const Value& v) {
    auto facts = e.facts;
    for (const auto& [slot, value] : so_far) facts.set(slot, value);
    auto changed = model::replaced(facts, path, v);
    std::erase_if(so_far, [&](const auto& each) { return each.first == path.slot; });
    so_far.emplace_back(path.slot, std::move(changed));
    return so_far;
}

}  // namespace

std::vector<Value> possible_values(const engine::Evaluation& e, const model::Path& path) {
    const auto& type = model::type_at(e.base(), path);
    std::vector<Value> all{ordinary(e, path)};
    if (type.kind == Kind::boolean) all.insert(all.end(), {Value(true), Value(false)});
    for (const auto& name : type.names) all.emplace_back(name);
    if (type.kind == Kind::number) all.emplace_back(model::domain_at(e.base(), path).range.low.value_or(Decimal(0)));
    if (type.kind == Kind::number || type.kind == Kind::date)
        for (auto& v : breakpoints_of(e, path)) all.push_back(std::move(v));
    if (type.unit.starts_with("eur")) to_cents(all);
    std::vector<Value> distinct;
    for (auto& v : all)
        if (!v.is_unknown() && model::may_hold(e.base(), path, v) && std::ranges::find(distinct, v) == distinct.end())
            distinct.push_back(std::move(v));
    return distinct;
}

Suppositions suppositions(const engine::Evaluation& law) {
    const auto places = open_places(law);
    if (places.size() > most_looked_at) return {{}, true};
    std::vector<OpenFact> open;
    for (const auto& p : places)
        if (OpenFact o{p, possible_values(law, p)}; !o.witnesses.empty() && matters(law, o))
            open.push_back(std::move(o));
    if (open.empty()) return {};
    if (open.size() > most_open_facts) return {{}, true};
    Suppositions result{{{}}, false};
    for (const auto& o : open) {
        std::vector<Supposition> longer;
        for (const auto& s : result.all)
            for (const auto& v : o.witnesses)
                if (longer.size() < most_suppositions) longer.push_back(with(law, s, o.path, v));
                else result.gave_up = true;
        result.all = std::move(longer);
    }
    return result;
}

std::vector<Fact> supposed_facts(const engine::Evaluation& law, const Supposition& supposed) {
    auto facts = law.facts;
    for (const auto& [slot, value] : supposed) facts.set(slot, value);
    std::vector<Fact> all;
    for (const auto& path : open_places(law))
        if (auto v = model::value_at(facts, path); !v.is_unknown())
            all.push_back({model::to_string(law.base(), path), std::move(v)});
    return all;
}

}  // namespace samenloop::detect
