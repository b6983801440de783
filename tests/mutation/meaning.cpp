// Who notices when the rules come to mean something else?  meaning CASES RULES [COUNT [SEED]]: changes one thing in the
// rule files (a comparison, a number, a connective, a day, who acts, what goes before what), COUNT times from a seed,
// and tells of each change whether `rules check` notices it (an error, or a warning that was not there), else a case of
// CASES, else nobody; those of nobody are printed, to be looked at.
//
// A case is asked anew only where its evaluation under the changed rules differs in some rule or value: what changes
// nothing in any case is noticed by none.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "demands.hpp"
#include "engine/evaluation.hpp"
#include "samenloop/read.hpp"
#include "solve/doubtful.hpp"

namespace fs = std::filesystem;
using namespace samenloop;

namespace {

using Texts = std::map<std::string, std::string>;  // by file name

std::string text_of(const fs::path& path) {
    std::stringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

Result<RuleBase> read(const Texts& texts) {
    std::vector<std::shared_ptr<const Source>> files;
    for (const auto& [name, text] : texts) files.push_back(std::make_shared<Source>(name, text));
    return read_rulebase(files);
}

/// What is looked for, and what may come instead of it.
struct Kind {
    const char* name;
    std::regex pattern;
    std::vector<std::string> instead;  // empty: another number
};

const std::vector<Kind>& kinds() {
    const auto words = [](const char* text) { return std::regex(text); };
    static const std::vector<Kind> all{
        {"comparison", words("&[gl]t;=?| >=? | <= "), {"&gt;", "&lt;", "&gt;=", "&lt;="}},
        {"equality", words(" = | != "), {" = ", " != "}},
        {"connective", words(" and | or "), {" and ", " or "}},
        {"truth", words(">true<|>false<"), {">true<", ">false<"}},
        {"negation", words("not\\("), {"("}},
        {"arithmetic", words(" [-+*/] "), {" + ", " - ", " * "}},
        {"number", words("[^\"A-Za-z0-9_.-][0-9]+(?=[^\"0-9.A-Za-z_-])"), {}},
        {"amount", words(">[0-9]+(?=[.<])"), {}},
        {"day", words("(from|to)=\"20[0-9]{2}"), {}},
        {"term", words("P[0-9]+(?=[DMY]\")"), {}},
        {"effect",
         words("<grant |<deny |<obligation |<permission |<prohibition "),
         {"<deny ", "<permission ", "<obligation ", "<prohibition "}},
        {"relation", words(" (overrides|exception-to)=\"[^\"]*\""), {""}},
        {"discretion", words(" discretion=\"may\"| request=\"[^\"]*\""), {""}},
    };
    return all;
}

using Spans = std::vector<std::pair<std::size_t, std::size_t>>;  // start and length

Spans all_of(const std::regex& pattern, const std::string& text) {
    Spans found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
        found.emplace_back(at->position(), at->length());
    return found;
}

/// Words for a reader and places in the law mean nothing to the program.
Spans meaning(const std::regex& pattern, const std::string& text) {
    static const std::regex words(
        " (title|title-en|lid|article|source|reference|reference-en|labels|labels-en|status|read)=\"[^\"]*\"|<!--[^>]*-"
        "->");
    const auto idle = all_of(words, text);
    auto found = all_of(pattern, text);
    std::erase_if(found, [&](const auto& f) {
        return std::ranges::any_of(
            idle, [&](const auto& i) { return f.first >= i.first && f.first < i.first + i.second; });
    });
    return found;
}

class Changes {
  public:
    Changes(const Texts& texts, unsigned seed) : texts_(texts), random_(seed) {
        for (const auto& [name, _] : texts)
            if (name != "norms.xml") names_.push_back(name);
    }

    struct Change {
        Texts texts;
        std::string what;
    };

    Change next() {
        for (;;) {
            const auto& name = names_[pick(names_.size())];
            const auto& kind = kinds()[pick(kinds().size())];
            const auto& text = texts_.at(name);
            const auto found = meaning(kind.pattern, text);
            if (found.empty()) continue;
            const auto [start, length] = found[pick(found.size())];
            const auto before = text.substr(start, length);
            const auto after = other(kind, before);
            if (after == before) continue;
            auto changed = texts_;
            changed[name].replace(start, length, after);
            const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
            return {std::move(changed), std::string(kind.name) + " in " + name + ":" + std::to_string(line) + ": '" +
                                            before + "' -> '" + after + "'"};
        }
    }

  private:
    std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

    std::string other(const Kind& kind, const std::string& before) {
        if (!kind.instead.empty()) return kind.instead[pick(kind.instead.size())];
        const auto digit = before.find_last_of("0123456789");
        auto after = before;
        after[digit] = static_cast<char>('0' + (after[digit] - '0' + 1 + static_cast<int>(pick(9))) % 10);
        return after;
    }

    const Texts& texts_;
    std::vector<std::string> names_;
    std::mt19937 random_;
};

struct Subject {
    Case c;
    Run run;
    Situation situation;
    std::vector<std::string> seen;  // of both worlds under the rules as they are
};

/// Everything that an evaluation comes to, as text.
std::string seen(const RuleBase& base, const Situation& situation, engine::World world) {
    const auto program = engine::compile(base, situation.date);
    const auto e = engine::evaluate(program, situation, world);
    std::string text;
    for (Slot s = 0; s < base.items.size(); ++s) text += to_string(e.values[s]) + ";";
    for (Index r = 0; r < base.rules.size(); ++r) text += base.rules[r].id + to_string(Value::from(e.applies(r)));
    for (const auto& all : program.arguments_of_rule)
        for (const auto x : all) text += to_string(Value::from(e.accepted(x)));
    return text;
}

std::vector<std::string> seen(const RuleBase& base, const Situation& situation) {
    return {seen(base, situation, engine::World::law), seen(base, situation, engine::World::practice)};
}

std::vector<Subject> subjects_of(const fs::path& cases, const RuleBase& base) {
    // In order from the start: to move a node of YAML into another changes what both stand for.
    std::set<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(cases))
        if (fs::exists(entry.path() / "case.yaml")) folders.insert(fs::canonical(entry.path()));
    std::vector<Subject> all;
    for (const auto& folder : folders) {
        const auto c = read_case(folder);
        for (const auto& run : c.runs) {
            if (!run.edit.in_rules.empty() || !run.edit.extra_rules.empty() || c.setting.rules.size() != 1) continue;
            auto situation = prepare(c.setting, run.edit).situation;
            auto was = seen(base, situation);
            all.push_back({c, run, std::move(situation), std::move(was)});
        }
    }
    return all;
}

bool notices(const Subject& s, const RuleBase& changed, const fs::path& folder) {
    if (changed.items.size() != s.situation.facts.size() || seen(changed, s.situation) == s.seen) return false;
    auto setting = s.c.setting;
    setting.rules = {folder};
    Failures failures;
    try {
        demand_found(run(prepare(setting, s.run.edit)), s.c, s.run, failures);
    } catch (const std::exception&) {
        return true;
    }
    return !failures.empty();
}

void write(const Texts& texts, const fs::path& folder) {
    fs::create_directories(folder);
    for (const auto& [name, text] : texts) std::ofstream(folder / name, std::ios::binary) << text;
}

int run_all(const fs::path& cases, const fs::path& rules, int count, unsigned seed) {
    Texts texts;
    for (const auto& entry : fs::directory_iterator(rules))
        if (entry.path().extension() == ".xml") texts[entry.path().filename().string()] = text_of(entry.path());
    const auto base = read(texts);
    if (!base) throw std::runtime_error(render(base.error(), Language::en));
    const auto warned = solve::doubtful(*base).size();
    const auto subjects = subjects_of(cases, *base);
    const auto all_folders = fs::temp_directory_path() / ("meaning-" + std::to_string(seed));
    Changes changes(texts, seed);
    std::map<std::string, int> by;
    for (int i = 0; i < count; ++i) {
        const auto change = changes.next();
        const auto changed = read(change.texts);
        if (!changed || solve::doubtful(*changed).size() > warned) {
            ++by["rules check"];
            continue;
        }
        const auto folder = all_folders / std::to_string(i);
        write(change.texts, folder);
        const auto by_case =
            std::ranges::any_of(subjects, [&](const Subject& s) { return notices(s, *changed, folder); });
        fs::remove_all(folder);
        ++by[by_case ? "a case" : "nobody"];
        if (!by_case) std::cout << i + 1 << ": " << change.what << std::endl;
    }
    fs::remove_all(all_folders);
    for (const auto& [who, times] : by) std::cout << times << " of " << count << " noticed by " << who << "\n";
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3 || argc > 5) {
        std::cerr << "usage: meaning CASES RULES [COUNT [SEED]]\n";
        return 2;
    }
    try {
        const int count = argc > 3 ? std::stoi(argv[3]) : 1000;
        return run_all(argv[1], argv[2], count, argc > 4 ? static_cast<unsigned>(std::stoul(argv[4])) : 20250115U);
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << "\n";
        return 2;
    }
}
