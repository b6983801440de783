// Published numbers: each entry of a YAML file gives some facts and a day, and what a publication or the text of the
// law says that items come to.  Everything that an entry does not give is ordinary.
//
//   - title: bijstandsnorm van een alleenstaande van 23
//     source: Participatiewet 21 a, text of 2025-07-01
//     date: 2025-07-01
//     people: [{id: zij, relation: self, birth: 2002-03-01}]     # optional
//     facts: {rent: 600, kids: '[{age: 3}]'}                     # FEEL, as in <fact item="…">; optional
//     expect: {pw.norm: 1369.06}                                 # compared in the decimals that are written

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "engine/evaluation.hpp"
#include "samenloop/read.hpp"

namespace fs = std::filesystem;
using namespace samenloop;

namespace {

template <class T>
T or_throw(Result<T> result) {
    if (!result) throw std::runtime_error(render(std::move(result.error()), Language::en));
    return std::move(*result);
}

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

RuleBase shipped() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(SAMENLOOP_SOURCE_DIR) / "rules"))
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::shared_ptr<const Source>> sources;
    for (const auto& file : files) sources.push_back(std::make_shared<Source>(file.string(), content(file)));
    return or_throw(read_rulebase(sources));
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    return out;
}

std::string situation_xml(const YAML::Node& entry) {
    std::string xml = R"(<situation xmlns="urn:samenloop:situation:1" id="x" title="x" rest="ordinary" date=")" +
                      entry["date"].Scalar() + "\">";
    for (const auto& person : entry["people"]) {
        xml += "<person";
        for (const auto& field : person)
            xml += " " + field.first.Scalar() + "=\"" + escaped(field.second.Scalar()) + "\"";
        xml += "/>";
    }
    for (const auto& fact : entry["facts"])
        xml += "<fact item=\"" + fact.first.Scalar() + "\">" + escaped(fact.second.Scalar()) + "</fact>";
    return xml + "</situation>";
}

/// The decimals that a number is written with; 0 for all else.
int decimals(const std::string& written) {
    const auto point = written.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(written.size() - point - 1);
}

/// What the name comes to, as the publication would write it.
std::string shown(const Value& value, const std::string& expected) {
    if (const auto* number = value.get<Decimal>()) return number->rounded(decimals(expected)).to_string();
    return to_string(value);
}

std::string normal(const std::string& expected) {
    const auto number = Decimal::parse(expected);
    return number ? number->to_string() : expected;
}

/// Prints every number that is not as published; how many those are.
int differences(const YAML::Node& entry, const RuleBase& rules) {
    for (const char* key : {"title", "source", "date", "expect"})
        if (!entry[key]) throw std::runtime_error(std::string("an entry without ") + key);
    const auto source = std::make_shared<Source>(entry["title"].Scalar(), situation_xml(entry));
    const Situation situation = or_throw(read_situation(source, rules));
    const engine::Program program = engine::compile(rules, situation.date);
    const engine::Evaluation law = engine::evaluate(program, situation, engine::World::law);
    int wrong = 0;
    for (const auto& pair : entry["expect"]) {
        const std::string name = pair.first.Scalar();
        const std::string expected = pair.second.Scalar();
        const auto at = rules.names.find(name);
        if (at == rules.names.end()) throw std::runtime_error("no such name: " + name);
        const std::string got = shown(law.values[at->second.slot], expected);
        if (got == normal(expected)) continue;
        ++wrong;
        std::cout << entry["title"].Scalar() << ", " << entry["date"].Scalar() << ": " << name << " is " << got
                  << ", not " << expected << " (" << entry["source"].Scalar() << ")\n";
    }
    return wrong;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: numbers FILE…\n";
        return 2;
    }
    int wrong = 0;
    std::size_t entries = 0;
    try {
        const RuleBase rules = shipped();
        for (int i = 1; i < argc; ++i)
            for (const auto& entry : YAML::LoadFile(argv[i])) {
                ++entries;
                try {
                    wrong += differences(entry, rules);
                } catch (const std::exception& problem) {
                    ++wrong;
                    std::cout << (entry["title"] ? entry["title"].Scalar() : argv[i]) << ": " << problem.what() << "\n";
                }
            }
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << "\n";
        return 2;
    }
    std::cout << entries << " entries, " << wrong << " wrong\n";
    return wrong == 0 && entries > 0 ? 0 : 1;
}
