#pragma once
// A rule base that is being read.  First all files are walked and each thing is declared: its id, its text and what
// needs no other thing.  Then what was put off is done: references and expressions, which may name things of any file.

#include <vector>

#include "read/names.hpp"

namespace samenloop::read {

struct Draft;
using Step = void (*)(Draft&, const Element&, Index);

/// What a step that was put off writes to.
enum class Writes : std::uint8_t { its_own_thing, anything };

/// What all files declare.
struct Declared {
    struct Later {
        Step step;
        const Element* element;
        Index index;
    };

    RuleBase base;
    std::vector<Later> later;         // one after another
    std::vector<Later> side_by_side;  // after those; each writes its own thing only

    Names organisations{{"organisatie", "organisation"}};
    Names laws{{"wet", "law"}};
    Names slots{{"gegeven", "item"}};  // items, amounts, granted.…, amount.… and charge.…
    Names concepts{{"begrip", "concept"}};
    Names schemes{{"regeling", "scheme"}};
    Names outcomes{{"uitkomst", "outcome"}};
    Names needs{{"behoefte", "need"}};
    Names acts{{"handeling", "act"}};
    Names charges{{"heffing", "charge"}};
    Names floors{{"beschermd bedrag", "floor"}};
    Names exchanges{{"gegevensverstrekking", "exchange"}};
    Names rules{{"regel", "rule"}};
    Names norms{{"norm", "norm"}};
    Names unmodelled{{"niet gemodelleerd deel", "unmodelled part"}};
    std::map<std::string, Symbol, std::less<>> outcome_names;  // for the formulas of <requires>
};

/// What is declared, and the problems of whoever reads on in it.
struct Draft {
    explicit Draft(Declared& declared)
        : all(declared),
          base(declared.base),
          organisations(declared.organisations),
          laws(declared.laws),
          slots(declared.slots),
          concepts(declared.concepts),
          schemes(declared.schemes),
          outcomes(declared.outcomes),
          needs(declared.needs),
          acts(declared.acts),
          charges(declared.charges),
          floors(declared.floors),
          exchanges(declared.exchanges),
          rules(declared.rules),
          norms(declared.norms),
          unmodelled(declared.unmodelled) {}

    Declared& all;
    RuleBase& base;
    Names& organisations;
    Names& laws;
    Names& slots;
    Names& concepts;
    Names& schemes;
    Names& outcomes;
    Names& needs;
    Names& acts;
    Names& charges;
    Names& floors;
    Names& exchanges;
    Names& rules;
    Names& norms;
    Names& unmodelled;
    Problems problems;
};

/// Adds a thing with an id to its vector and puts off the rest of it; nullptr when it has no id or a known one.
template <class Thing>
Thing* declare(Draft& draft, Names& names, std::vector<Thing>& things, const Element& element, Step later,
               Writes writes = Writes::anything) {
    const auto* id = element.attribute("id");
    if (id == nullptr) return nullptr;
    const auto word = trimmed(id->value.text());
    const auto index = static_cast<Index>(things.size());
    if (!names.declare(word, index, element.at, draft.problems)) return nullptr;
    auto& thing = things.emplace_back();
    thing.id = word;
    thing.at = element.at;
    auto& steps = writes == Writes::its_own_thing ? draft.all.side_by_side : draft.all.later;
    if (later != nullptr) steps.push_back({later, &element, index});
    return &thing;
}

}  // namespace samenloop::read
