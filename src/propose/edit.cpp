// An element takes the blanks before it along: what is put in comes behind the end of what stands before its place, on
// lines of its own, and a repeal takes out exactly such a piece.  So the one undoes the other.

#include "propose/edit.hpp"

#include <algorithm>

#include "propose/dated.hpp"
#include "propose/new_text.hpp"
#include "read/lexical.hpp"
#include "read/rulebase_shapes.hpp"

namespace samenloop::propose {
namespace {

const Text insert_into{"voeg het erin in, met 'into'", "insert into it"};
const Text behind_it{"voor een attribuut: schrijf /@naam erachter", "for an attribute write /@name behind it"};

/// May the attribute of this element name several things: is adding one to it an insertion?
bool is_row(const read::Element& element, const read::Element* parent, std::string_view attribute) {
    for (const auto& shape : read::rulebase_shapes()) {
        const bool effect = parent != nullptr && parent->name == "rule";
        if (shape.name.substr(0, shape.name.find('.')) != element.name) continue;
        if (element.name == "charge" && shape.name.ends_with(".effect") != effect) continue;
        for (const auto& word : read::words_in(shape.attributes)) {
            const auto colon = word.text.find(':');
            const auto name = word.text.substr(0, word.text.find_first_of("!:"));
            const auto kind = word.text.substr(colon + 1);
            if (name == attribute) return kind == "ids" || kind == "rules";
        }
    }
    return false;
}

/// In a rule the condition comes first, then the effects, the premise and what it is measured against.
int rank(std::string_view name) {
    if (name == "when") return 0;
    if (name == "premise") return 2;
    return name == "against" ? 3 : 1;
}

std::string line_end(std::string_view text) {
    const auto end = text.find('\n');
    return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

class Making {
  public:
    Making(const SourceIndex& things, const Proposal& proposal, const Modification& modification,
           const read::Element& element, std::size_t index, read::Problems& problems)
        : things_(things), proposal_(proposal), m_(modification), new_(element), index_(index), problems_(problems) {}

    std::optional<Edit> make() {
        if (m_.target.empty()) return std::nullopt;
        if (goes_into_new_file()) return edit_;
        const bool may_lack = m_.kind == ModificationKind::insertion;
        auto target = things_.find(m_.target, at_target(), problems_, may_lack ? Missing::allowed : Missing::refused);
        if (!target) return std::nullopt;
        edit_.target = std::move(*target);
        const auto before = problems_.sorted().size();
        if (m_.dated) date();
        else if (m_.words) words();
        else if (!edit_.target.attribute_name.empty()) attribute();
        else element();
        if (problems_.sorted().size() > before) return std::nullopt;
        return std::move(edit_);
    }

  private:
    Location at_target() const { return {proposal_.source, m_.target_offset}; }
    void wrong(Text message, Text hint = {}) { problems_.add(at_target(), std::move(message), std::move(hint)); }
    const read::Element& old() const { return *edit_.target.element; }
    std::string_view text() const { return things_.text(edit_.target.file); }
    Extent extent() const { return extent_of(text(), old().at.offset); }
    void splice(Bytes span, std::vector<Fragment> pieces, std::string once = {}) {
        edit_.splices.push_back({edit_.target.file, span, std::move(pieces), index_, std::move(once)});
    }
    Fragment glue(std::string text) const { return {std::move(text), m_.at.offset, false}; }

    bool goes_into_new_file() {
        constexpr std::string_view file = "file:";
        const std::string_view target = m_.target;
        if (m_.kind != ModificationKind::insertion || m_.place != Place::into || !target.starts_with(file))
            return false;
        const auto name = target.substr(file.size());
        if (things_.file_named(name)) return false;
        if (name.find('/') != std::string_view::npos || !name.ends_with(".xml") || name.size() < 5)
            wrong(base::both("'{}' kan geen naam van een bestand met regels zijn",
                             "'{}' cannot be the name of a file with rules", name),
                  {"geschreven als wet_x.xml", "written like wet_x.xml"});
        else if (new_.children.empty() && !m_.exact)
            wrong({"in een nieuw bestand komen elementen", "a new file takes elements"},
                  {"een <law> bijvoorbeeld", "a <law>, for example"});
        else edit_.new_file = name;
        edit_.target.thing = m_.target;
        return true;
    }

    void date() {
        if (!edit_.target.attribute_name.empty())
            return wrong({"een attribuut kan niet gedateerd zijn", "an attribute cannot be dated"},
                         {"alleen iets dat dagen heeft, zoals een regel of een waarde",
                          "only a thing that has days, as a rule or a value"});
        for (auto& each : dated_splices(things_, proposal_, m_, new_, edit_.target, problems_)) {
            each.modification = index_;
            edit_.splices.push_back(std::move(each));
        }
    }

    void words() {
        const auto& target = edit_.target;
        if (m_.kind == ModificationKind::insertion)
            return wrong({"een <insertion> heeft geen 'words'", "an insertion takes no words"},
                         {"vervang ze met <substitution>", "substitute them"});
        const bool in_value = target.attribute != nullptr;
        const auto& where = in_value ? target.attribute->value : old().text;
        const auto& all = where.text();
        const Location at{proposal_.source, m_.words_offset};
        const auto first = all.find(*m_.words);
        if (first == std::string::npos)
            return problems_.add(at,
                                 base::both("de woorden '{}' staan niet in '{}'", "the words '{}' do not stand in '{}'",
                                            *m_.words, m_.target),
                                 base::both("er staat: {}", "it says: {}", read::trimmed(all).substr(0, 200)));
        if (all.find(*m_.words, first + 1) != std::string::npos)
            return problems_.add(at,
                                 base::both("de woorden '{}' staan meer dan één keer in '{}'",
                                            "the words '{}' stand more than once in '{}'", *m_.words, m_.target),
                                 {"noem er meer woorden omheen", "say more of the words around them"});
        const auto last = first + m_.words->size();
        const auto value = in_value ? attribute_extent(text(), target.attribute->offset) : AttributeExtent{};
        const auto end = in_value ? value.value.end : extent().content.end;
        const Bytes span{where.offset_of(first), last < all.size() ? where.offset_of(last) : end};
        if (text().substr(span.begin, span.end - span.begin).find('<') != std::string_view::npos)
            return problems_.add(at,
                                 base::both("tussen de woorden '{}' staat commentaar of een CDATA-deel",
                                            "a comment or a CDATA section stands among the words '{}'", *m_.words),
                                 {"vervang de hele tekst", "substitute the whole text"});
        if (m_.kind == ModificationKind::repeal) return splice(with_blank(span, all, first), {});
        if (!new_.children.empty())
            return wrong({"woorden worden vervangen door woorden, niet door een element",
                          "words are replaced by words, not by an element"});
        splice(span, in_value ? new_value(value.quote) : m_.exact ? bytes_in(new_) : text_in(new_));
    }

    /// Words that go take the blank before them along; the first ones the blank behind them.
    Bytes with_blank(Bytes span, std::string_view all, std::size_t first) const {
        const auto blank = [&](std::size_t offset) { return text()[offset] == ' '; };
        if (first > 0 && blank(span.begin - 1)) --span.begin;
        else if (first == 0 && m_.words->size() < all.size() && blank(span.end)) ++span.end;
        return span;
    }

    void attribute() {
        const auto& target = edit_.target;
        const auto& name = target.attribute_name;
        const auto once = std::to_string(old().at.offset) + "@" + target.attribute_name;
        if (!new_.children.empty())
            return wrong(base::both("de waarde van het attribuut '{}' is tekst, geen element",
                                    "the value of the attribute '{}' is text, not an element", name));
        if (m_.kind == ModificationKind::insertion && m_.place != Place::into)
            return wrong(
                {"voor of na een attribuut staat niets", "nothing stands before or after an attribute"}, insert_into);
        if (target.attribute == nullptr) return new_attribute(once);
        const auto there = attribute_extent(text(), target.attribute->offset);
        if (m_.kind == ModificationKind::repeal) return splice(there.whole, {}, once);
        if (m_.kind == ModificationKind::substitution) return splice(there.value, new_value(there.quote), once);
        if (!is_row(old(), things_.parent_of(old()), target.attribute_name))
            return wrong(base::both("het attribuut '{}' is er al, en heeft één waarde",
                                    "the attribute '{}' is there already, and has one value", name),
                         {"vervang het met <substitution>", "substitute it"});
        auto pieces = value_in(new_, there.quote);
        pieces.insert(pieces.begin(), glue(" "));
        splice({there.value.end, there.value.end}, std::move(pieces), once);
    }

    std::vector<Fragment> new_value(char quote) {
        if (!m_.exact) return value_in(new_, quote);
        auto bytes = bytes_in(new_);
        if (bytes.front().text.find_first_of(std::string("<") + quote) != std::string::npos)
            wrong({"in de letterlijke waarde van een attribuut staat een '<' of het aanhalingsteken ervan",
                   "the exact value of an attribute has a '<' or its quote in it"},
                  {"schrijf &lt; en &quot;", "write &lt; and &quot;"});
        return bytes;
    }

    void new_attribute(const std::string& once) {
        const auto& target = edit_.target;
        const auto* last = old().attributes.empty() ? nullptr : &old().attributes.back();
        const auto end = last != nullptr ? attribute_extent(text(), last->offset).whole.end
                                         : old().at.offset + 1 + old().name.size();
        auto pieces = new_value('"');
        pieces.insert(pieces.begin(), glue(" " + target.attribute_name + "=\""));
        pieces.push_back(glue("\""));
        splice({end, end}, std::move(pieces), once);
    }

    void element() {
        if (m_.kind == ModificationKind::repeal) return repeal();
        if (m_.kind == ModificationKind::substitution) return substitute();
        if (m_.exact) return insert_exact();
        if (new_.children.empty())
            return wrong(
                base::both("in '{}' komt een element, geen tekst", "'{}' takes an element, not text", m_.target),
                behind_it);
        insert();
    }

    void repeal() {
        if (things_.parent_of(old()) == nullptr) {
            edit_.old_file = edit_.target.file;
            return;
        }
        const auto whole = extent().whole;
        splice({before_blanks(text(), whole.begin), whole.end}, {});
    }

    void substitute() {
        const auto all = extent();
        if (m_.exact && !new_.children.empty()) return splice(all.whole, bytes_in(new_));
        if (!new_.children.empty()) {
            if (new_.children.front().name != old().name && !replaceable_by(new_.children.front().name))
                return wrong(replaced_by_its_like(old(), new_.children.front()));
            return splice(
                all.whole, elements_in(new_, {line_end(text()), std::string(indent_at(text(), all.whole.begin))}));
        }
        if (!old().children.empty())
            return wrong(base::both("in '{}' staan elementen, tekst kan er niet voor in de plaats",
                                    "'{}' has elements in it, text cannot take its place", m_.target),
                         {"zeg welk onderdeel", "say which part"});
        if (all.closed_at_once)
            return wrong(base::both("'{}' heeft geen tekst om te vervangen", "'{}' has no text that could be replaced",
                                    m_.target),
                         behind_it);
        splice(all.content, m_.exact ? bytes_in(new_) : text_in(new_));
    }

    /// One effect may take the place of another.
    bool replaceable_by(std::string_view name) const {
        const auto* parent = things_.parent_of(old());
        return parent != nullptr && parent->name == "rule" && rank(name) == 1 && rank(old().name) == 1 &&
               name != "rule";
    }

    /// Where something comes that is put beside or into the target: behind the end of what stands before it.
    std::size_t point(Layout& layout) const {
        const auto all = extent();
        const auto indent = [&](std::size_t offset) { return std::string(indent_at(text(), offset)); };
        if (m_.place != Place::into) {
            layout.indent = indent(all.whole.begin);
            return m_.place == Place::after ? all.whole.end : before_blanks(text(), all.whole.begin);
        }
        layout.indent =
            old().children.empty() ? indent(all.whole.begin) + "  " : indent(old().children.front().at.offset);
        if (old().name == "rule") {
            const auto mine = new_.children.empty() ? 1 : rank(new_.children.front().name);
            for (const auto& child : old().children)
                if (rank(child.name) > mine) return before_blanks(text(), child.at.offset);
        }
        return before_blanks(text(), all.content.end);
    }

    void insert() {
        if (m_.place != Place::into && things_.parent_of(old()) == nullptr)
            return wrong({"voor of na een bestand staat niets", "nothing stands before or after a file"}, insert_into);
        const auto all = extent();
        Layout layout{line_end(text()), {}};
        if (m_.place == Place::into && all.closed_at_once) return open_up(all);
        const auto place = point(layout);
        const bool same_line = m_.place != Place::into && !starts_line(text(), all.whole.begin);
        const auto lead = same_line ? std::string() : layout.line + layout.indent;
        std::vector<Fragment> pieces{glue(lead)};
        auto fresh = elements_in(new_, layout);
        pieces.insert(pieces.end(), fresh.begin(), fresh.end());
        const bool only = m_.place == Place::into && all.content.begin == all.content.end;
        if (only) pieces.push_back(glue(layout.line + std::string(indent_at(text(), all.whole.begin))));
        splice({place, place}, std::move(pieces));
    }

    /// "<law/>" becomes "<law>…</law>".
    void open_up(const Extent& all) {
        Layout layout{line_end(text()), std::string(indent_at(text(), all.whole.begin))};
        const auto outer = layout.line + layout.indent;
        layout.indent += "  ";
        std::vector<Fragment> pieces{glue(">" + layout.line + layout.indent)};
        auto fresh = elements_in(new_, layout);
        pieces.insert(pieces.end(), fresh.begin(), fresh.end());
        pieces.push_back(glue(outer + "</" + std::string(old().name) + ">"));
        splice({before_blanks(text(), all.whole.end - 2), all.whole.end}, std::move(pieces));
    }

    void insert_exact() {
        Layout layout;
        const auto place = point(layout);
        splice({place, place}, bytes_in(new_));
    }

    const SourceIndex& things_;
    const Proposal& proposal_;
    const Modification& m_;
    const read::Element& new_;
    std::size_t index_;
    read::Problems& problems_;
    Edit edit_;
};

}  // namespace

std::optional<Edit> edit_of(const SourceIndex& things, const Proposal& proposal, const Modification& modification,
                            const read::Element& element, std::size_t index, read::Problems& problems) {
    return Making(things, proposal, modification, element, index, problems).make();
}

}  // namespace samenloop::propose
