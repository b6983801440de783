// In artikel 34 lid 3 Participatiewet (PW-34) wordt in de voorwaarde „27” vervangen door „21”.

#include "propose/wording.hpp"

#include <algorithm>
#include <cctype>

#include "model/wording.hpp"
#include "propose/apply.hpp"
#include "propose/nouns_of_text.hpp"
#include "read/lexical.hpp"
#include "read/values.hpp"

namespace samenloop {
namespace {

Text quoted(const Text& text) { return {"„" + text.nl + "”", "“" + text.en + "”"}; }
Text quoted(const std::string& text) { return quoted(plain(text)); }

std::string capital(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

/// Blanks and line ends as one blank.
std::string flat(std::string_view text) {
    std::string all;
    for (const auto& word : words_in(text)) all += (all.empty() ? "" : " ") + std::string(word.text);
    return all;
}

class Wording {
  public:
    Wording(const Things& things, const Proposal& proposal, const Modification& m, const Element& element,
            const Edit& edit)
        : things_(things), proposal_(proposal), m_(m), new_(element), edit_(edit) {}

    Text say() const {
        auto text = sentence();
        return {capital(std::move(text.nl)), capital(std::move(text.en))};
    }

  private:
    const Target& target() const { return edit_.target; }
    bool of_part() const { return target().element != target().thing_element || !target().attribute_name.empty(); }

    Text sentence() const {
        if (!edit_.new_file.empty())
            return Text{"er wordt toegevoegd: ", "the following is added: "} + fresh() + plain(".");
        switch (m_.kind) {
        case ModificationKind::repeal: return repeal();
        case ModificationKind::substitution: return substitution();
        case ModificationKind::insertion: return insertion();
        }
        return {};
    }

    Text repeal() const {
        if (m_.words)
            return inside() + Text{" vervalt in ", ", in "} + part() + Text{" ", ", "} + quoted(*m_.words) +
                   Text{".", " is deleted."};
        if (of_part())
            return inside() + Text{" vervalt ", " "} + part() + Text{"", " is repealed"} + day() + plain(".");
        return thing() + Text{" vervalt", " is repealed"} + day() + plain(".");
    }

    Text substitution() const {
        if (m_.words)
            return inside() + Text{" wordt in ", ", in "} + part() + Text{" ", ", "} + quoted(*m_.words) +
                   Text{" vervangen door ", " is replaced by "} + fresh() + plain(".");
        if (m_.dated)
            return (of_part() ? inside() + Text{" wordt ", " "} + part() : thing() + Text{" wordt", ""}) + day() +
                   Text{" vervangen door: ", " is replaced by: "} + fresh() + plain(".");
        const Text reads{" komt te luiden: ", " is to read: "};
        if (!of_part()) return thing() + reads + fresh() + plain(".");
        return inside() + Text{" komt ", " "} + part() + Text{" te luiden: ", " is to read: "} + fresh() + plain(".");
    }

    Text insertion() const {
        const auto what = plain(": ") + fresh() + plain(".");
        if (!target().attribute_name.empty()) {
            if (target().attribute != nullptr)
                return Text{"aan ", "to "} + part() + Text{" in ", " in "} + thing() +
                       Text{" wordt toegevoegd", " is added"} + what;
            return inside() + Text{" wordt ", " "} + part() + Text{" ingevoegd", " is inserted"} + what;
        }
        const auto place = of_part() ? part() + Text{" in ", " in "} + thing() : thing();
        if (m_.place == Place::into) return Text{"aan ", "to "} + place + Text{" wordt toegevoegd", " is added"} + what;
        return (m_.place == Place::after ? Text{"na ", "after "} : Text{"voor ", "before "}) + place +
               Text{" wordt ingevoegd", " is inserted"} + what;
    }

    Text inside() const { return Text{"in ", "in "} + thing(); }

    Text day() const {
        if (!m_.dated) return {};
        return Text{" met ingang van ", " from "} + date_words(proposal_.in_force);
    }

    /// The new text: what an element is called, or the text as it stands.
    Text fresh() const {
        if (new_.children.empty()) return quoted(flat(new_.text.text()));
        std::vector<Text> all;
        for (const auto& child : new_.children) all.push_back(of_new(child));
        return listing(all);
    }

    Text of_new(const Element& element) const {
        const auto* id = element.attribute("id");
        const auto name = id == nullptr ? std::string() : " (" + flat(id->value.text()) + ")";
        if (element.attribute("title") != nullptr) return noun(element) + quoted(title_of(element)) + plain(name);
        const auto words = quoted(flat(element.text.text()));
        if (element.children.empty() && element.attributes.empty()) return words;
        if (element.children.empty() && !element.text.blank()) return part_of_thing(element) + plain(": ") + words;
        const auto text = element.at.source->text();
        const auto span = extent_of(text, element.at.offset).whole;
        return quoted(flat(text.substr(span.begin, span.end - span.begin)));
    }

    /// "de regeling „bijstand”"; a rule and a law are known by their heading alone.
    static Text noun(const Element& element) {
        if (element.name == "rule" || element.name == "law") return {};
        return noun_of_element(element.name) + plain(" ");
    }

    Text part() const {
        auto text = target().element == target().thing_element ? Text{} : part_of_thing(*target().element);
        if (target().attribute_name.empty()) return text;
        const auto attribute = noun_of_attribute(target().attribute_name);
        return text.nl.empty() ? attribute : attribute + Text{" van ", " of "} + text;
    }

    Text part_of_thing(const Element& element) const {
        const auto noun = noun_of_element(element.name);
        if (element.name == "provision") return article(element);
        if (element.name == "value") {
            const auto from = Date::parse(text_of(element, "from"));
            return from ? noun + Text{" vanaf ", " from "} + date_words(*from) : noun;
        }
        for (const auto* name : {"title", "item", "scheme", "act", "need", "outcome", "id"})
            if (const auto* attribute = element.attribute(name))
                return noun + plain(" " + flat(attribute->value.text()));
        return noun;
    }

    static Text article(const Element& provision) {
        const auto number = text_of(provision, "article");
        return {"artikel " + number, "article " + number};
    }

    Text thing() const {
        const auto& element = *target().thing_element;
        const auto id = text_of(element, "id");
        if (things_.parent_of(element) == nullptr) return {"het bestand " + file(), "the file " + file()};
        if (element.name == "rule") return rule(element) + plain(" (" + id + ")");
        if (element.name == "law") return Text{"de wet ", "the act "} + quoted(title_of(element));
        if (element.name == "exchange") return exchange(element) + plain(" (" + id + ")");
        if (id.empty()) return noun_of_element(element.name);
        return noun_of_element(element.name) + plain(" ") + quoted(title_of(element)) + plain(" (" + id + ")");
    }

    /// "de verstrekking van „schulden” door UWV aan gemeente".
    Text exchange(const Element& element) const {
        const auto item = title_of_thing("item:" + text_of(element, "item"));
        return Text{"de verstrekking van ", "the provision of "} + quoted(item) + Text{" door ", " by "} +
               organisation(text_of(element, "from")) + Text{" aan ", " to "} + organisation(text_of(element, "to"));
    }

    Text organisation(const std::string& reference) const {
        return title_of_thing("organisation:" + reference.substr(0, reference.find('[')));
    }

    Text title_of_thing(const std::string& name) const {
        const auto* element = things_.named(name);
        return element == nullptr ? plain(name.substr(name.find(':') + 1)) : title_of(*element);
    }

    std::string file() const { return target().thing.substr(target().thing.find(':') + 1); }

    /// "artikel 34 lid 3 Participatiewet", "Participation Act art. 34 lid 3".
    Text rule(const Element& element) const {
        const auto* above = things_.parent_of(element);
        const bool in_provision = above->name == "provision";
        const auto& law = in_provision ? *things_.parent_of(*above) : *above;
        auto place = in_provision ? text_of(*above, "article") : text_of(element, "article");
        const auto lid = in_provision ? text_of(element, "lid") : std::string();
        if (!lid.empty()) place += (std::isdigit(static_cast<unsigned char>(lid.front())) != 0 ? " lid " : " ") + lid;
        const auto title = title_of(law);
        const bool number = !place.empty() && std::isdigit(static_cast<unsigned char>(place.front())) != 0;
        const auto en = title.en + place_in_law(place);
        return number ? Text{"artikel " + place + " " + title.nl, en} : Text{title.nl + place_in_law(place), en};
    }

    const Things& things_;
    const Proposal& proposal_;
    const Modification& m_;
    const Element& new_;
    const Edit& edit_;
};

/// The things whose text a modification edits: where it edits something, and what it brings or takes away.
std::vector<std::string> touched(const Things& things, const Element& element, const Edit& edit) {
    std::vector<std::string> all{edit.target.thing};
    const auto add = [&](std::string id) {
        if (!id.empty() && std::ranges::find(all, id) == all.end()) all.push_back(std::move(id));
    };
    for (const auto& splice : edit.splices)
        if (splice.old.begin < splice.old.end)
            for (auto& id : things.inside(splice.file, splice.old)) add(std::move(id));
    if (edit.old_file)
        for (auto& id : things.inside(*edit.old_file, {0, things.text(*edit.old_file).size()})) add(std::move(id));
    for (const auto& child : element.children)
        for (auto& id : names_in(child)) add(std::move(id));
    return all;
}

}  // namespace

std::vector<Amendment> amendments(const Things& things, const Proposal& proposal, const std::vector<Edit>& edits) {
    const auto texts = new_texts(proposal);
    std::vector<Amendment> all;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        const auto& modification = proposal.modifications[i];
        const auto& element = *texts.elements[i];
        all.push_back({Wording(things, proposal, modification, element, edits[i]).say(), modification.at,
                       touched(things, element, edits[i])});
    }
    return all;
}

}  // namespace samenloop
