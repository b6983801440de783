#include "solve/doubtful.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/both.hpp"
#include "base/parallel.hpp"
#include "model/norms.hpp"
#include "solve/implies.hpp"

namespace samenloop::solve {
namespace {

void warn(Diagnostics& all, const Location& at, Text message, Text hint) {
    all.push_back({std::move(message), std::move(hint), at.offset, at.source, false, Severity::warning});
}

Expression constant(const char* text) {
    Type truth;
    truth.kind = Kind::boolean;
    return *Expression::parse(text, {}, truth);
}

/// Whether the condition holds for nobody or for everybody; unknown where it is neither, or the search was given up.
class Decided {
  public:
    explicit Decided(const RuleBase& base) : implications_(base) {}

    Truth operator()(const Expression& when) {
        if (implications_.implies(when, never_) == Truth::yes) return Truth::no;
        return implications_.implies(always_, when) == Truth::yes ? Truth::yes : Truth::unknown;
    }

  private:
    Expression never_ = constant("false");
    Expression always_ = constant("true");
    Implications implications_;
};

/// On the domains of the facts; conditions on an element are not asked.
void find_decided_conditions(const RuleBase& base, Diagnostics& all) {
    const auto& rules = base.rules;
    std::vector<Truth> found(rules.size(), Truth::unknown);
    std::vector<std::optional<Decided>> decided(base::workers(rules.size()));
    base::in_parallel(rules.size(), 0, [&](std::size_t worker, std::size_t r) {
        if (!rules[r].when || rules[r].each || rules[r].when->reads().empty()) return;
        if (!decided[worker]) decided[worker].emplace(base);
        found[r] = (*decided[worker])(*rules[r].when);
    });
    for (std::size_t r = 0; r < rules.size(); ++r) {
        if (found[r] == Truth::no)
            warn(all, rules[r].at,
                 base::both("de voorwaarde van de regel '{}' geldt nooit", "the condition of the rule '{}' never holds",
                            rules[r].id),
                 {"wat de feiten ook zijn, binnen hun grenzen", "whatever the facts are, within their domains"});
        if (found[r] == Truth::yes)
            warn(all, rules[r].at,
                 base::both("de voorwaarde van de regel '{}' geldt altijd",
                            "the condition of the rule '{}' always holds", rules[r].id),
                 {"laat <when> weg, of zeg wat het moet onderscheiden",
                  "leave out <when>, or say what it is to tell apart"});
    }
}

void find_ids_alike(const RuleBase& base, Diagnostics& all) {
    std::map<std::string, const Rule*> seen;
    for (const auto& rule : base.rules) {
        std::string small;
        for (const auto c : rule.id) small += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const auto [at, is_new] = seen.try_emplace(small, &rule);
        if (!is_new)
            warn(all, rule.at,
                 base::both("'{}' en '{}' verschillen alleen in hoofdletters",
                            "'{}' and '{}' differ in nothing but capitals", rule.id, at->second->id),
                 {"twee regels worden zo makkelijk voor één aangezien", "two rules are easily taken for one"});
    }
}

/// A detector whose norm is missing finds nothing, or less.
void find_missing_norms(const RuleBase& base, Diagnostics& all) {
    std::vector<std::string_view> missing;
    for (const auto id : model::norms_read)
        if (base.norm(id) == nullptr) missing.push_back(id);
    if (!missing.empty() && !base.norms.empty())
        warn(all, base.norms.front().at,
             base::both("geen bestand geeft {} van de {} normen waar detectoren op beslissen",
                        "no file gives {} of the {} norms that detectors decide by", missing.size(),
                        model::norms_read.size()),
             base::both("zonder norm vindt de detector ervan niets, of minder: {}",
                        "without a norm its detector finds nothing, or less: {}",
                        fmt::format("{}", fmt::join(missing, ", "))));
}

/// A second person that no rule and no fact names does nothing.
void find_idle_persons(const RuleBase& base, Diagnostics& all) {
    if (std::ranges::count(base.organisations, true, &Organisation::is_person) < 2) return;
    std::vector<bool> named(base.organisations.size(), false);
    const auto name = [&](const OrganisationRef& ref) {
        if (ref.organisation != none) named[ref.organisation] = true;
    };
    for (const auto& rule : base.rules) {
        name(rule.actor);
        for (const auto& effect : rule.effects) {
            name(effect.actor);
            name(effect.to);
        }
    }
    for (const auto& item : base.items) {
        name(item.holder);
        name(item.changer.who);
        for (const auto& changer : item.field_changers) name(changer.who);
    }
    for (Index o = 0; o < named.size(); ++o)
        if (base.organisations[o].is_person && !named[o])
            warn(all, base.organisations[o].at,
                 base::both("niets noemt de persoon '{}'", "nothing names the person '{}'", base.organisations[o].id),
                 {"geen regel richt zich tot die persoon, en geen feit kan die veranderen",
                  "no rule addresses it and no fact is its to change"});
}

}  // namespace

Diagnostics doubtful(const RuleBase& base) {
    Diagnostics all;
    find_decided_conditions(base, all);
    find_ids_alike(base, all);
    find_missing_norms(base, all);
    find_idle_persons(base, all);
    return all;
}

}  // namespace samenloop::solve
