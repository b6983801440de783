// Are the cases sharp?  mutation CASES [--every N]: takes away each rule that a case names, each override and exception
// between two rules that one case names, and each exchange that a case names, one at a time, and asks the cases that
// name it until one fails.  A rule is taken away by never being in force, so that it still counts as loaded.  Prints
// the rate caught and what survives; exit code 1 below 95 %.
//
// Everything is read once; a mutant is a copy of the rule base in memory.

#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <set>

#include "demands.hpp"

namespace fs = std::filesystem;
using namespace samenloop;

namespace {

constexpr std::size_t required_percent = 95;

struct Subject {
    Case c;
    std::vector<Run> runs;
    std::vector<std::shared_ptr<const Prepared>> prepared;  // one a run
    std::set<std::string> words;                            // that its file says, ids among them
};

struct Mutant {
    std::string name;
    std::vector<std::string> ids;  // a case names it that says the first, and one of the others if there are any
    std::function<void(RuleBase&)> remove;
};

void add_words(const YAML::Node& node, std::set<std::string>& words) {
    if (node.IsScalar()) {
        std::string word;
        for (const char c : node.Scalar() + " ") {
            const bool part = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == '_';
            if (part) word += c;
            else if (!word.empty()) words.insert(std::exchange(word, ""));
        }
        return;
    }
    for (const auto& each : node) {
        if (!node.IsMap()) add_words(each, words);
        else if (each.first.Scalar() != "later") add_words(each.second, words);
    }
}

Interval never() { return {.from = Date(), .to = Date()}; }

template <class Thing>
Thing& named(std::vector<Thing>& things, const std::string& id) {
    return *std::find_if(things.begin(), things.end(), [&](const Thing& t) { return t.id == id; });
}

void add_relations(const RuleBase& base, const Rule& rule, std::vector<Mutant>& all) {
    const auto add = [&](const std::string& what, std::vector<std::string> ids, std::vector<Index> Rule::* list,
                         Index i) {
        ids.insert(ids.begin(), rule.id);
        all.push_back({rule.id + what, std::move(ids),
                       [id = rule.id, list, i](RuleBase& b) { std::erase(named(b.rules, id).*list, i); }});
    };
    for (const auto r : rule.overrides) add(" overrides " + base.rules[r].id, {base.rules[r].id}, &Rule::overrides, r);
    for (const auto r : rule.exception_to)
        add(" is an exception to " + base.rules[r].id, {base.rules[r].id}, &Rule::exception_to, r);
    for (const auto law : rule.overrides_laws) {
        std::vector<std::string> ids;
        for (const auto& r : base.rules)
            if (r.law == law) ids.push_back(r.id);
        add(" overrides " + base.laws[law].id, std::move(ids), &Rule::overrides_laws, law);
    }
}

std::vector<Mutant> all_mutants(const RuleBase& base) {
    std::vector<Mutant> all;
    for (const auto& rule : base.rules) {
        all.push_back({rule.id, {rule.id}, [id = rule.id](RuleBase& b) { named(b.rules, id).in_force = never(); }});
        add_relations(base, rule, all);
    }
    for (const auto& x : base.exchanges)
        all.push_back({x.id, {x.id}, [id = x.id](RuleBase& b) { named(b.exchanges, id).in_force = never(); }});
    return all;
}

bool fails(const Subject& s, std::size_t run, const std::function<void(RuleBase&)>& remove) {
    Failures failures;
    try {
        auto prepared = *s.prepared[run];
        remove(prepared.rules);
        demand_found(::run(std::move(prepared)), s.c, s.runs[run], failures);
    } catch (const std::exception&) {
        return true;
    }
    return !failures.empty();
}

bool caught_by(const Subject& s, const Mutant& m) {
    for (std::size_t run = 0; run < s.runs.size(); ++run)
        if (fails(s, run, m.remove)) return true;
    return false;
}

bool names(const Subject& s, const Mutant& m) {
    const auto said = [&](const std::string& id) { return s.words.contains(id); };
    return said(m.ids.front()) && (m.ids.size() == 1 || std::any_of(m.ids.begin() + 1, m.ids.end(), said));
}

bool caught(const std::vector<Subject>& subjects, const Mutant& m) {
    return std::any_of(
        subjects.begin(), subjects.end(), [&](const Subject& s) { return names(s, m) && caught_by(s, m); });
}

std::vector<Subject> read_subjects(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder))
        if (fs::exists(entry.path() / "case.yaml")) paths.push_back(fs::canonical(entry.path()));
    std::sort(paths.begin(), paths.end());
    std::vector<Subject> all;
    for (const auto& path : paths) {
        Subject s{read_case(path), {}, {}, {}};
        s.runs = s.c.runs;
        for (const auto& run : s.runs)
            s.prepared.push_back(std::make_shared<const Prepared>(prepare(s.c.setting, run.edit)));
        add_words(s.c.yaml, s.words);
        all.push_back(std::move(s));
    }
    return all;
}

/// A case that fails as it is tells nothing.
bool sound(const std::vector<Subject>& subjects) {
    bool good = true;
    for (const auto& s : subjects)
        if (caught_by(s, {"", {}, [](RuleBase&) {}})) {
            std::cout << s.c.setting.folder.filename().string() << " fails as it is\n";
            good = false;
        }
    return good;
}

int run_all(const std::vector<Subject>& subjects, std::size_t every) {
    std::size_t tried = 0;
    std::size_t number = 0;
    std::vector<std::string> survivors;
    for (const auto& m : all_mutants(subjects.front().prepared.front()->rules)) {
        if (std::none_of(subjects.begin(), subjects.end(), [&](const Subject& s) { return names(s, m); })) continue;
        if (number++ % every != 0) continue;
        ++tried;
        if (!caught(subjects, m)) survivors.push_back(m.name);
    }
    const auto rate = tried == 0 ? 0 : (tried - survivors.size()) * 100 / tried;
    std::cout << tried - survivors.size() << " of " << tried << " caught: " << rate << " %\n";
    for (const auto& s : survivors) std::cout << "survives: " << s << "\n";
    return rate >= required_percent ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 4) {
        std::cerr << "usage: mutation CASES [--every N]\n";
        return 2;
    }
    try {
        unsetenv("UPDATE_GOLDEN");  // NOLINT(concurrency-mt-unsafe)
        const auto subjects = read_subjects(argv[1]);
        if (subjects.empty() || !sound(subjects)) return 2;
        return run_all(subjects, argc == 4 ? std::stoul(argv[3]) : 1);
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << "\n";
        return 2;
    }
}
