#include "model/request.hpp"

namespace samenloop::model {

std::optional<Slot> asked_by(const RuleBase& base, Index rule) {
    const auto& r = base.rules[rule];
    if (!r.request || r.each || r.request->reads().size() != 1) return std::nullopt;
    const auto slot = r.request->reads().front().slot;
    const auto& item = base.items[slot];
    const bool fact = item.kind == SlotKind::item && item.type.kind == Kind::boolean;
    return fact ? std::optional(slot) : std::nullopt;
}

}  // namespace samenloop::model
