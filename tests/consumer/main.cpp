// What a program that uses the installed package does: read the rules, read a situation, check it, replay what is
// found. consumer SHARE_FOLDER

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include <samenloop/check.hpp>
#include <samenloop/read.hpp>

namespace fs = std::filesystem;
using namespace samenloop;

namespace {

std::shared_ptr<const Source> load(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::make_shared<const Source>(file.string(), std::string(std::istreambuf_iterator<char>(in), {}));
}

int refuse(const Diagnostics& problems) {
    for (const auto& p : problems) std::cerr << render(p, Language::en) << '\n';
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const fs::path share = argv[1];
    std::vector<std::shared_ptr<const Source>> files;
    for (const auto& entry : fs::directory_iterator(share / "rules"))
        if (entry.path().extension() == ".xml") files.push_back(load(entry.path()));
    const auto rules = read_rulebase(files);
    if (!rules) return refuse(rules.error());
    const auto situation = read_situation(load(share / "examples" / "situations" / "briefadres.xml"), *rules);
    if (!situation) return refuse(situation.error());
    const auto report = check(*rules, *situation);
    for (const auto& finding : report.findings) {
        if (const auto why = verify(*rules, report.situation, finding); !why.empty()) {
            std::cerr << finding.code << " does not verify: " << why << '\n';
            return 1;
        }
        std::cout << finding.code << ": " << finding.title.en << '\n';
    }
    return report.findings.empty() ? 1 : 0;
}
