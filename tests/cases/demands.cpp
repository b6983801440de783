#include "demands.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "expectation.hpp"
#include "norms.hpp"
#include "static_demands.hpp"
#include "values.hpp"

namespace fs = std::filesystem;
using namespace samenloop;

namespace {

void demand_expectations(const Trial& trial, const YAML::Node& demands, Failures& failures) {
    std::size_t number = 0;
    for (const auto& expectation : demands["must"] ? demands["must"] : YAML::Node(YAML::NodeType::Sequence)) {
        ++number;
        const std::string why = unmet(expectation, trial);
        if (why.empty()) continue;
        const std::string line = expectation["line"] ? " (" + expectation["line"].Scalar() + ")" : "";
        failures.push_back("must " + std::to_string(number) + line + ": " + why);
    }
}

void demand_nothing(const Trial& trial, Failures& failures) {
    for (const auto& f : trial.report.findings)
        if (f.severity >= 1) failures.push_back("nothing was expected: " + brief(trial.rules, f));
}

void demand_values(const Trial& trial, const YAML::Node& values, Failures& failures) {
    for (const auto& pair : values) {
        const auto& name = pair.first.Scalar();
        const auto& wanted = pair.second.Scalar();
        const Value found = value_of(trial, name);
        const auto* number = found.get<Decimal>();
        const bool met = number != nullptr ? printed_as(*number, wanted) : plain(found) == wanted;
        if (!met) failures.push_back("values: " + name + " is " + plain(found) + " instead of " + wanted);
    }
}

void demand_norms(const Trial& trial, const YAML::Node& norms, Failures& failures) {
    for (const auto& norm : norms) {
        const std::string why = unmet_norm(trial, norm);
        if (why.empty()) continue;
        const std::string line = norm["line"] ? " (" + norm["line"].Scalar() + ")" : "";
        failures.push_back("norms" + line + ": " + why);
    }
}

void demand_verified(const Trial& trial, Failures& failures) {
    for (const auto* list : {&trial.report.findings, &trial.report.settled})
        for (const auto& f : *list) {
            const std::string why = verify(trial.rules, trial.report.situation, f);
            if (!why.empty()) failures.push_back("does not verify: " + brief(trial.rules, f) + ": " + why);
        }
}

void demand_loaded(const Trial& trial, const YAML::Node& loaded, Failures& failures) {
    for (const auto& id : loaded) {
        bool found = false;
        for (const auto& rule : trial.rules.rules) found = found || rule.id == id.Scalar();
        if (!found) failures.push_back("not loaded: rule " + id.Scalar());
    }
}

bool named(const std::string& code, const YAML::Node& yaml) {
    for (const auto& n : yaml["accounted"])
        if (n.Scalar() == code) return true;
    for (const auto& n : yaml["also"] ? yaml["also"] : YAML::Node(YAML::NodeType::Sequence))
        if (n["code"].Scalar() == code) return true;
    return false;
}

/// Definitions 10.10: its code is named in the case, or that of the finding it is grouped under.
bool accounted_for(const Report& report, const Finding& finding, const YAML::Node& yaml) {
    if (named(finding.code, yaml)) return true;
    for (const auto& root : report.findings)
        if (!finding.root_cause.empty() && root.id == finding.root_cause) return named(root.code, yaml);
    return false;
}

void demand_accounted(const Trial& trial, const YAML::Node& yaml, Failures& failures) {
    for (const auto& f : trial.report.findings)
        if (f.severity > 1 && !accounted_for(trial.report, f, yaml))
            failures.push_back("not accounted for: " + brief(trial.rules, f));
}

void compare_golden(const fs::path& file, const std::string& actual, Failures& failures) {
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::ofstream(file, std::ios::binary) << actual;
        return;
    }
    std::ifstream in(file, std::ios::binary);
    std::ostringstream expected;
    expected << in.rdbuf();
    if (!in) failures.push_back("no golden file " + file.filename().string() + "; UPDATE_GOLDEN=1 writes it");
    else if (expected.str() != actual)
        failures.push_back("not as in " + file.filename().string() + ":\n" + expected.str());
}

}  // namespace

std::string all_found(const Trial& trial) {
    std::string out;
    for (const auto& f : trial.report.findings) out += brief(trial.rules, f) + "\n";
    for (const auto& f : trial.report.settled) out += "settled: " + brief(trial.rules, f) + "\n";
    return out.empty() ? "nothing\n" : out;
}

void demand_found(const Trial& trial, const Case& c, const Run& run, Failures& failures) {
    demand_expectations(trial, run.demands, failures);
    if (run.demands["nothing"] && run.demands["nothing"].as<bool>()) demand_nothing(trial, failures);
    if (run.demands["values"]) demand_values(trial, run.demands["values"], failures);
    if (run.demands["norms"]) demand_norms(trial, run.demands["norms"], failures);
    if (!run.golden.empty()) compare_golden(c.setting.folder / (run.golden + ".golden"), all_found(trial), failures);
    if (!run.whole) return;
    for (auto& why : unmet_static(trial, c.yaml)) failures.push_back(std::move(why));
    if (c.yaml["loaded"]) demand_loaded(trial, c.yaml["loaded"], failures);
    if (c.yaml["accounted"]) demand_accounted(trial, c.yaml, failures);
}

void demand_all(const Trial& trial, const Case& c, const Run& run, Failures& failures) {
    demand_found(trial, c, run, failures);
    demand_verified(trial, failures);
}
