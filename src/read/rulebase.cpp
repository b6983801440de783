// Reading a rule base: files -> trees -> declared things -> resolved things -> checks of the whole.

#include <algorithm>
#include <array>

#include "base/parallel.hpp"
#include "nouns.hpp"
#include "read/document.hpp"
#include "read/order_of_ids.hpp"
#include "read/organisations_by_id.hpp"
#include "read/rulebase_shapes.hpp"
#include "samenloop/read.hpp"

namespace samenloop::read {
namespace {

constexpr std::string_view rules_namespace = "urn:samenloop:rules:1";

struct Noun {
    std::string_view element;
    void (*declare)(Draft&, const Element&);
};
constexpr std::array nouns{
    Noun{"organisation", declare_organisation},
    Noun{"need", declare_need},
    Noun{"outcome", declare_outcome},
    Noun{"act", declare_act},
    Noun{"item", declare_item},
    Noun{"list", declare_list},
    Noun{"concept", declare_concept},
    Noun{"law", declare_law},
    Noun{"floor", declare_floor},
    Noun{"exchange", declare_exchange},
    Noun{"norm", declare_norm},
    Noun{"impossible", declare_impossible},
    Noun{"unmodelled", declare_unmodelled},
    Noun{"contradiction", declare_contradiction},
    Noun{"disposable", declare_disposable},
    Noun{"reference", declare_reference},
};

std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

/// FNV-1a over what the rules say, in whatever order they stand and whatever stands between them.
std::string fingerprint(const std::vector<const Element*>& elements) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const auto* element : elements) {
        for (const char c : content_of(*element)) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        hash *= 0x100000001b3U;  // a zero byte between texts
    }
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4)
        hex += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xFU];
    return hex;
}

void declare_jurisdiction(Draft& draft, const Element& root) {
    const auto jurisdiction = text_of(root, "jurisdiction");
    if (jurisdiction.empty()) return;
    if (draft.base.jurisdiction.empty()) draft.base.jurisdiction = jurisdiction;
    else if (draft.base.jurisdiction != jurisdiction)
        draft.problems.add(root, *root.attribute("jurisdiction"),
                           base::both("het rechtsgebied is hier '{}' en in een ander bestand '{}'",
                                      "the jurisdiction is '{}' here and '{}' in another file", jurisdiction,
                                      draft.base.jurisdiction));
}

/// All of one kind before those of the next, each kind in the order of its ids.
std::vector<const Element*> in_order(const std::vector<Element>& roots) {
    std::vector<const Element*> all;
    for (const auto& noun : nouns) {
        std::vector<const Element*> of_kind;
        for (const auto& root : roots)
            for (const auto& child : root.children)
                if (child.name == noun.element) of_kind.push_back(&child);
        std::ranges::copy(in_order_of_ids(of_kind), std::back_inserter(all));
    }
    return all;
}

/// Items and rules are large: none is moved when the next one comes.
void make_room(RuleBase& base, const std::vector<const Element*>& elements) {
    auto most = elements.size();
    for (const auto* element : elements) most += element->children.size();
    for (const auto* element : elements)
        for (const auto& child : element->children) most += child.children.size();
    base.items.reserve(most);
    base.rules.reserve(most);
}

void declare_all(Draft& draft, const std::vector<const Element*>& elements) {
    make_room(draft.base, elements);
    for (const auto* element : elements)
        std::ranges::find(nouns, element->name, &Noun::element)->declare(draft, *element);
}

/// Always as many: each counts its problems, on which it hangs what is suggested.
constexpr std::size_t pieces = 32;

/// Does what was put off.
void finish(Draft& draft) {
    for (const auto& [step, element, index] : draft.all.later) step(draft, *element, index);
    const auto& all = draft.all.side_by_side;
    std::array<Problems, pieces> problems;
    base::in_parallel(pieces, [&](std::size_t piece) {
        Draft mine(draft.all);
        for (auto i = all.size() * piece / pieces; i < all.size() * (piece + 1) / pieces; ++i)
            all[i].step(mine, *all[i].element, all[i].index);
        problems[piece] = std::move(mine.problems);
    });
    for (const auto& found : problems)
        if (!found.empty()) draft.problems.add(found.sorted());
    name_organisations_by_id(draft.base);
}

}  // namespace

}  // namespace samenloop::read

namespace samenloop {

Result<RuleBase> read_rulebase(std::span<const std::shared_ptr<const Source>> files) {
    std::vector sources(files.begin(), files.end());
    std::ranges::stable_sort(sources, {}, [](const auto& source) { return read::base_name(source->name()); });
    read::Declared declared;
    read::Draft draft(declared);
    static const read::Shapes shapes(read::rulebase_shapes());
    std::vector<Result<read::Element>> documents(sources.size(), tl::unexpected(Diagnostics()));
    std::vector<read::Problems> of_shape(sources.size());
    base::in_parallel(sources.size(), [&](std::size_t i) {
        documents[i] = read::read_document(sources[i], read::rules_namespace);
        if (documents[i]) shapes.check(*documents[i], of_shape[i]);
    });
    std::vector<read::Element> roots;
    bool all_read = true;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        auto& root = documents[i];
        if (!of_shape[i].empty()) draft.problems.add(of_shape[i].sorted());
        if (root) roots.push_back(std::move(*root));
        else draft.problems.add(std::move(root.error()));
        all_read = all_read && root.has_value();
    }
    for (const auto& root : roots) read::declare_jurisdiction(draft, root);
    const auto elements = read::in_order(roots);
    std::string fingerprint;
    base::in_parallel(2, [&](std::size_t i) {
        if (i == 0) read::declare_all(draft, elements);
        else fingerprint = read::fingerprint(elements);
    });
    draft.base.fingerprint = std::move(fingerprint);
    // With a file missing every reference into it would be reported as unknown, which helps nobody.
    if (all_read) {
        read::finish(draft);
        read::validate(draft);
    }
    if (!draft.problems.empty()) return tl::unexpected(draft.problems.sorted());
    return std::move(draft.base);
}

}  // namespace samenloop
