#include "propose/apply.hpp"

#include <algorithm>

#include "propose/new_text.hpp"
#include "read/document.hpp"

namespace samenloop::propose {
namespace {

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rulebase xmlns=\"urn:samenloop:rules:1\">";

std::size_t line_of_modification(const Proposal& proposal, std::size_t index) {
    const auto& at = proposal.modifications[index].at;
    return at.source->position(at.offset).line;
}

/// Files that are new: what goes into one of them stands there in the order of the proposal.
class NewFiles {
  public:
    NewFiles(const SourceIndex& things, const Proposal& proposal, const NewTexts& texts)
        : things_(things), proposal_(proposal), texts_(texts) {}

    void into(Applied& applied) {
        for (std::size_t i = 0; i < applied.edits.size(); ++i) {
            const auto& name = applied.edits[i].new_file;
            if (name.empty() || std::ranges::find(done_, name) != done_.end()) continue;
            done_.push_back(name);
            write(applied, name, i);
        }
    }

  private:
    void write(Applied& applied, const std::string& name, std::size_t first) {
        const auto start = proposal_.modifications[first].at.offset;
        const auto& element = *texts_.elements[first];
        const bool as_it_is = proposal_.modifications[first].exact && element.children.empty();
        if (as_it_is) return add(applied, name, {{element.text.text(), start, false}}, first);
        std::vector<Fragment> pieces{{std::string(head), start, false}};
        for (auto i = first; i < applied.edits.size(); ++i) {
            if (applied.edits[i].new_file != name) continue;
            pieces.push_back({"\n  ", texts_.elements[i]->at.offset, false});
            for (auto& piece : elements_in(*texts_.elements[i], {"\n", "  "})) pieces.push_back(std::move(piece));
        }
        pieces.push_back({"\n</rulebase>\n", start, false});
        add(applied, name, std::move(pieces), first);
    }

    void add(Applied& applied, const std::string& name, std::vector<Fragment> pieces, std::size_t first) {
        const Splice all{0, {}, std::move(pieces), first, {}};
        const auto empty = std::make_shared<const Source>(folder() + name, "");
        auto made = splice_file(empty, {&all}, proposal_.source);
        applied.sources.push_back(std::move(made.source));
        applied.origins.push_back(std::move(made.origins));
    }

    /// New files are called like the others.
    std::string folder() const {
        if (things_.sources().empty()) return {};
        const std::string_view name = things_.sources().front()->name();
        return std::string(name.substr(0, name.size() - base_name(name).size()));
    }

    const SourceIndex& things_;
    const Proposal& proposal_;
    const NewTexts& texts_;
    std::vector<std::string> done_;
};

/// Twice the same thing; or a change inside of what another one takes out.
void tell_conflicts(const Proposal& proposal, const std::vector<Splice>& splices, read::Problems& problems) {
    for (const auto& [earlier, later] : conflicts_among(splices)) {
        const auto& twice = proposal.modifications[later];
        problems.add({proposal.source, twice.target_offset},
                     base::both("'{}' wordt twee keer gewijzigd, of samen met waar het deel van is",
                                "'{}' is modified twice, or with what it is part of", twice.target),
                     base::both("de andere wijziging staat op regel {}", "the other modification is on line {}",
                                line_of_modification(proposal, earlier)));
    }
}

void keep_files(const SourceIndex& things, const Proposal& proposal, const std::vector<Splice>& splices,
                const std::vector<std::optional<std::size_t>>& gone, Applied& applied) {
    const auto& sources = things.sources();
    for (std::size_t file = 0; file < sources.size(); ++file) {
        if (std::ranges::find(gone, std::optional(file)) != gone.end()) continue;
        std::vector<const Splice*> mine;
        for (const auto& splice : splices)
            if (splice.file == file) mine.push_back(&splice);
        if (mine.empty()) {
            applied.sources.push_back(sources[file]);
            applied.origins.push_back({{0, sources[file]->text().size(), {sources[file], 0}, true}});
            continue;
        }
        auto made = splice_file(sources[file], mine, proposal.source);
        applied.sources.push_back(std::move(made.source));
        applied.origins.push_back(std::move(made.origins));
    }
}

/// A file that goes: nothing else may be changed in it.
void take_file(const SourceIndex& things, const Edit& edit, std::size_t index, std::vector<Splice>& splices) {
    if (!edit.old_file) return;
    const Bytes all{0, things.text(*edit.old_file).size()};
    splices.push_back({*edit.old_file, all, {}, index, {}});
}

}  // namespace

NewTexts new_texts(const Proposal& proposal) {
    NewTexts texts;
    if (!proposal.source) return texts;
    auto root = read::read_document(proposal.source, "urn:samenloop:proposal:1");
    if (root) texts.root = std::move(*root);
    for (const auto& modification : proposal.modifications)
        for (const auto& child : texts.root.children)
            if (child.at.offset == modification.at.offset) texts.elements.push_back(&child);
    return texts;
}

std::optional<Applied> apply(const SourceIndex& things, const Proposal& proposal, read::Problems& problems) {
    const auto texts = new_texts(proposal);
    Applied applied;
    std::vector<Splice> splices;
    std::vector<std::optional<std::size_t>> gone;
    for (std::size_t i = 0; i < texts.elements.size(); ++i) {
        auto edit = edit_of(things, proposal, proposal.modifications[i], *texts.elements[i], i, problems);
        if (!edit) continue;
        splices.insert(splices.end(), edit->splices.begin(), edit->splices.end());
        take_file(things, *edit, i, splices);
        gone.push_back(edit->old_file);
        applied.edits.push_back(std::move(*edit));
    }
    sort_splices(splices);
    tell_conflicts(proposal, splices, problems);
    if (!problems.empty()) return std::nullopt;
    keep_files(things, proposal, splices, gone, applied);
    NewFiles(things, proposal, texts).into(applied);
    return applied;
}

}  // namespace samenloop::propose
