// Runs one case: case_runner FOLDER [JSON].  See case_file.hpp for what a case may say.
// UPDATE_GOLDEN=1 writes the golden files instead of comparing with them.  With a folder JSON each run is told there as
// data too, in both languages.

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>

#include "case_file.hpp"
#include "expectation.hpp"
#include "samenloop/report.hpp"
#include "values.hpp"

namespace fs = std::filesystem;
using namespace samenloop;

namespace {

using Failures = std::vector<std::string>;

std::string all_found(const Trial& trial) {
    std::string out;
    for (const auto& f : trial.report.findings) out += brief(trial.rules, f) + "\n";
    for (const auto& f : trial.report.settled) out += "settled: " + brief(trial.rules, f) + "\n";
    return out.empty() ? "nothing\n" : out;
}

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

void demand_all(const Trial& trial, const Case& c, const Run& run, Failures& failures) {
    demand_expectations(trial, run.demands, failures);
    if (run.demands["nothing"] && run.demands["nothing"].as<bool>()) demand_nothing(trial, failures);
    if (run.demands["values"]) demand_values(trial, run.demands["values"], failures);
    demand_verified(trial, failures);
    if (!run.golden.empty()) compare_golden(c.setting.folder / (run.golden + ".golden"), all_found(trial), failures);
    if (!run.whole) return;
    if (c.yaml["loaded"]) demand_loaded(trial, c.yaml["loaded"], failures);
    if (c.yaml["accounted"]) demand_accounted(trial, c.yaml, failures);
}

void write_json(const Trial& trial, const std::string& name, const fs::path& folder) {
    const auto json = std::ranges::find(output_formats(), std::string_view("json"), &OutputFormat::name);
    for (const auto language : {Language::nl, Language::en}) {
        std::ofstream out(folder / (name + (language == Language::nl ? "-nl.json" : "-en.json")), std::ios::binary);
        out << json->write(trial.rules, {&trial.report, 1}, {language, false});
    }
}

/// Prints what is wrong with the run, if anything.
bool passes(const Case& c, const Run& run, const std::optional<fs::path>& json) {
    Failures failures;
    std::string found;
    try {
        const Trial trial = ::run(c.setting, run.edit);
        found = all_found(trial);
        demand_all(trial, c, run, failures);
        if (json)
            write_json(trial, c.setting.folder.filename().string() + "-" + std::to_string(&run - c.runs.data()), *json);
    } catch (const std::exception& problem) {
        failures.emplace_back(problem.what());
    }
    if (failures.empty()) return true;
    std::cout << c.setting.folder.filename().string() << ", " << run.name << ":\n";
    for (const auto& f : failures) std::cout << "  " << f << "\n";
    std::cout << "  found:\n" << found << "\n";
    return false;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::cerr << "usage: case_runner FOLDER [JSON]\n";
        return 2;
    }
    try {
        const Case c = read_case(fs::canonical(argv[1]));
        const auto json = argc == 3 ? std::optional(fs::canonical(argv[2])) : std::nullopt;
        bool good = true;
        for (const auto& run : c.runs) good = passes(c, run, json) && good;
        return good ? 0 : 1;
    } catch (const std::exception& problem) {
        std::cerr << argv[1] << ": " << problem.what() << "\n";
        return 2;
    }
}
