// <norm>, <impossible>, <disposable> and <reference>: thresholds with their source, facts that exclude one another, and
// how D and M are computed.

#include <algorithm>

#include "nouns.hpp"
#include "read/thousands.hpp"

namespace samenloop::read {
namespace {

void read_set(Draft& draft, const Element& element, Reference& reference) {
    const auto slot = reference_of(draft, draft.slots, element, "item");
    if (slot == none) return;
    Type wanted = draft.base.items[slot].type;
    const auto field = text_of(element, "field");
    if (!field.empty()) {
        Names fields({"veld", "field"});
        const auto record = wanted.element ? *wanted.element : Type{};
        for (Index i = 0; i < record.fields.size(); ++i)
            fields.declare(record.fields[i].first, i, element.at, draft.problems);
        const auto index = reference_of(draft, fields, element, "field");
        if (index == none) return;
        wanted = record.fields[index].second;
    }
    auto value = text_expression(draft, element, wanted);
    auto when = attribute_expression(draft, element, "when", type_of(Kind::boolean));
    if (value) reference.sets.push_back({slot, field, std::move(when), std::move(*value)});
}

void finish_reference(Draft& draft, const Element& element, Index) {
    auto& reference = *draft.base.reference;
    for (const auto& child : element.children) {
        if (child.name == "set") read_set(draft, child, reference);
        if (child.name != "omit") continue;
        std::ranges::copy(references_of(draft, draft.rules, child, "rules"), std::back_inserter(reference.omit_rules));
        std::ranges::copy(
            references_of(draft, draft.schemes, child, "schemes"), std::back_inserter(reference.omit_schemes));
    }
}

void finish_impossible(Draft& draft, const Element& element, Index) {
    auto when = text_expression(draft, element, type_of(Kind::boolean));
    if (when)
        draft.base.impossible.push_back({title_of(element), text_of(element, "source"), std::move(*when), element.at});
}

void finish_contradiction(Draft& draft, const Element& element, Index) {
    auto when = text_expression(draft, element, type_of(Kind::boolean));
    const auto severity = text_of(element, "severity") == "warning" ? Severity::warning : Severity::error;
    if (when)
        draft.base.contradictions.push_back(
            {title_of(element), title_of(element, "instead"), severity, std::move(*when), element.at});
}

void finish_disposable(Draft& draft, const Element& element, Index) {
    if (draft.base.disposable) {
        draft.problems.add(element.at, {"een tweede <disposable>: een regelbestand heeft er één",
                                        "a second <disposable>: a rule base has one"});
        return;
    }
    draft.base.disposable = text_expression(draft, element, type_of(Kind::number, "eur/year"));
}

}  // namespace

void declare_norm(Draft& draft, const Element& element) {
    auto* norm = declare(draft, draft.norms, draft.base.norms, element, nullptr);
    if (norm == nullptr) return;
    norm->title = title_of(element);
    norm->unit = text_of(element, "unit");
    if (norm->unit == "none") norm->unit.clear();
    norm->source = text_of(element, "source");
    if (refuse_thousands(element, element.text, norm->unit, draft.problems)) return;
    const auto text = trimmed(element.text.text());
    const auto value = Decimal::parse(text);
    if (value) norm->value = *value;
    else if (!text.empty())
        draft.problems.add(element.place(element.text.offset_of(element.text.text().find_first_not_of(" \t\r\n"))),
                           base::both("'{}' is geen getal", "'{}' is not a number", text),
                           {"ten hoogste 40 cijfers, geschreven als 0.35", "at most 40 digits, written like 0.35"});
}

void declare_impossible(Draft& draft, const Element& element) {
    draft.all.later.push_back({finish_impossible, &element, none});
}

void declare_contradiction(Draft& draft, const Element& element) {
    draft.all.later.push_back({finish_contradiction, &element, none});
}

void declare_disposable(Draft& draft, const Element& element) {
    draft.all.later.push_back({finish_disposable, &element, none});
}

void declare_reference(Draft& draft, const Element& element) {
    if (draft.base.reference) {
        draft.problems.add(
            element.at,
            {"een tweede <reference>: een regelbestand heeft er één", "a second <reference>: a rule base has one"},
            base::both("de eerste staat in {}", "the first one is at {}", line_of(draft.base.reference->at)));
        return;
    }
    Reference reference;
    reference.title = title_of(element);
    reference.source = text_of(element, "source");
    reference.at = element.at;
    draft.base.reference = std::move(reference);
    draft.all.later.push_back({finish_reference, &element, none});
}

}  // namespace samenloop::read
