// In artikel 7 lid 4 Voorbeeldwet (L-7-4) wordt in de voorwaarde „27” vervangen door „21”.

#include "propose/wording.hpp"

#include <algorithm>
#include <cctype>

#include "model/wording.hpp"
#include "propose/amendment_naming.hpp"
#include "propose/apply.hpp"
#include "propose/nouns_of_text.hpp"

namespace samenloop::propose {
namespace {

std::string capital(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

class Wording {
  public:
    Wording(const SourceIndex& things, const Proposal& proposal, const Modification& m, const read::Element& element,
            const Edit& edit)
        : called_(things), proposal_(proposal), m_(m), new_(element), edit_(edit) {}

    Text say() const {
        auto text = sentence();
        return {capital(std::move(text.nl)), capital(std::move(text.en))};
    }

  private:
    const Target& target() const { return edit_.target; }
    bool of_part() const { return target().element != target().thing_element || !target().attribute_name.empty(); }

    Text sentence() const {
        if (!edit_.new_file.empty())
            return Text{"er wordt toegevoegd: ", "the following is added: "} + fresh() + model::plain(".");
        switch (m_.kind) {
        case ModificationKind::repeal: return repeal();
        case ModificationKind::substitution: return substitution();
        case ModificationKind::insertion: return insertion();
        }
        return {};
    }

    Text repeal() const {
        if (m_.words) return inside() + in_part(" vervalt") + quoted(*m_.words) + Text{".", " is deleted."};
        if (of_part())
            return inside() + Text{" vervalt ", " "} + part() + Text{"", " is repealed"} + day() + model::plain(".");
        return thing() + Text{" vervalt", " is repealed"} + day() + model::plain(".");
    }

    Text substitution() const {
        if (m_.words)
            return inside() + in_part(" wordt") + quoted(*m_.words) + Text{" vervangen door ", " is replaced by "} +
                   fresh() + model::plain(".");
        if (m_.dated)
            return (of_part() ? inside() + Text{" wordt ", " "} + part() : thing() + Text{" wordt", ""}) + day() +
                   Text{" vervangen door: ", " is replaced by: "} + fresh() + model::plain(".");
        const Text reads{" komt te luiden: ", " is to read: "};
        if (!of_part()) return thing() + reads + fresh() + model::plain(".");
        return inside() + Text{" komt ", " "} + part() + Text{" te luiden: ", " is to read: "} + fresh() +
               model::plain(".");
    }

    Text insertion() const {
        const auto what = model::plain(": ") + fresh() + model::plain(".");
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

    /// What happens to words, and in which part; the disposable income has none.
    Text in_part(const std::string& happens) const {
        const auto where = of_part() ? Text{" in ", " in "} + part() + Text{"", ","} : Text{};
        return Text{happens, ","} + where + model::plain(" ");
    }

    Text day() const {
        if (!m_.dated) return {};
        return Text{" met ingang van ", " from "} + model::date_words(proposal_.in_force);
    }

    /// The new text: what an element is called, or the text as it stands.
    Text fresh() const {
        if (new_.children.empty()) return quoted(flat(new_.text.text()));
        std::vector<Text> all;
        for (const auto& child : new_.children) all.push_back(called_.fresh(child));
        return model::listing(all);
    }

    Text part() const {
        auto text = target().element == target().thing_element ? Text{} : called_.part(*target().element);
        if (target().attribute_name.empty()) return text;
        const auto attribute = noun_of_attribute(target().attribute_name);
        return text.nl.empty() ? attribute : attribute + Text{" van ", " of "} + text;
    }

    Text thing() const { return called_.thing(*target().thing_element); }

    AmendmentNaming called_;
    const Proposal& proposal_;
    const Modification& m_;
    const read::Element& new_;
    const Edit& edit_;
};

/// The things whose text a modification edits: where it edits something, and what it brings or takes away.
std::vector<std::string> touched(const SourceIndex& things, const read::Element& element, const Edit& edit) {
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

std::vector<Amendment> amendments(const SourceIndex& things, const Proposal& proposal, const std::vector<Edit>& edits) {
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

}  // namespace samenloop::propose
