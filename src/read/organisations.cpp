// <organisation>: executing bodies and the person concerned.

#include "nouns.hpp"

namespace samenloop::read {

void declare_organisation(Draft& draft, const Element& element) {
    auto* organisation = declare(draft, draft.organisations, draft.base.organisations, element, nullptr);
    if (organisation == nullptr) return;
    organisation->title = title_of(element);
    organisation->ministry = text_of(element, "ministry");
    organisation->is_person = flag_of(element, "person");
    const auto aliases = text_of(element, "aliases");
    for (std::size_t at = 0; at < aliases.size();) {
        const auto end = std::min(aliases.find('|', at), aliases.size());
        const auto alias = trimmed(std::string_view(aliases).substr(at, end - at));
        if (!alias.empty()) organisation->aliases.emplace_back(alias);
        at = end + 1;
    }
}

}  // namespace samenloop::read
