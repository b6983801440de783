#include "detect/authority.hpp"

#include "evaluate/reach.hpp"
#include "model/wording.hpp"

namespace samenloop {

std::string provider(const Evaluation& e, Index outcome) {
    const auto& o = e.base().outcomes[outcome];
    if (!o.organisation.empty()) return e.organisation(o.organisation);
    if (o.scheme == none || e.base().schemes[o.scheme].executor.empty()) return {};
    return e.organisation(e.base().schemes[o.scheme].executor);
}

Text who_achieves(const Evaluation& here, const Evaluation& law, Index outcome) {
    for (const auto& [kind, words] :
         {std::pair{EffectKind::obligation, Text{" moet dit volgens ", " must do so under "}},
          std::pair{EffectKind::permission, Text{" mag dit volgens ", " may do so under "}}})
        for (const auto* e : {&here, &law})
            for (const auto& duty : achieving(*e, kind))
                if (duty.outcome == outcome)
                    return organisation_name(here.base(), e->actor(duty.argument, duty.instance)) + words +
                           cite(here.base(), e->program->arguments[duty.argument].rule);
    const auto who = provider(here, outcome);
    if (who.empty()) return {"geen regel wijst aan wie dit doet", "no rule says who does it"};
    return organisation_name(here.base(), who) +
           Text{" kan dit, maar geen regel verplicht ertoe", " could do so, but no rule demands it"};
}

}  // namespace samenloop
