// XML -> Proposal.  The shape of the modifications is checked here; the new text inside them is text of the rule format
// and is checked where it comes to stand, when the rules are read with it.

#include "samenloop/proposal.hpp"

#include <algorithm>
#include <array>

#include "propose/extent.hpp"
#include "read/document.hpp"
#include "read/lexical.hpp"
#include "read/shape.hpp"

namespace samenloop::propose {
namespace {

constexpr std::string_view proposal_namespace = "urn:samenloop:proposal:1";

constexpr std::array shapes{
    read::Shape{"proposal", "xmlns:text id!:id title!:words title-en:words proposer:words in-force!:date",
                "insertion substitution repeal"},
    read::Shape{"insertion", "into:words before:words after:words exact:truth", ""},
    read::Shape{"substitution", "target!:words words:words dated:truth exact:truth", ""},
    read::Shape{"repeal", "target!:words words:words dated:truth", ""},
};

const Text one_place{"een van into, before, after", "one of into, before, after"};

/// The proposal without the new text, which has another shape.
read::Element without_new_text(const read::Element& root) {
    read::Element outline = root;
    for (auto& modification : outline.children) {
        modification.children.clear();
        modification.text = read::MappedText();
    }
    return outline;
}

std::string value_of(const read::Element& element, std::string_view attribute) {
    const auto* found = element.attribute(attribute);
    return found == nullptr ? std::string() : std::string(read::trimmed(found->value.text()));
}

std::optional<ModificationKind> kind_of(const read::Element& element) {
    if (element.name == "insertion") return ModificationKind::insertion;
    if (element.name == "substitution") return ModificationKind::substitution;
    if (element.name == "repeal") return ModificationKind::repeal;
    return std::nullopt;
}

class Reader {
  public:
    explicit Reader(const read::Element& root) : root_(root) {}

    Result<Proposal> read() {
        read::Shapes(shapes).check(without_new_text(root_), problems_);
        Proposal proposal;
        proposal.source = root_.at.source;
        proposal.id = value_of(root_, "id");
        proposal.title = {value_of(root_, "title"), value_of(root_, "title-en")};
        if (proposal.title.en.empty()) proposal.title.en = proposal.title.nl;
        proposal.proposer = value_of(root_, "proposer");
        proposal.in_force = Date::parse(value_of(root_, "in-force")).value_or(Date());
        for (const auto& child : root_.children)
            if (kind_of(child)) proposal.modifications.push_back(modification(child, *kind_of(child)));
        if (!problems_.empty()) return tl::unexpected(problems_.sorted());
        return proposal;
    }

  private:
    Modification modification(const read::Element& element, ModificationKind kind) {
        Modification made;
        made.at = element.at;
        made.kind = kind;
        made.dated = value_of(element, "dated") == "true";
        made.exact = value_of(element, "exact") == "true";
        read_target(element, made);
        if (const auto* words = element.attribute("words")) {
            made.words = made.exact ? words->value.text() : std::string(read::trimmed(words->value.text()));
            made.words_offset = words->value.offset_of(0);

            if (made.dated)
                problems_.add(element, *words, {"woorden kunnen niet gedateerd zijn", "words cannot be dated"},
                              {"alleen een ding als geheel kan dat", "only a thing as a whole can"});
        }
        check_new_text(element, made);
        return made;
    }

    void read_target(const read::Element& element, Modification& made) {
        constexpr std::array<std::pair<std::string_view, Place>, 4> places{
            {{"target", Place::at}, {"into", Place::into}, {"before", Place::before}, {"after", Place::after}}};
        for (const auto& [name, place] : places) {
            const auto* found = element.attribute(name);
            if (found == nullptr) continue;
            if (!made.target.empty())
                problems_.add(element.place(found->offset),
                              {"een <insertion> heeft één plaats, dit is een tweede",
                               "an insertion has one place, this is a second one"},
                              one_place);
            made.place = place;
            made.target = read::trimmed(found->value.text());
            made.target_offset = found->value.offset_of(found->value.text().find_first_not_of(" \t\r\n"));
        }
        if (made.target.empty() && made.kind == ModificationKind::insertion)
            problems_.add(element.at, {"de <insertion> noemt geen plaats", "the insertion says no place"}, one_place);
    }

    void check_new_text(const read::Element& element, const Modification& made) {
        const bool text = !element.text.blank();
        if (made.kind == ModificationKind::repeal) {
            if (text || !element.children.empty())
                problems_.add(element.at, {"een <repeal> brengt geen nieuwe tekst", "a <repeal> brings no new text"},
                              {"schrijf een <substitution>", "write a <substitution>"});
            return;
        }
        if (text && !element.children.empty())
            problems_.add(element.at,
                          base::both("tekst naast een element in <{}>", "text beside an element in <{}>", element.name),
                          {"nieuwe tekst is het een of het ander", "new text is either one or the other"});
        else if (!text && element.children.empty() && !made.exact)
            problems_.add(
                element.at, base::both("<{}> brengt geen nieuwe tekst", "<{}> brings no new text", element.name),
                made.kind == ModificationKind::substitution ? Text{"schrijf een <repeal>", "write a <repeal>"}
                                                            : Text());
    }

    const read::Element& root_;
    read::Problems problems_;
};

}  // namespace

}  // namespace samenloop::propose

namespace samenloop {

Result<Proposal> read_proposal(const std::shared_ptr<const Source>& source) {
    const auto root = read::read_document(source, propose::proposal_namespace);
    if (!root) return tl::unexpected(root.error());
    return propose::Reader(*root).read();
}

}  // namespace samenloop
