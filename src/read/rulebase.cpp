// Reading a rule base: files -> trees -> declared things -> resolved things -> checks of the whole.

#include <algorithm>
#include <array>

#include "nouns.hpp"
#include "read/document.hpp"
#include "read/rulebase_shapes.hpp"
#include "samenloop/read.hpp"

namespace samenloop {
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

/// FNV-1a over the contents of the files.
std::string fingerprint(const std::vector<Element>& roots) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto add = [&hash](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        hash *= 0x100000001b3U;  // a zero byte between texts
    };
    for (const auto& root : roots) add(root.at.source->text());
    std::string hex;
    for (int shift = 60; shift >= 0; shift -= 4)
        hex += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xFU];
    return hex;
}

/// What a file is called by: its first law, else its first thing.
std::string subject(const Element& root) {
    const auto law = std::ranges::find(root.children, "law", &Element::name);
    const auto first = law != root.children.end() ? law : root.children.begin();
    return first == root.children.end() ? "" : text_of(*first, "id");
}

/// Whose order decides where several answers are as good must not be that of file names: the things that all laws share
/// come first, then the laws by their ids.
void in_order_of_subject(std::vector<Element>& roots) {
    std::ranges::stable_sort(roots, {}, [](const Element& root) {
        const bool law = std::ranges::find(root.children, "law", &Element::name) != root.children.end();
        return std::pair(law, subject(root));
    });
}

void declare_jurisdiction(Draft& draft, const Element& root) {
    const auto jurisdiction = text_of(root, "jurisdiction");
    if (jurisdiction.empty()) return;
    if (draft.base.jurisdiction.empty()) draft.base.jurisdiction = jurisdiction;
    else if (draft.base.jurisdiction != jurisdiction)
        draft.problems.add(
            root, *root.attribute("jurisdiction"),
            "the jurisdiction is '" + jurisdiction + "' here and '" + draft.base.jurisdiction + "' in another file");
}

void declare_all(Draft& draft, const Element& root) {
    check_shape(root, rulebase_shapes(), draft.problems);
    declare_jurisdiction(draft, root);
    for (const auto& child : root.children) {
        const auto noun = std::ranges::find(nouns, child.name, &Noun::element);
        if (noun != nouns.end()) noun->declare(draft, child);
    }
}

}  // namespace

Result<RuleBase> read_rulebase(std::span<const std::shared_ptr<const Source>> files) {
    std::vector sources(files.begin(), files.end());
    std::ranges::stable_sort(sources, {}, [](const auto& source) { return base_name(source->name()); });
    Draft draft;
    std::vector<Element> roots;
    bool all_read = true;
    for (const auto& source : sources) {
        auto root = read_document(source, rules_namespace);
        if (root) roots.push_back(std::move(*root));
        else draft.problems.add(std::move(root.error()));
        all_read = all_read && root.has_value();
    }
    in_order_of_subject(roots);
    draft.base.fingerprint = fingerprint(roots);
    for (const auto& root : roots) declare_all(draft, root);
    // With a file missing every reference into it would be reported as unknown, which helps nobody.
    if (all_read) {
        for (const auto& [step, element, index] : draft.later) step(draft, *element, index);
        check_whole(draft);
    }
    if (!draft.problems.empty()) return tl::unexpected(draft.problems.sorted());
    return std::move(draft.base);
}

}  // namespace samenloop
