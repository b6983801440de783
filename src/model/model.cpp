#include "samenloop/model.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "model/norms.hpp"

namespace samenloop {

const Norm* RuleBase::norm(std::string_view id) const {
    assert(model::is_read(id));
    const auto found = std::ranges::find(norms, id, &Norm::id);
    return found == norms.end() ? nullptr : &*found;
}

// An id wins from a title, a title from an alias, so that an alias can never hide an organisation.
Index RuleBase::organisation_named(std::string_view name) const {
    const auto where = [this](auto matches) {
        const auto found = std::ranges::find_if(organisations, matches);
        return found == organisations.end() ? none : static_cast<Index>(found - organisations.begin());
    };
    Index index = where([name](const Organisation& o) { return o.id == name; });
    if (index == none)
        index = where([name](const Organisation& o) { return o.title.nl == name || o.title.en == name; });
    if (index == none)
        index = where([name](const Organisation& o) { return std::ranges::find(o.aliases, name) != o.aliases.end(); });
    return index;
}

void carry_amounts_forward(RuleBase& rules) {
    for (auto& item : rules.items) {
        if (item.kind != SlotKind::amount || item.values.empty()) continue;
        auto& last = item.values.back().first;
        item.carried_from = last.to;
        last.to.reset();
    }
}

std::string_view to_string(Level level) {
    static constexpr std::array<std::string_view, 8> names{
        "aid", "practice", "policy", "ordinance", "ministerial", "decree", "act", "treaty"};
    return names.at(static_cast<std::size_t>(level));
}

std::string_view to_string(EffectKind kind) {
    static constexpr std::array<std::string_view, 17> names{
        "define",     "grant",         "deny",         "basis",    "reduce", "obligation",
        "permission", "prohibition",   "charge",       "recover",  "attach", "allocate",
        "refer",      "requires-data", "asks-citizen", "requires", "waive"};
    return names.at(static_cast<std::size_t>(kind));
}

}  // namespace samenloop
