#include "matchers.hpp"

#include <algorithm>
#include <cctype>
#include <functional>
#include <vector>

#include "expectation.hpp"

using namespace samenloop;

bool like(std::string_view text, std::string_view pattern) {
    if (pattern.empty()) return text.empty();
    if (pattern[0] != '*') return !text.empty() && text[0] == pattern[0] && like(text.substr(1), pattern.substr(1));
    for (std::size_t skip = 0; skip <= text.size(); ++skip)
        if (like(text.substr(skip), pattern.substr(1))) return true;
    return false;
}

namespace {

using Strings = std::vector<std::string>;

Strings list(const YAML::Node& node) {
    if (node.IsScalar()) return {node.Scalar()};
    Strings out;
    for (const auto& n : node) out.push_back(n.Scalar());
    return out;
}

std::string joined(const Strings& parts) {
    std::string out;
    for (const auto& p : parts) out += (out.empty() ? "" : ", ") + p;
    return "[" + out + "]";
}

bool holds(const Strings& found, const std::string& pattern) {
    return std::any_of(found.begin(), found.end(), [&](const auto& f) { return like(f, pattern); });
}

std::string contains(const Strings& found, const YAML::Node& wanted) {
    for (const auto& w : list(wanted))
        if (!holds(found, w)) return "no " + w + " in " + joined(found);
    return "";
}

std::string contains_none(const Strings& found, const YAML::Node& unwanted) {
    for (const auto& w : list(unwanted))
        if (holds(found, w)) return w + " in " + joined(found);
    return "";
}

std::string one_of(const std::string& found, const YAML::Node& wanted) {
    const auto all = list(wanted);
    return std::find(all.begin(), all.end(), found) != all.end() ? "" : found + " instead of " + joined(all);
}

template <class Things>
Strings ids(const std::vector<Index>& indices, const Things& things) {
    Strings out;
    for (const Index i : indices) out.push_back(things[i].id);
    return out;
}

std::string exactly(const Seen& s, const YAML::Node& wanted) {
    Strings found = ids(s.finding.rules, s.rules.rules);
    Strings all = list(wanted);
    std::sort(found.begin(), found.end());
    std::sort(all.begin(), all.end());
    return found == all ? "" : joined(found) + " instead of " + joined(all);
}

std::string facts(const Seen& s, const YAML::Node& wanted) {
    for (const auto& pair : wanted) {
        const auto& item = pair.first.Scalar();
        const auto at =
            std::find_if(s.finding.facts.begin(), s.finding.facts.end(), [&](const Fact& f) { return f.item == item; });
        if (at == s.finding.facts.end()) return "no fact " + item;
        if (plain(at->value) != pair.second.Scalar()) return item + " is " + plain(at->value);
    }
    return "";
}

using Amounts = std::vector<std::pair<std::string, Decimal>>;
using Test = std::function<bool(const Decimal&, const std::string&)>;

std::string amounts(const Amounts& found, const YAML::Node& wanted, const Test& test) {
    for (const auto& pair : wanted) {
        const auto& key = pair.first.Scalar();
        const auto at = std::find_if(found.begin(), found.end(), [&](const auto& a) { return a.first == key; });
        if (at == found.end()) return "no amount " + key;
        const auto all = list(pair.second);
        if (std::none_of(all.begin(), all.end(), [&](const auto& w) { return test(at->second, w); }))
            return key + " is " + at->second.to_string() + " instead of " + joined(all);
    }
    return "";
}

bool at_least(const Decimal& found, const std::string& bound) { return found >= *Decimal::parse(bound); }
bool at_most(const Decimal& found, const std::string& bound) { return found <= *Decimal::parse(bound); }

bool meets(const Seen& s, const Remedy& remedy, const YAML::Node& wanted) {
    for (const auto& pair : wanted) {
        const auto& key = pair.first.Scalar();
        const auto& value = pair.second.Scalar();
        if (key == "rule") {
            if (remedy.rule == none || s.rules.rules[remedy.rule].id != value) return false;
        } else if (key == "organisation") {
            if (!like(remedy.organisation, value)) return false;
        } else if (key == "discretion") {
            if ((remedy.discretion == Discretion::may ? "may" : "bound") != value) return false;
        } else {
            YAML::Node amount;
            amount[key] = value;
            if (!amounts(remedy.amounts, amount, printed_as).empty()) return false;
        }
    }
    return true;
}

Strings described(const Seen& s, const std::vector<Remedy>& remedies) {
    Strings out;
    for (const auto& r : remedies) {
        out.push_back((r.rule == none ? "no rule" : s.rules.rules[r.rule].id) + " by " + r.organisation +
                      (r.discretion == Discretion::may ? " may" : " bound"));
        for (const auto& [key, amount] : r.amounts) out.back() += " " + key + "=" + amount.to_string();
    }
    return out;
}

std::string remedies(const Seen& s, const YAML::Node& wanted) {
    for (const auto& w : wanted)
        if (std::none_of(
                s.finding.remedies.begin(), s.finding.remedies.end(), [&](const Remedy& r) { return meets(s, r, w); }))
            return YAML::Dump(w) + " is not among " + joined(described(s, s.finding.remedies));
    return "";
}

std::string removed_by(const Seen& s, const YAML::Node& wanted) {
    Strings found;
    for (const auto& c : s.finding.removed_by) found.push_back(c.item + ": " + plain(c.from) + " -> " + plain(c.to));
    for (const auto& w : wanted) {
        const std::string from = w["from"] ? w["from"].Scalar() : "*";
        const std::string to = w["to"] ? w["to"].Scalar() : "*";
        if (!holds(found, w["item"].Scalar() + ": " + from + " -> " + to))
            return YAML::Dump(w) + " is not among " + joined(found);
    }
    return "";
}

/// "p.age: 27": with this value it is gone.
std::string borders(const Seen& s, const YAML::Node& wanted) {
    Strings found;
    for (const auto& b : s.finding.borders) {
        for (const auto* v : {&b.above, &b.below})
            if (!v->is_unknown()) found.push_back(b.item + ": " + plain(*v));
        for (const auto& v : b.instead) found.push_back(b.item + ": " + plain(v));
    }
    for (const auto& w : wanted)
        if (!holds(found, w["item"].Scalar() + ": " + (w["to"] ? w["to"].Scalar() : "*")))
            return YAML::Dump(w) + " is not among " + joined(found);
    return "";
}

/// "outcome:a>outcome:b"
std::vector<std::string> chain_links(const Finding& f) {
    std::vector<std::string> all;
    for (const auto& link : f.chain) all.push_back(link.from + ">" + link.to);
    return all;
}

Strings chain_ends(const Finding& f) {
    Strings out;
    for (const auto& link : f.chain) {
        out.push_back(link.from);
        out.push_back(link.to);
    }
    return out;
}

/// Every rule that a finding points at.
std::vector<Index> pointed_at(const Finding& f) {
    std::vector<Index> out = f.rules;
    out.insert(out.end(), f.settled_by.begin(), f.settled_by.end());
    for (const auto& r : f.remedies)
        if (r.rule != none) out.push_back(r.rule);
    return out;
}

std::string words(const Seen& s) {
    const Finding& f = s.finding;
    std::string out = f.title.nl + "\n" + f.title.en + "\n";
    for (const auto& t : f.explanation) out += t.nl + "\n" + t.en + "\n";
    for (const auto& link : f.chain)
        out += link.from + " " + link.to + " " + link.label.nl + " " + link.label.en + "\n";
    for (const auto& r : f.remedies) out += r.text.nl + "\n" + r.text.en + "\n";
    for (const Index i : pointed_at(f)) {
        const Rule& r = s.rules.rules[i];
        out += r.id + " " + r.article + " " + r.ecli + " " + r.title.nl + " " + r.title.en + "\n";
        if (r.premise) out += r.premise->text.nl + " " + r.premise->text.en + "\n";
    }
    return out;
}

/// Upper and lower case do not matter.
std::string folded(std::string text) {
    std::transform(
        text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string text(const Seen& s, const YAML::Node& wanted) {
    const std::string all = folded(words(s));
    for (const auto& w : wanted) {
        const auto alternatives = list(w);
        if (std::none_of(alternatives.begin(), alternatives.end(),
                         [&](const auto& a) { return all.find(folded(a)) != std::string::npos; }))
            return "none of " + joined(alternatives) + " is said";
    }
    return "";
}

std::string mentions(const Seen& s, const YAML::Node& wanted) {
    const Strings found = ids(pointed_at(s.finding), s.rules.rules);
    const std::string all = words(s);
    for (const auto& id : list(wanted))
        if (!holds(found, id) && all.find(id) == std::string::npos) return id + " is not mentioned";
    return "";
}

std::string root_cause(const Seen& s, const YAML::Node& wanted) {
    for (const auto& f : s.report.findings)
        if (f.id == s.finding.root_cause) return one_of(f.code, wanted);
    return "stands alone";
}

Strings item_ids(const Seen& s) {
    Strings out;
    for (const Slot i : s.finding.items) out.push_back(s.rules.items[i].id);
    return out;
}

using N = YAML::Node;
constexpr Matcher matchers[] = {
    {"code", [](const Seen& s, const N& n) { return one_of(s.finding.code, n); }},
    {"type", [](const Seen& s, const N& n) { return one_of(std::string(to_string(s.finding.type)), n); }},
    {"status", [](const Seen& s, const N& n) { return one_of(std::string(to_string(s.finding.status)), n); }},
    {"certainty", [](const Seen& s, const N& n) { return one_of(std::string(to_string(s.finding.certainty)), n); }},
    {"severity", [](const Seen& s, const N& n) { return one_of(std::to_string(s.finding.severity), n); }},
    {"rules", [](const Seen& s, const N& n) { return contains(ids(s.finding.rules, s.rules.rules), n); }},
    {"exactly", exactly},
    {"not_rules", [](const Seen& s, const N& n) { return contains_none(ids(s.finding.rules, s.rules.rules), n); }},
    {"organisations", [](const Seen& s, const N& n) { return contains(s.finding.organisations, n); }},
    {"not_organisations", [](const Seen& s, const N& n) { return contains_none(s.finding.organisations, n); }},
    {"needs", [](const Seen& s, const N& n) { return contains(ids(s.finding.needs, s.rules.needs), n); }},
    {"items", [](const Seen& s, const N& n) { return contains(item_ids(s), n); }},
    {"concepts", [](const Seen& s, const N& n) { return contains(ids(s.finding.concepts, s.rules.concepts), n); }},
    {"depends_on", [](const Seen& s, const N& n) { return contains(s.finding.depends_on, n); }},
    {"settled_by", [](const Seen& s, const N& n) { return contains(ids(s.finding.settled_by, s.rules.rules), n); }},
    {"chain", [](const Seen& s, const N& n) { return contains(chain_ends(s.finding), n); }},
    {"links", [](const Seen& s, const N& n) { return contains(chain_links(s.finding), n); }},
    {"not_links", [](const Seen& s, const N& n) { return contains_none(chain_links(s.finding), n); }},
    {"facts", facts},
    {"amounts", [](const Seen& s, const N& n) { return amounts(s.finding.amounts, n, printed_as); }},
    {"amounts_at_least", [](const Seen& s, const N& n) { return amounts(s.finding.amounts, n, at_least); }},
    {"amounts_at_most", [](const Seen& s, const N& n) { return amounts(s.finding.amounts, n, at_most); }},
    {"remedies", remedies},
    {"removed_by", removed_by},
    {"borders", borders},
    {"mentions", mentions},
    {"text", text},
    {"root_cause", root_cause},
};

}  // namespace

const Matcher* matcher(std::string_view key) {
    const auto* at =
        std::find_if(std::begin(matchers), std::end(matchers), [&](const auto& m) { return m.key == key; });
    return at == std::end(matchers) ? nullptr : at;
}
