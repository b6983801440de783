#pragma once
// A rule base that is being read.  First all files are walked and each thing is declared: its id, its text and what
// needs no other thing.  Then what was put off is done: references and expressions, which may name things of any file.

#include <vector>

#include "read/names.hpp"

namespace samenloop::read {

struct Draft;
using Step = void (*)(Draft&, const Element&, Index);

struct Draft {
    struct Later {
        Step step;
        const Element* element;
        Index index;
    };

    RuleBase base;
    Problems problems;
    std::vector<Later> later;

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

/// Adds a thing with an id to its vector and puts off the rest of it; nullptr when it has no id or a known one.
template <class Thing>
Thing* declare(Draft& draft, Names& names, std::vector<Thing>& things, const Element& element, Step later) {
    const auto* id = element.attribute("id");
    if (id == nullptr) return nullptr;
    const auto word = trimmed(id->value.text());
    const auto index = static_cast<Index>(things.size());
    if (!names.declare(word, index, element.at, draft.problems)) return nullptr;
    auto& thing = things.emplace_back();
    thing.id = word;
    thing.at = element.at;
    if (later != nullptr) draft.later.push_back({later, &element, index});
    return &thing;
}

}  // namespace samenloop::read
