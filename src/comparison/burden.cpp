#include "comparison/burden.hpp"

#include <set>

namespace samenloop::comparison {
namespace {

class Tally {
  public:
    explicit Tally(const engine::Evaluation& e) : e_(e) {}

    void see(engine::ArgumentId a, std::size_t instance) {
        const auto& effect = *e_.program->effect(a);
        const auto actor = e_.actor(a, instance);
        switch (effect.kind) {
        case EffectKind::grant:
        case EffectKind::deny: decisions_.emplace("scheme", effect.scheme); break;
        case EffectKind::charge:
        case EffectKind::recover: decisions_.emplace(actor, effect.charge); break;
        case EffectKind::asks_citizen: proofs_.emplace(actor, effect.item); break;
        case EffectKind::requires_data: data_.emplace(actor, effect.item); break;
        case EffectKind::obligation: break;
        default: return;
        }
        if (!actor.empty()) organisations_.insert(actor);
    }

    Burden burden() const { return {decisions_.size(), proofs_.size(), organisations_.size(), data_.size()}; }

  private:
    const engine::Evaluation& e_;
    std::set<std::pair<std::string, Index>> decisions_;
    std::set<std::pair<std::string, Slot>> proofs_;
    std::set<std::pair<std::string, Slot>> data_;
    std::set<std::string> organisations_;
};

}  // namespace

Burden burden_of(const engine::Evaluation& e) {
    Tally tally(e);
    for (engine::ArgumentId a = 0; a < e.labels.size(); ++a) {
        if (e.program->effect(a) == nullptr) continue;
        for (std::size_t i = 0; i < e.labels[a].size(); ++i)
            if (e.label(a, i) == engine::Label::accepted) tally.see(a, i);
    }
    return tally.burden();
}

}  // namespace samenloop::comparison
