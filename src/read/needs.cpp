// <need>, <outcome> and <act>: what a person needs, must have reached, and what somebody must or may do.

#include "nouns.hpp"

namespace samenloop::read {
namespace {

void finish_need(Draft& draft, const Element& element, Index index) {
    auto& need = draft.base.needs[index];
    need.outcome = reference_of(draft, draft.outcomes, element, "outcome");
    need.act = reference_of(draft, draft.acts, element, "act");
    need.active = child_expression(draft, element, "active", type_of(Kind::boolean));
    need.covered = child_expression(draft, element, "covered", type_of(Kind::boolean));
}

void finish_outcome(Draft& draft, const Element& element, Index index) {
    auto& outcome = draft.base.outcomes[index];
    outcome.scheme = reference_of(draft, draft.schemes, element, "scheme");
    outcome.organisation = whom(draft, element, "organisation");
    outcome.holds = child_expression(draft, element, "holds", type_of(Kind::boolean));
}

void finish_act(Draft& draft, const Element& element, Index index) {
    draft.base.acts[index].excludes = references_of(draft, draft.acts, element, "excludes");
}

DataAct data_act_of(const Element& element) {
    const auto word = text_of(element, "data");
    if (word == "report") return DataAct::report;
    if (word == "ask") return DataAct::ask;
    if (word == "use") return DataAct::use;
    return word == "withhold" ? DataAct::withhold : DataAct::none;
}

}  // namespace

void declare_need(Draft& draft, const Element& element) {
    auto* need = declare(draft, draft.needs, draft.base.needs, element, finish_need);
    if (need == nullptr) return;
    need->title = title_of(element);
    need->coverage = text_of(element, "coverage") == "income" ? Coverage::income : Coverage::schemes;
    need->basic = flag_of(element, "basic");
    need->exclusive = flag_of(element, "exclusive");
}

void declare_outcome(Draft& draft, const Element& element) {
    auto* outcome = declare(draft, draft.outcomes, draft.base.outcomes, element, finish_outcome);
    if (outcome == nullptr) return;
    outcome->title = title_of(element);
    const auto index = static_cast<Slot>(draft.base.outcomes.size() - 1);
    draft.all.outcome_names.emplace(outcome->id, Symbol{index, type_of(Kind::boolean)});
}

void declare_act(Draft& draft, const Element& element) {
    auto* act = declare(draft, draft.acts, draft.base.acts, element, finish_act);
    if (act == nullptr) return;
    act->title = title_of(element);
    act->data = data_act_of(element);
}

}  // namespace samenloop::read
