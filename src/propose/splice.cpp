#include "propose/splice.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace samenloop::propose {
namespace {

class Writer {
  public:
    Writer(const std::shared_ptr<const Source>& file, const std::shared_ptr<const Source>& proposal)
        : file_(file), proposal_(proposal) {}

    void keep_until(std::size_t offset) {
        if (offset > at_) add(file_->text().substr(at_, offset - at_), {file_, at_}, true);
        at_ = std::max(at_, offset);
    }
    void change(const Splice& splice) {
        keep_until(splice.old.begin);
        for (const auto& piece : splice.pieces) add(piece.text, {proposal_, piece.from}, piece.verbatim);
        at_ = std::max(at_, splice.old.end);
    }
    Spliced done() {
        keep_until(file_->text().size());
        return {std::make_shared<const Source>(file_->name(), std::move(text_)), std::move(origins_)};
    }

  private:
    void add(std::string_view text, Location from, bool verbatim) {
        if (text.empty()) return;
        origins_.push_back({text_.size(), text.size(), std::move(from), verbatim});
        text_ += text;
    }

    std::shared_ptr<const Source> file_;
    std::shared_ptr<const Source> proposal_;
    std::size_t at_ = 0;
    std::string text_;
    std::vector<TextOrigin> origins_;
};

}  // namespace

Spliced splice_file(const std::shared_ptr<const Source>& file, const std::vector<const Splice*>& splices,
                    const std::shared_ptr<const Source>& proposal) {
    Writer writer(file, proposal);
    for (const auto* splice : splices) writer.change(*splice);
    return writer.done();
}

void sort_splices(std::vector<Splice>& splices) {
    std::ranges::stable_sort(
        splices, {}, [](const Splice& s) { return std::tuple(s.file, s.old.begin, s.old.end, s.modification); });
}

// Sorted by their start, so that only the one that reaches farthest so far can overlap the next one.
std::vector<Clash> conflicts_among(const std::vector<Splice>& splices) {
    std::vector<Clash> found;
    const auto add = [&](std::size_t a, std::size_t b) {
        if (a != b) found.push_back({std::min(a, b), std::max(a, b)});
    };
    const Splice* farthest = nullptr;
    std::map<std::pair<std::size_t, std::string>, std::size_t> once;
    for (const auto& splice : splices) {
        if (farthest != nullptr && farthest->file == splice.file && splice.old.begin < farthest->old.end)
            add(farthest->modification, splice.modification);
        if (!splice.once.empty()) {
            const auto [first, fresh] = once.emplace(std::pair(splice.file, splice.once), splice.modification);
            if (!fresh) add(first->second, splice.modification);
        }
        if (farthest == nullptr || farthest->file != splice.file || splice.old.end >= farthest->old.end)
            farthest = &splice;
    }
    return found;
}

}  // namespace samenloop::propose
