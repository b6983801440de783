#pragma once
// The words regulation is written in: who (organisations), where (laws), and what about (the items of the dictionary).
//
// Things refer to one another by index into the vectors of the RuleBase; `none` means: not given.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "samenloop/date.hpp"
#include "samenloop/expression.hpp"
#include "samenloop/text.hpp"

namespace samenloop {

using Index = std::uint32_t;
inline constexpr Index none = 0xFFFFFFFF;

struct Location {
    std::shared_ptr<const Source> source;
    std::size_t offset = 0;
};

/// Height in the hierarchy of norms: lex superior compares these.  An aid is a word or a sum of the rule base itself,
/// by which it says what several laws mean; nobody made it, and nobody can do without it.
enum class Level : std::uint8_t { aid, practice, policy, ordinance, ministerial, decree, act, treaty };

/// How it is done, which is no law.
constexpr bool is_practice(Level level) { return level == Level::practice || level == Level::policy; }

/// verified: read in the source; unverified: shown as such, changes no certainty.
enum class Verification : std::uint8_t { verified, unverified };

/// An executing body, or the person concerned (kind person).
struct Organisation {
    std::string id;  // "gemeente.werk_en_inkomen"; instances are written "gemeente[A]"
    Text title;
    std::vector<std::string> aliases;  // how facts name it: "CAK"
    std::string ministry;
    bool is_person = false;
    Location at;
};

/// Which organisation: a fixed one, one of a kind by a fact (`gemeente[stay.mun]`), or named by a fact
/// (`[d.creditor]`).
struct OrganisationRef {
    Index organisation = none;
    std::optional<Expression> instance;
    bool empty() const { return organisation == none && !instance; }
};

struct Law {
    std::string id;
    Text title;
    Level level = Level::act;
    std::string bwb;  // BWB or CVDR id; makes the JCI citation
    std::string ministry;
    std::string legislator;  // lex posterior needs the same one; default: the ministry
    std::string goal;        // lex specialis between two laws needs the same declared goal
    Interval in_force;
    std::optional<Date> read;  // on which day's text these rules are: a later text was not read
    bool contract = false;     // a contract, not a rule of law
    Location at;
};

/// Who can make a fact otherwise, and how: what a way out may be made of.  A fact of which nobody said so, and one that
/// is exogenous, is no step but a border: the condition within which a finding holds.
struct Changer {
    enum class By : std::uint8_t {
        nobody,
        someone,   // `who`: a body, or the person concerned
        practice,  // whoever works like this
        policy,    // whoever made this policy
    };
    By by = By::nobody;
    OrganisationRef who;
    /// With which the person is no worse off: of numbers and dates "higher" or "lower", else values, best first.  Empty
    /// = any.  Also where nobody is said to change it: then it says what nobody is told to wish for.
    std::vector<std::string> better;
};

/// What a slot of the dictionary stands for.
enum class SlotKind : std::uint8_t {
    item,     // a fact, or derived by define rules
    amount,   // a dated parameter of a law
    granted,  // granted.<scheme>: boolean
    sum,      // amount.<scheme>: eur/year
    paid,     // paid.<scheme>: eur, what is paid over the calendar year on what the executor knows
    due,      // due.<scheme>: eur, what is due over the calendar year by the facts as they are
    charge,   // charge.<id>: eur/year, after reductions
};

/// One entry of the dictionary.
/// Whose names a text is one of: those of the organisations, or the keys of a list.
struct NamesOf {
    bool organisations = false;
    Slot list = none;
};

/// Where a fact comes from when a situation tells of people: a field of the person concerned or of the partner, or the
/// list of those whom a condition picks.  Expressions read the fields of one person as their locals.
struct PersonView {
    enum class Of : std::uint8_t { nobody, self, partner, several };
    Of of = Of::nobody;
    std::optional<Expression> belongs;              // several: who is among them
    std::optional<Expression> is;                   // self, partner: what the fact is
    std::vector<std::optional<Expression>> fields;  // several: what each field of the element is
};

/// What a field of a person becomes when another one is asked about: it is their own, told of the two of them, whether
/// they live at one address with whom it is about, or a share of which who lives elsewhere has the rest.
enum class SeenAs : std::uint8_t { own, mutual, together, rest };

struct Item {
    std::string id;  // dotted: "p.age"
    SlotKind kind = SlotKind::item;
    Text title;
    Type type;
    std::optional<Decimal> minimum;  // domain of numbers
    std::optional<Decimal> maximum;
    OrganisationRef holder;  // who keeps it (holder by element: `[creditor]`, read inside the element)
    std::optional<Duration> freshness;
    std::string group;                   // giving one of a group makes the others 0 for the ordinary person: "income"
    std::optional<Expression> ordinary;  // value for the ordinary person (definitions 10.3)
    std::optional<Expression> fallback;  // value of a derived item when no define rule applies
    std::vector<std::optional<Expression>> field_ordinary;  // lists: per field of the element
    std::vector<Range> field_domains;  // lists: smallest and largest number, per field; of plain values: one
    std::vector<Text> field_titles;
    std::optional<std::size_t> key;       // lists: the field that no two elements have alike
    NamesOf names_of;                     // of its value, or of the values of a list of texts
    std::vector<NamesOf> field_names_of;  // lists: the same per field of the element
    // What a reader is shown instead of each of type.names: of the item itself, or of every field of a list.
    std::vector<std::vector<Text>> value_titles;
    Index concept_ = none;
    Index law = none;  // whose definition this is, for concepts
    Text reference;    // reference date or period of the definition: "1 January", "any day"
    std::vector<std::pair<Interval, Decimal>> values;  // amounts: one value an interval
    std::optional<Date> carried_from;  // amounts: from this day on the last value is only carried forward
    std::string article;               // amounts: where it stands
    Verification status = Verification::verified;
    bool earnings = false;              // income from work: what a step in earnings varies
    bool assets = false;                // what an asset cliff varies
    bool household = false;             // who lives together: a change of it is an event of the household
    bool shared = false;                // of the household or the place: the same for each of its people
    bool fixed_cost = false;            // a monthly cost that cannot wait: rent
    bool rare = false;                  // otherwise than the ordinary person for very few: told last, or on request
    bool exogenous = false;             // nobody changes it by an act: an age, a date of birth, a nationality
    std::vector<bool> field_exogenous;  // lists: the same per field of the element
    std::vector<SeenAs> field_seen;     // of the list `people`: per field
    Changer changer;
    std::vector<Changer> field_changers;  // lists: the same per field of the element
    bool whole_year = false;              // a figure of the calendar year: its last value holds for all months
    int due_day = 0;                      // fixed costs: day of the month; 0 = not said
    PersonView view;
    Slot since = none;    // the date item that tells since when it has its present value
    Slot on = none;       // the date item that tells on which day it comes: once
    Index scheme = none;  // granted, sum, paid, due
    Index charge = none;
    Location at;
};

}  // namespace samenloop
