#pragma once
// The data side of the rules: which decision needs which item, who holds it, who uses it, and on what basis it may come
// there.  With a situation: for that household, and what it has to do with; without one: whatever may be for somebody
// (every fact is unknown).

#include <optional>
#include <string>
#include <vector>

#include "engine/evaluation.hpp"
#include "samenloop/notice.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::data {

/// How an item reaches the one who needs it, the best first.  `missing`: somebody holds it and may not give it.
enum class Standing : std::uint8_t { own, statute, covenant, consent, missing, nobody };

/// A scheme, an act, or, for an exchange that serves no decision of a rule, its purpose.
struct Decision {
    Index scheme = none;
    Index act = none;
    std::string purpose;
    auto operator<=>(const Decision&) const = default;
};

/// The citizen is asked: by which rule, on which form.
struct Asked {
    Index rule = none;
    std::string form;
    bool operator==(const Asked&) const = default;
};

/// One cell of the matrix.
struct DataRow {
    Decision decision;
    Slot item = 0;
    std::string consumer;              // kind of organisation
    std::vector<std::string> holders;  // without those that an exchange comes from
    Standing standing = Standing::nobody;
    bool limited = false;          // the exchange serves some persons only
    std::vector<Index> exchanges;  // that come here, also those without a basis
    std::vector<Asked> asked;
    std::vector<Index> required;  // rules that say that it is needed
};

/// The same item asked of the citizen for two or more decisions.
struct Repeated {
    Slot item = 0;
    std::vector<DataRow> questions;
};

/// A scheme that is applied for, and what its executor would still have to know to grant it unasked.
struct Proactive {
    Index scheme = none;
    std::string executor;
    std::vector<Slot> missing;  // empty: it could be granted with what is there
};

/// One item that reaches one organisation on several bases with conditions of their own.
struct SeveralBases {
    Slot item = 0;
    std::string consumer;
    std::vector<Index> exchanges;
};

struct DataView {
    Date day;
    std::string situation;     // its id; "" without one
    std::string organisation;  // "" for all
    std::vector<DataRow> rows;
    std::vector<Repeated> repeated;
    std::vector<Proactive> proactive;
    std::vector<SeveralBases> several;
    std::vector<Index> covenants;     // exchanges in force that rest on a covenant only
    std::vector<DataRow> untestable;  // what a rule needs, with no lawful way and no question
    Judgement judgement;              // whether it could be told which rules need data
};

/// What one organisation (a kind, with its departments: "gemeente" stands for "gemeente.wmo", too) has to do with.
DataView data_view(const RuleBase& rules, const Situation* situation, Date day, const std::string& organisation);

bool avoidable(const DataRow& row);

}  // namespace samenloop::data
