#pragma once
// What regulation is, as plain validated values: laws with rules and their effects, organisations, items (gegevens),
// schemes, needs, outcomes, concepts, exchanges and norms.  No graph, no XML in here.  See docs/rule-format.md.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "samenloop/diagnostic.hpp"
#include "samenloop/dictionary.hpp"

namespace samenloop {

/// A word that several laws define: partner, vermogen.
struct Concept {
    std::string id;
    Text title;
    std::vector<Slot> definitions;  // one a law
    Location at;
};

/// What a scheme is for, and for whom (IM-4).
struct Goal {
    Expression reached;
    std::optional<Expression> target;  // its target group; absent = everybody
    Text title;                        // "the parent can work"
};

struct Scheme {
    std::string id;
    Text title;
    Index law = none;
    OrganisationRef executor;
    std::vector<Index> covers;  // needs
    bool disposable = false;    // its amount enters the disposable income (definitions 10.4)
    bool on_application = false;
    bool once = false;  // all that it grants is given once: amounts in eur, not a month or a year
    std::optional<Goal> goal;
    /// The day from which money can be counted on, at the latest; null = as soon as it is granted.
    std::optional<Expression> paid_from;
    /// For how many people the amount is, where that depends; absent = for one, or for a household that stays the same.
    std::optional<Expression> persons;
    Slot reported = none;  // the date item that tells when the person reported for it
    Slot granted = 0;
    Slot sum = 0;
    Slot paid = 0;
    Slot due = 0;
    Location at;
};

/// Something a person must have reached before something else: registered, insured.
struct Outcome {
    std::string id;
    Text title;
    std::optional<Expression> holds;
    Index scheme = none;  // the scheme that grants it, if any
    OrganisationRef organisation;
    Location at;
};

/// Income is covered by disposable income against the reference household, every other need by what it names.
enum class Coverage : std::uint8_t { schemes, income };

struct Need {
    std::string id;
    Text title;
    Coverage coverage = Coverage::schemes;
    bool basic = false;      // severity 4 when uncovered
    bool exclusive = false;  // one organisation only may be responsible
    std::optional<Expression> active;
    std::optional<Expression> covered;  // beside the schemes
    Index outcome = none;               // covered when within reach
    Index act = none;                   // covered by an effective obligation to do it
    Location at;
};

/// What an act does with data: tell a change, ask the citizen, use what another body has, leave out what is known.
enum class DataAct : std::uint8_t { none, report, ask, use, withhold };

/// What somebody must, may or must not do.
struct Act {
    std::string id;
    Text title;
    std::vector<Index> excludes;  // cannot be done together with
    DataAct data = DataAct::none;
    Location at;
};

/// A sum that is taken: income tax, premium, the CAK premium.
struct Charge {
    std::string id;
    Text title;
    OrganisationRef creditor;
    bool disposable = false;  // lowers the disposable income
    bool tax = false;
    int due_day = 0;        // day of the month; 0 = not said
    bool withheld = false;  // taken at the source, beside tax (PU-1)
    Index replaces = none;  // the charge that is not due beside it
    Slot slot = 0;
    Location at;
};

enum class Basis : std::uint8_t { statute, covenant, consent, none };

/// Who may give which item to whom, for what.  An element that names several organisations on one side is as many
/// exchanges, with the organisation in their id: "wgs_3[uwv]".
struct Exchange {
    std::string id;
    std::string basis_id;  // of the element
    Slot item = 0;
    OrganisationRef from;
    OrganisationRef to;
    Basis basis = Basis::none;
    std::string citation;
    std::string purpose;  // "" = any
    std::optional<Duration> latency;
    std::optional<Expression> person_class;  // for whom; absent = everybody
    std::optional<Expression> arrived;       // the day on which this datum came through, where the situation tells
    Interval in_force;
    Text problem;
    Verification status = Verification::verified;
    Location at;
};

/// An amount a month of an income that the law leaves to the person, whoever takes from it (PU-1, IM-5).
struct Floor {
    std::string id;
    Text title;
    Slot item = 0;                      // the protected amount, eur/month
    std::optional<Expression> stream;   // the income it protects, eur/month
    std::optional<Expression> at_risk;  // somebody may take from it soon
    std::string source;
    Location at;
};

/// How far a creditor may reach into an income with a floor.
enum class Reach : std::uint8_t {
    free,  // what is above the floor, shared with all who keep to it
    own,   // what is above the floor by its own reckoning, whatever others take
    all,   // what is below it too
};

enum class EffectKind : std::uint8_t {
    define,         // item, value
    grant,          // scheme, component, value (amount, may be absent)
    deny,           // scheme, component ("" = all of it)
    basis,          // scheme: a necessary condition of every grant of it
    reduce,         // scheme + component, or charge; value
    obligation,     // actor, act, achieves, within
    permission,     // actor, act, achieves
    prohibition,    // actor, act
    charge,         // charge, value
    recover,        // to = creditor, scheme, value
    attach,         // to = creditor, value
    allocate,       // actor is responsible for need
    refer,          // actor sends to `to` for need
    requires_data,  // decision (scheme or act), item, actor, purpose
    asks_citizen,   // actor, item, decision, form
    requires_,      // outcome, value = formula over outcomes
    waive,          // outcome, other outcome that is not required
};

struct Effect {
    EffectKind kind{};
    Slot item = 0;          // define, requires_data, asks_citizen
    Index scheme = none;    // grant, deny, basis, reduce, recover; decision of requires_data, asks_citizen
    Index charge = none;    // charge, reduce
    Index act = none;       // norms; decision of requires_data, asks_citizen; deny: what stops the scheme
    Index need = none;      // allocate, refer
    Index outcome = none;   // requires_, waive
    Index achieves = none;  // outcome that an act makes true
    Index other = none;     // waive: the outcome that is not required
    std::string component;
    std::string purpose;
    std::string form;
    std::string form_en;
    std::optional<Expression> value;
    std::optional<Duration> within;
    std::optional<Expression> until;    // norms: the first day on which it no longer holds; null = no end
    std::optional<Duration> freshness;  // requires_data: how old the datum may be
    std::vector<Slot> items;            // norms: what the act tells, asks, uses or leaves out
    OrganisationRef actor;              // empty = the rule's actor
    OrganisationRef to;                 // refer, recover, attach; obligation: whom it is owed to; deny: who gets it
    Index floor = none;                 // recover, attach: of the income it takes from; none: from something else
    Reach reach = Reach::free;          // recover, attach
    int order = 1;                      // who takes first
    std::vector<Index> seen_by;         // organisations that see it by law, beside the creditor
    Location at;
};

/// A denial that comes with a duty: to suspend, to refuse, to withdraw.
inline bool is_stop(const Effect& effect) { return effect.kind == EffectKind::deny && effect.act != none; }

/// Formula of `requires_`: alternatives, each a set of outcomes that together suffice.
using Alternatives = std::vector<std::vector<Index>>;

/// What a rule takes for granted about the person (CL-5).
struct Premise {
    Expression holds;
    std::optional<Expression> otherwise;  // the amount of the effect if it were false; absent = a grant or denial flips
    Text text;
    std::vector<std::size_t> effects;  // of the rule, that rest on it
};

/// What the loss that a rule brings is measured against: the interest at stake or the error made (IM-6).
struct Against {
    Expression value;                // eur, eur/month or eur/year
    Decimal months;                  // how long the loss lasts
    std::optional<Decimal> at_most;  // the proportion that is accepted; absent = the norm
    Text title;
};

enum class Discretion : std::uint8_t { bound, may };

struct Rule {
    std::string id;
    Index law = none;
    std::string article;     // "41 lid 4 a, b"
    std::string article_en;  // the same to an English reader; another text where it is no number
    Text title;
    Interval in_force;  // of the rule inside its law
    OrganisationRef actor;
    Discretion discretion = Discretion::bound;
    /// Given only on request, and the fact that tells that it was asked; without the fact it is a remedy.
    std::optional<Expression> request;
    bool on_request = false;
    bool repairs = false;    // made to mend the outcome of other rules: may settle a finding
    bool delegated = false;  // an override under a delegation binds from a lower level too
    bool sanction = false;
    std::string ecli;  // the judgment it rests on
    Verification status = Verification::verified;
    std::string each_variable;       // "m" of each="m in mun"
    std::optional<Expression> each;  // the list
    std::optional<Expression> when;  // absent = always
    std::vector<Effect> effects;
    std::vector<Alternatives> requirements;  // one per effect of kind requires_, in order
    std::vector<Index> overrides;            // rules
    std::vector<Index> overrides_laws;
    std::vector<Index> exception_to;  // rules that do not apply when this one does
    std::vector<Index> rebuts;        // rules whose premise this one corrects
    std::optional<Premise> premise;
    std::optional<Against> against;
    std::string intended_exclusion;  // source that declares a hole intended
    Location at;
};

/// A threshold with its source: tolerances, minima, windows.  Detectors read these by id.
struct Norm {
    std::string id;
    Decimal value;
    std::string unit;
    std::string source;
    Text title;
    Location at;
};

/// How the protected level M is computed (definitions 10.4): the same household with these facts set and rules left
/// out.
struct Reference {
    struct Set {
        Slot item = 0;
        std::string field;  // lists: this field of every element
        std::optional<Expression> when;
        Expression value;
    };
    Text title;
    std::string source;
    std::vector<Set> sets;
    std::vector<Index> omit_rules;
    std::vector<Index> omit_schemes;
    Location at;
};

/// Facts that no person can have together: what a search over all situations leaves out.
struct Impossible {
    Text title;
    std::string source;
    Expression when;
    Location at;
};

/// A provision is an article that rules stand in: its number and heading.
struct Provision {
    Index law = none;
    std::string article;
    Text title;
    Location at;
};

/// Facts of one situation that contradict one another, or nearly surely do; what to write instead.
struct Contradiction {
    Text title;
    Text instead;
    Severity severity = Severity::error;
    Expression when;
    Location at;
};

struct RuleBase {
    std::string jurisdiction;
    std::string fingerprint;  // of the files it was read from
    std::vector<Organisation> organisations;
    std::vector<Law> laws;
    std::vector<Provision> provisions;
    std::vector<Item> items;     // index = Slot
    std::vector<Slot> ordinary;  // those with a value for the ordinary person, each after those it reads
    std::vector<Concept> concepts;
    std::vector<Scheme> schemes;
    std::vector<Outcome> outcomes;
    std::vector<Need> needs;
    std::vector<Act> acts;
    std::vector<Charge> charges;
    std::vector<Floor> floors;
    std::vector<Exchange> exchanges;
    std::vector<Rule> rules;
    std::vector<Norm> norms;
    std::vector<Impossible> impossible;
    std::vector<Contradiction> contradictions;
    std::optional<Reference> reference;
    std::optional<Expression> disposable;              // eur/year, the part of the disposable income that is no grant
    std::map<std::string, Symbol, std::less<>> names;  // of items, for expressions

    const Norm* norm(std::string_view id) const;
    /// Index of the organisation with this id, title or alias; none if there is none.
    Index organisation_named(std::string_view name) const;
};

/// "jci1.3:c:BWBR0015703&artikel=41&lid=4" for a law with a BWB id, else "".
std::string jci(const Law& law, std::string_view article);

std::string_view to_string(Level level);
std::string_view to_string(EffectKind kind);

}  // namespace samenloop
