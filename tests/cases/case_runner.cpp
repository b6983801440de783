// Runs one folder of tests/cases or tests/detectors; with a second folder, also writes all reports there as JSON.

#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>

#include "demands.hpp"
#include "samenloop/report.hpp"

namespace fs = std::filesystem;
using namespace samenloop;

namespace {

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
