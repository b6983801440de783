#include "propose/amendment_naming.hpp"

#include <array>
#include <cctype>

#include "model/wording.hpp"
#include "propose/nouns_of_text.hpp"
#include "read/lexical.hpp"
#include "read/values.hpp"

namespace samenloop::propose {
namespace {

bool is_number(const std::string& place) {
    return !place.empty() && std::isdigit(static_cast<unsigned char>(place.front())) != 0;
}

/// "7" and "4" -> "7 lid 4"; letters without a number stand behind it: "21 a".
std::string place_of(const std::string& article, const std::string& lid) {
    if (lid.empty()) return article;
    return article + (article.empty() ? "" : " ") + (is_number(lid) ? "lid " : "") + lid;
}

Text article_of(const std::string& place) {
    return place.empty() ? Text{} : Text{"artikel " + place + " ", "article " + place + " "};
}

Text new_rule(const read::Element& rule, const std::string& article) {
    auto place = article.empty() ? read::text_of(rule, "article") : article;
    const auto lid = read::text_of(rule, "lid");
    const auto where =
        place.empty() ? model::plain(lid.empty() ? "" : place_of("", lid) + " ") : article_of(place_of(place, lid));
    const auto id = read::text_of(rule, "id");
    return where + (rule.attribute("title") == nullptr ? model::plain(id)
                                                       : quoted(read::title_of(rule)) + model::plain(" (" + id + ")"));
}

/// The rules that new text brings: of a law or an article all of them.
void add_rules(const read::Element& element, const std::string& article, std::vector<Text>& all) {
    for (const auto& child : element.children) {
        if (child.name == "rule") all.push_back(new_rule(child, article));
        if (child.name == "provision") add_rules(child, read::text_of(child, "article"), all);
    }
}

Text basis_of(const std::string& basis) {
    if (basis == "statute") return {"op wettelijke grondslag", "on a statutory basis"};
    if (basis == "covenant") return {"op grond van een convenant", "under a covenant"};
    if (basis == "consent") return {"met toestemming", "with consent"};
    return {"zonder grondslag", "without a basis"};
}

}  // namespace

Text quoted(const Text& text) { return {"„" + text.nl + "”", "“" + text.en + "”"}; }
Text quoted(const std::string& text) { return quoted(model::plain(text)); }

std::string flat(std::string_view text) {
    std::string all;
    for (const auto& word : read::words_in(text)) all += (all.empty() ? "" : " ") + std::string(word.text);
    return all;
}

Text AmendmentNaming::thing(const read::Element& element) const {
    if (things_.parent_of(element) == nullptr) {
        const auto file = things_.name_of(element).substr(std::string_view("file:").size());
        return {"het bestand " + file, "the file " + file};
    }
    const auto id = read::text_of(element, "id");
    if (element.name == "rule") return rule(element) + model::plain(" (" + id + ")");
    if (element.name == "law") return Text{"de wet ", "the act "} + quoted(read::title_of(element));
    if (element.name == "exchange") return exchange(element) + model::plain(" (" + id + ")");
    if (id.empty()) return noun_of_element(element.name);
    return noun_of_element(element.name) + model::plain(" ") + quoted(read::title_of(element)) +
           model::plain(" (" + id + ")");
}

Text AmendmentNaming::part(const read::Element& element) const {
    auto noun = noun_of_element(element.name);
    if (element.name == "provision") {
        const auto number = read::text_of(element, "article");
        return {"artikel " + number, "article " + number};
    }
    if (element.name == "value") {
        const auto from = Date::parse(read::text_of(element, "from"));
        return from ? noun + Text{" vanaf ", " from "} + model::date_words(*from) : noun;
    }
    for (const auto* name : {"title", "item", "scheme", "act", "need", "outcome", "id"})
        if (const auto* attribute = element.attribute(name))
            return noun + model::plain(" " + flat(attribute->value.text()));
    return noun;
}

Text AmendmentNaming::fresh(const read::Element& element) const {
    const bool titled = element.attribute("title") != nullptr;
    if (element.name == "rule" && titled) return new_rule(element, "");
    if (element.name == "exchange") {
        const auto citation = read::text_of(element, "citation");
        const auto purpose = read::text_of(element, "purpose");
        return exchange(element) + model::plain(", ") + basis_of(read::text_of(element, "basis")) +
               model::plain(citation.empty() ? "" : " (" + citation + ")") +
               (purpose.empty() ? Text{} : Text{" voor ", " for "} + model::plain(purpose));
    }
    if (titled) {
        const auto id = read::text_of(element, "id");
        auto text = element.name == "law" ? Text{} : noun_of_element(element.name) + model::plain(" ");
        text = text + quoted(read::title_of(element)) + model::plain(id.empty() ? "" : " (" + id + ")");
        std::vector<Text> rules;
        add_rules(element, read::text_of(element, "article"), rules);
        return rules.empty() ? text : text + Text{", met ", ", with "} + model::listing(rules);
    }
    auto words = quoted(flat(element.text.text()));
    if (element.children.empty() && element.attributes.empty()) return words;
    if (element.children.empty() && !element.text.blank()) return part(element) + model::plain(": ") + words;
    const auto text = element.at.source->text();
    const auto bytes = extent_of(text, element.at.offset).whole;
    return quoted(flat(text.substr(bytes.begin, bytes.end - bytes.begin)));
}

/// "artikel 7 lid 4 Voorbeeldwet", "Sample Act art. 7 lid 4".
Text AmendmentNaming::rule(const read::Element& element) const {
    const auto* above = things_.parent_of(element);
    const bool in_provision = above->name == "provision";
    const auto& law = in_provision ? *things_.parent_of(*above) : *above;
    const auto article = read::title_of(in_provision ? *above : element, "article");
    const auto lid = in_provision ? read::text_of(element, "lid") : std::string();
    Rule stands;
    stands.article = place_of(article.nl, lid);
    stands.article_en = place_of(article.en, lid);
    auto cited = read::title_of(law) + model::place_in_law(stands);
    if (!is_number(stands.article)) return cited;
    return {"artikel " + stands.article + " " + read::title_of(law).nl, cited.en};
}

/// "de verstrekking van „schulden” door UWV aan gemeente".
Text AmendmentNaming::exchange(const read::Element& element) const {
    const auto item = title_of_thing("item:" + read::text_of(element, "item"));
    return Text{"de verstrekking van ", "the provision of "} + quoted(item) + Text{" door ", " by "} +
           organisation(read::text_of(element, "from")) + Text{" aan ", " to "} +
           organisation(read::text_of(element, "to"));
}

Text AmendmentNaming::organisation(const std::string& reference) const {
    std::vector<Text> all;
    if (reference.find('[') == std::string::npos)
        for (const auto& word : read::words_in(reference))
            all.push_back(title_of_thing("organisation:" + std::string(word.text)));
    if (all.size() > 1) return model::listing(all);
    return title_of_thing("organisation:" + reference.substr(0, reference.find('[')));
}

Text AmendmentNaming::title_of_thing(const std::string& name) const {
    const auto* element = things_.named(name);
    return element == nullptr ? model::plain(name.substr(name.find(':') + 1)) : read::title_of(*element);
}

}  // namespace samenloop::propose
