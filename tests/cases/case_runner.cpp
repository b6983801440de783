// Runs one case: case_runner FOLDER.  See case_file.hpp for what a case may say.
// UPDATE_GOLDEN=1 writes the golden files instead of comparing with them.

#include <exception>
#include <iostream>

#include "demands.hpp"

namespace fs = std::filesystem;
namespace {

/// Prints what is wrong with the run, if anything.
bool passes(const Case& c, const Run& run) {
    Failures failures;
    std::string found;
    try {
        const Trial trial = ::run(c.setting, run.edit);
        found = all_found(trial);
        demand_all(trial, c, run, failures);
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
    if (argc != 2) {
        std::cerr << "usage: case_runner FOLDER\n";
        return 2;
    }
    try {
        const Case c = read_case(fs::canonical(argv[1]));
        bool good = true;
        for (const auto& run : c.runs) good = passes(c, run) && good;
        return good ? 0 : 1;
    } catch (const std::exception& problem) {
        std::cerr << argv[1] << ": " << problem.what() << "\n";
        return 2;
    }
}
