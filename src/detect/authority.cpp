#include "detect/authority.hpp"

#include "engine/reach.hpp"
#include "model/wording.hpp"

namespace samenloop::detect {

std::string provider(const engine::Evaluation& e, Index outcome) {
    const auto& o = e.base().outcomes[outcome];
    if (!o.organisation.empty()) return e.organisation(o.organisation);
    if (o.scheme == none || e.base().schemes[o.scheme].executor.empty()) return {};
    return e.organisation(e.base().schemes[o.scheme].executor);
}

Text who_achieves(const engine::Evaluation& here, const engine::Evaluation& law, Index outcome) {
    for (const auto& [kind, words] :
         {std::pair{EffectKind::obligation, Text{" moet dit volgens ", " must do so under "}},
          std::pair{EffectKind::permission, Text{" mag dit volgens ", " may do so under "}}})
        for (const auto* e : {&here, &law})
            for (const auto& duty : engine::achieving(*e, kind))
                if (duty.outcome == outcome)
                    return model::organisation_name(here.base(), e->actor(duty.argument, duty.instance)) + words +
                           model::cite(here.base(), e->program->arguments[duty.argument].rule);
    const auto who = provider(here, outcome);
    if (who.empty()) return {"geen regel wijst aan wie dit doet", "no rule says who does it"};
    return model::organisation_name(here.base(), who) +
           Text{" kan dit, maar geen regel verplicht ertoe", " could do so, but no rule demands it"};
}

}  // namespace samenloop::detect
