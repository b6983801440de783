#pragma once
// What was found wrong with the law in a life situation: a value that can be sorted, compared, replayed and printed.
// Keys and meaning: definitions section 8; every finding is minimal and carries its evidence.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "samenloop/notice.hpp"
#include "samenloop/situation.hpp"

namespace samenloop {

/// botsing, vacuum, implosie, stapeling.
enum class InterferenceKind : std::uint8_t { clash, vacuum, implosion, pile_up };

enum class Status : std::uint8_t {
    open,
    practice_deviates,   // the law settles it, practice does otherwise
    settled_by_policy,   // stays among the findings, one level lower
    intended_exclusion,  // idem
    settled_by_statute,  // these three go to `settled`, severity 0
    settled_by_case_law,
    historical,
};

enum class Certainty : std::uint8_t { certain, conditional };

/// An item (or one field of a list element: `hh[1].age`) and its value in the situation.
struct Fact {
    std::string item;
    Value value;
    bool operator==(const Fact&) const = default;
};

/// One fact made otherwise.
struct Change {
    std::string item;
    Value from;
    Value to;
    bool operator==(const Change&) const = default;
};

/// Whose move a way out is, in the order in which they are told (definitions 11.3).
enum class Mover : std::uint8_t {
    must,        // a body must, once it is asked or as a duty
    may,         // a body may
    person,      // the person can: ask, report, move
    practice,    // whoever works like this would have to work otherwise
    policy,      // whoever made this policy would have to change it
    regulation,  // a rule below an Act would have to change
    act,         // an Act or a treaty would have to change
};

enum class Doing : std::uint8_t { change_fact, use_rule, leave_out_rule };

/// One step after which the finding is gone or settled and nothing as bad came instead.  Each was tried.
struct WayOut {
    Mover mover{};
    Doing doing{};
    std::string organisation;  // whose move it is; empty: the person's, or nobody is named
    Index rule = none;         // that is used or left out; of a fact: that obliges to it, or that reads the switch
    std::string item;          // of a fact
    Value from;
    Value to;
    std::vector<WayOut> with;  // that must be done, too, where no single step will do
    bool operator==(const WayOut&) const = default;
};

/// A fact that nobody changes, and the condition on it within which the finding holds: between two numbers or days, or
/// as it is and not otherwise.
struct Border {
    std::string item;
    Value value;
    Value above;                 // the nearest lower value with which it is gone; Unknown: none
    Value below;                 // the nearest higher one
    std::vector<Value> instead;  // of what is neither number nor day: the nearest other value with which it is gone
    bool operator==(const Border&) const = default;
};

/// A rule that is not applied of itself, and would mend (part of) it: on request, or at the organisation's discretion.
struct Remedy {
    Index rule = none;
    std::string organisation;
    Discretion discretion = Discretion::may;
    Text text;
    std::vector<std::pair<std::string, Decimal>> amounts;  // "eur_month" it would mend
};

/// One step of the chain, for the reader and the picture.  Ends are typed ids: "rule:L-7", "scheme:aid",
/// "outcome:brp", "need:shelter", "item:pw.norm", "concept:partner", "organisation:gemeente[A]", "act:pay", "charge:x".
struct Link {
    std::string from;
    std::string to;
    Text label;
    bool operator==(const Link& o) const { return from == o.from && to == o.to && label.nl == o.label.nl; }
};

/// A part of what is lost; less than nothing where something is gained.
struct LostPart {
    Text what;
    Decimal eur_month;
};

struct Finding {
    std::string id;  // fingerprint: the same when unrelated rules change
    InterferenceKind type{};
    std::string code;  // "CL-3"
    Status status = Status::open;
    Certainty certainty = Certainty::certain;
    int severity = 0;  // 0 … 4, definitions section 5 and 10.8
    Text title;        // one sentence a case worker would say
    std::vector<Text> explanation;
    std::vector<Index> rules;                // minimal
    std::vector<std::string> organisations;  // ids, instances as "gemeente[A]"
    std::vector<std::string> people;         // ids: whom it is about first, then because of whom; empty without people
    std::vector<Index> needs;
    std::vector<Slot> items;
    std::vector<Index> concepts;
    std::vector<Fact> facts;
    std::vector<WayOut> removed_by;  // by mover; within one, nearest first
    std::vector<Border> borders;
    std::vector<std::pair<std::string, Decimal>> amounts;  // eur_month, eur_year, eur_once, mtr (percent), creditors, …
    std::vector<LostPart>
        losses;  // what eur_month is made of: they add up to it; empty where that is not known exactly
    std::vector<Remedy> remedies;
    std::vector<std::string> depends_on;  // unknown facts it rests on
    std::vector<Fact> supposed;           // of these, as they would have to be for it to hold
    std::string root_cause;               // id of the finding it is grouped under; empty = stands alone
    std::vector<std::string> related;     // ids
    std::vector<Index> settled_by;        // rules
    std::optional<Interval> period;       // the days it is about, where it is about days
    std::vector<Link> chain;
};

/// One line of the timeline.
struct Moment {
    Date day;
    Text text;
    std::vector<Index> rules;       // that come to apply, or no longer, and make it so
    std::string finding;            // its id, where a finding begins, becomes another or ends
    std::optional<WayOut> prevent;  // of one that begins: the first step that ends it, taken before that day
    // NOLINTBEGIN(readability-redundant-member-init): g++ warns of an aggregate that leaves them out
    std::string replaces = {};  // the id of the finding about the same that was there until then
    int severity = 0;           // of a finding that begins, or becomes worse; else 0
    // NOLINTEND(readability-redundant-member-init)
};

/// Everything that was found in one situation on one day.
struct Report {
    Situation situation;
    std::vector<Finding> findings;  // worst first
    std::vector<Finding> settled;
    std::vector<Moment> timeline;       // empty where time does not matter
    std::size_t told_before = 0;        // findings about this person, too, that the report of another one tells
    std::optional<Date> until;          // the last day of the timeline, where one was asked for
    std::optional<Date> unjudged_from;  // the first day ahead from which less can be judged than today; empty: none
    Judgement judgement;                // what is not known, and whether everything could be judged
    std::vector<Fact> assumed;          // taken from the ordinary person, and read by a rule of a finding
};

/// The name of a subtype: "CL-3" -> deadlock; empty text for an unknown code.
Text subtype_name(std::string_view code);
std::string_view to_string(InterferenceKind t);  // "pile-up"
std::string_view to_string(Status s);            // "settled_by_statute"
std::string_view to_string(Certainty c);
std::string_view to_string(Mover m);
std::string_view to_string(Doing d);

}  // namespace samenloop
