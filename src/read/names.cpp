#include "names.hpp"

namespace samenloop::read {

bool Names::declare(std::string_view id, Index index, const Location& at, Problems& problems) {
    const auto [found, fresh] = known_.emplace(std::string(id), Known{index, at});
    if (fresh) return true;
    problems.add(at, base::both("{} '{}' staat er twee keer", "the {} '{}' is declared twice", noun_, id),
                 base::both("ook in {}", "the first one is at {}", line_of(found->second.at)));
    return false;
}

Index Names::find(std::string_view id, const Location& at, Problems& problems) const {
    const auto index = known(id);
    if (index == none)
        problems.add(at, base::both("er is geen {} '{}'", "unknown {} '{}'", noun_, id), problems.suggest(id, all()));
    return index;
}

Index Names::known(std::string_view id) const {
    const auto found = known_.find(id);
    return found == known_.end() ? none : found->second.index;
}

const Location* Names::declared_at(std::string_view id) const {
    const auto found = known_.find(id);
    return found == known_.end() ? nullptr : &found->second.at;
}

std::vector<std::string_view> Names::all() const {
    std::vector<std::string_view> ids;
    ids.reserve(known_.size());
    for (const auto& [id, index] : known_) ids.emplace_back(id);
    return ids;
}

}  // namespace samenloop::read
