#include "expectation.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "matchers.hpp"

using namespace samenloop;

namespace {

const std::vector<std::string> selection_keys = {"line", "settled", "absent", "count"};

void check_keys(const YAML::Node& expectation) {
    for (const auto& pair : expectation) {
        const auto& key = pair.first.Scalar();
        if (matcher(key) == nullptr &&
            std::find(selection_keys.begin(), selection_keys.end(), key) == selection_keys.end())
            throw std::runtime_error("unknown key in an expectation: " + key);
    }
}

/// All that `finding` lacks, key by key.
std::string lacks(const YAML::Node& expectation, const Seen& seen) {
    std::string out;
    for (const auto& pair : expectation) {
        const auto* m = matcher(pair.first.Scalar());
        if (m == nullptr) continue;
        const std::string why = m->mismatch(seen, pair.second);
        if (!why.empty()) out += "      " + std::string(m->key) + ": " + why + "\n";
    }
    return out;
}

std::vector<const Finding*> candidates(const YAML::Node& expectation, const Report& report) {
    const std::string settled = expectation["settled"] ? expectation["settled"].Scalar() : "false";
    std::vector<const Finding*> out;
    if (settled != "true")
        for (const auto& f : report.findings) out.push_back(&f);
    if (settled != "false")
        for (const auto& f : report.settled) out.push_back(&f);
    return out;
}

/// Of the findings with the right code, what is missing; it is what a reader wants to see first.
std::string nearest(const YAML::Node& expectation, const Trial& trial) {
    std::string out;
    for (const auto* f : candidates(expectation, trial.report)) {
        if (expectation["code"] && f->code != expectation["code"].Scalar()) continue;
        out += "    " + brief(trial.rules, *f) + "\n" + lacks(expectation, {trial.rules, trial.report, *f});
    }
    return out.empty() ? "    there is none with this code\n" : out;
}

}  // namespace

std::string unmet(const YAML::Node& expectation, const Trial& trial) {
    check_keys(expectation);
    std::size_t met = 0;
    std::string which;
    for (const auto* f : candidates(expectation, trial.report)) {
        if (!lacks(expectation, {trial.rules, trial.report, *f}).empty()) continue;
        ++met;
        which += "    " + brief(trial.rules, *f) + "\n";
    }
    if (expectation["absent"] && expectation["absent"].as<bool>()) return met == 0 ? "" : "must be absent:\n" + which;
    if (expectation["count"]) {
        const auto wanted = expectation["count"].as<std::size_t>();
        if (met == wanted) return "";
        return std::to_string(met) + " instead of " + std::to_string(wanted) + ":\n" + nearest(expectation, trial);
    }
    return met > 0 ? "" : "not found:\n" + nearest(expectation, trial);
}

std::string brief(const RuleBase& rules, const Finding& finding) {
    std::string out = finding.code + " " + std::string(to_string(finding.status)) + " " +
                      std::string(to_string(finding.certainty)) + " " + std::to_string(finding.severity) + " [";
    for (std::size_t i = 0; i < finding.rules.size(); ++i)
        out += (i == 0 ? "" : ", ") + rules.rules[finding.rules[i]].id;
    out += "]";
    for (const auto& [key, amount] : finding.amounts) out += " " + key + "=" + amount.rounded(2).to_string();
    return out;
}

bool printed_as(const Decimal& found, const std::string& printed) {
    const auto wanted = Decimal::parse(printed);
    if (!wanted) throw std::runtime_error("not a number: " + printed);
    Decimal unit = 1;
    if (const auto point = printed.find('.'); point != std::string::npos)
        for (std::size_t i = point + 1; i < printed.size(); ++i) unit /= 10;
    const Decimal off = found < *wanted ? *wanted - found : found - *wanted;
    return off <= unit;
}

std::string plain(const Value& value) {
    if (const auto* text = value.get<std::string>()) return *text;
    if (const auto* day = value.get<Date>()) return day->to_string();
    return to_string(value);
}
