#include "propose/inverse_edit.hpp"

#include <algorithm>

namespace samenloop::propose {
namespace {

std::string_view cut(std::string_view text, Bytes bytes) { return text.substr(bytes.begin, bytes.end - bytes.begin); }

std::string modification(std::string_view kind, std::string_view place, const std::string& target,
                         std::string_view text) {
    return "<" + std::string(kind) + " " + std::string(place) + "=\"" + escaped(target) + "\" exact=\"true\">" +
           std::string(text) + "</" + std::string(kind) + ">";
}
std::string substitution(const std::string& target, std::string_view text) {
    return modification("substitution", "target", target, text);
}
std::string repeal(const std::string& target) { return "<repeal target=\"" + escaped(target) + "\"/>"; }

std::size_t length(const Splice& splice) {
    std::size_t sum = 0;
    for (const auto& fragment : splice.pieces) sum += fragment.text.size();
    return sum;
}

bool within(Bytes inner, Bytes outer) { return outer.begin <= inner.begin && inner.end <= outer.end; }

}  // namespace

std::string escaped(std::string_view text, read::TextIn where) {
    std::string all;
    for (const char c : text) {
        if (c == '&') all += "&amp;";
        else if (c == '<') all += "&lt;";
        else if (c == '"') all += "&quot;";
        else if (c == '\r') all += "&#13;";
        else if (c == '\n' && where == read::TextIn::attribute) all += "&#10;";
        else if (c == '\t' && where == read::TextIn::attribute) all += "&#9;";
        else all += c;
    }
    return all;
}

std::vector<std::string> InverseEdit::undo(const Splice& splice, Undo level) const {
    if (!file_after(splice.file)) return {};
    if (level == Undo::part) return part(splice);
    return {level == Undo::thing ? thing(splice) : file(splice)};
}

std::optional<std::size_t> InverseEdit::file_after(std::size_t file) const {
    return after_.file_named(base_name(before_.sources()[file]->name()));
}

/// Where text that stays has gone.
std::size_t InverseEdit::moved(std::size_t file, std::size_t offset) const {
    auto now = offset;
    for (const auto& splice : splices_) {
        if (splice.file != file || splice.old.begin > offset || splice.old.end > offset) continue;
        now += length(splice);
        now -= splice.old.end - splice.old.begin;
    }
    return now;
}

/// The new bytes of a splice: behind those of the splices before it.
Bytes InverseEdit::fresh(const Splice& splice) const {
    auto begin = splice.old.begin;
    for (const auto& each : splices_) {
        if (&each == &splice) break;
        if (each.file != splice.file) continue;
        begin += length(each);
        begin -= each.old.end - each.old.begin;
    }
    return {begin, begin + length(splice)};
}

std::string InverseEdit::name_after(std::size_t file, const read::Element& element) const {
    const auto there = after_.around(*file_after(file), moved(file, element.at.offset));
    return after_.name_of(*there.element);
}

std::vector<std::string> InverseEdit::part(const Splice& splice) const {
    const auto text = before_.text(splice.file);
    const auto& around = *before_.around(splice.file, splice.old.begin).element;
    if (auto attribute = of_attribute(splice, around)) return {*attribute};
    const bool adds = splice.old.begin == splice.old.end;
    const auto now = *file_after(splice.file);
    const auto brought = after_.outermost(now, fresh(splice));
    if (adds && !brought.empty()) {
        std::vector<std::string> all;
        for (const auto* element : brought) all.push_back(repeal(after_.name_of(*element)));
        return all;
    }
    const auto lost = before_.outermost(splice.file, splice.old);
    if (lost.size() == 1 && brought.empty()) return {element_back(splice, *lost.front())};
    if (lost.size() == 1 && brought.size() == 1)
        return {
            substitution(after_.name_of(*brought.front()), cut(text, extent_of(text, lost.front()->at.offset).whole))};
    const auto content = extent_of(text, around.at.offset).content;
    if (lost.empty() && around.children.empty() && within(splice.old, content))
        return {substitution(name_after(splice.file, around), cut(text, content))};
    return {thing(splice)};
}

std::optional<std::string> InverseEdit::of_attribute(const Splice& splice, const read::Element& element) const {
    const auto text = before_.text(splice.file);
    const auto tag_end = extent_of(text, element.at.offset).content.begin;
    if (splice.old.begin <= element.at.offset || splice.old.end >= tag_end) return std::nullopt;
    const auto target = [&](std::string_view name) {
        return name_after(splice.file, element) + "/@" + std::string(name);
    };
    for (const auto& attribute : element.attributes) {
        const auto extent = attribute_extent(text, attribute.offset);
        if (within(splice.old, extent.value)) return substitution(target(attribute.name), cut(text, extent.value));
        if (splice.old == extent.whole) {
            // An attribute that is put in comes last, after one blank, in double quotes.
            const bool last =
                &attribute == &element.attributes.back() && extent.quote == '"' &&
                cut(text, extent.whole) ==
                    " " + std::string(attribute.name) + "=\"" + std::string(cut(text, extent.value)) + "\"";
            if (last) return modification("insertion", "into", target(attribute.name), cut(text, extent.value));
            const auto whole = extent_of(text, element.at.offset).whole;
            return substitution(name_after(splice.file, element), cut(text, whole));
        }
    }
    const auto& brought = splice.pieces.empty() ? std::string() : splice.pieces.front().text;
    const auto equals = brought.find('=');
    if (splice.old.begin != splice.old.end || !brought.starts_with(' ') || equals == std::string::npos)
        return thing(splice);
    return repeal(target(brought.substr(1, equals - 1)));
}

/// An element that was taken out comes back beside one that is still there.
std::string InverseEdit::element_back(const Splice& splice, const read::Element& element) const {
    const auto text = before_.text(splice.file);
    const auto bytes = cut(text, splice.old);
    const auto& parent = *before_.parent_of(element);
    const auto self = std::ranges::find_if(parent.children, [&](const read::Element& e) { return &e == &element; });
    const auto stays = [&](const read::Element& e) {
        return std::ranges::none_of(splices_, [&](const Splice& each) {
            return each.file == splice.file && each.old.begin <= e.at.offset && e.at.offset < each.old.end;
        });
    };
    if (self != parent.children.begin()) {
        const auto& above = *std::prev(self);
        if (stays(above) && extent_of(text, above.at.offset).whole.end == splice.old.begin)
            return modification("insertion", "after", name_after(splice.file, above), bytes);
    }
    if (const auto below = std::next(self); below != parent.children.end() && stays(*below))
        return modification("insertion", "before", name_after(splice.file, *below), bytes);
    return modification("insertion", "into", name_after(splice.file, parent), bytes);
}

/// The innermost thing around a splice that is there before and after, as it was.
std::string InverseEdit::thing(const Splice& splice) const {
    const auto text = before_.text(splice.file);
    const auto* inner = before_.around(splice.file, splice.old.begin).thing_element;
    while (before_.parent_of(*inner) != nullptr) {
        const auto whole = extent_of(text, inner->at.offset).whole;
        const auto name = before_.name_of(*inner);
        const bool holds = splice.old.begin > whole.begin && splice.old.end < whole.end;
        if (holds && after_.named(name) != nullptr) return substitution(name, cut(text, whole));
        inner = before_.around(splice.file, before_.parent_of(*inner)->at.offset).thing_element;
    }
    return file(splice);
}

std::string InverseEdit::file(const Splice& splice) const {
    const auto text = before_.text(splice.file);
    const auto root = before_.root(splice.file).at.offset;
    const auto name = "file:" + std::string(base_name(before_.sources()[splice.file]->name()));
    return substitution(name, cut(text, extent_of(text, root).whole));
}

}  // namespace samenloop::propose
