// Are the cases sharp?  mutation CASES [--every N]: takes away each rule that a case names, each override and exception
// between two rules that one case names, and each exchange that a case names, one at a time, and asks the cases that
// name it until one fails.  A rule is taken away by never being in force, so that it still counts as loaded.  Prints
// the rate caught and what survives; exit code 1 below 95 %.
//
// Everything is read once; a mutant is a copy of the rule base in memory.  Most mutants fail somewhere, so what matters
// is where to ask first: a run that says the rule itself before the others of its case, and a quick run before a slow
// one (the time each takes is measured while the cases are tried as they are).  Two processes share the mutants.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <set>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

#include "demands.hpp"

namespace fs = std::filesystem;
using namespace samenloop;

namespace {

constexpr std::size_t required_percent = 95;
constexpr std::size_t workers = 2;

using Words = std::set<std::string>;
using Clock = std::chrono::steady_clock;

/// One run of a case, ready to be asked.
struct Asked {
    Run run;
    std::shared_ptr<const Prepared> prepared;
    Words words;              // that its part of the file says
    Clock::duration takes{};  // as it is
};

struct Subject {
    Case c;
    std::vector<Asked> runs;
    Words words;  // that its file says, ids among them
};

struct Mutant {
    std::string name;
    std::vector<std::string> ids;  // a case names it that says the first, and one of the others if there are any
    std::function<void(RuleBase&)> remove;
};

void add_words(const YAML::Node& node, Words& words) {
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

bool fails(const Subject& s, const Asked& asked, const std::function<void(RuleBase&)>& remove) {
    Failures failures;
    try {
        auto prepared = *asked.prepared;
        remove(prepared.rules);
        demand_found(run(std::move(prepared)), s.c, asked.run, failures);
    } catch (const std::exception&) {
        return true;
    }
    return !failures.empty();
}

bool names(const Words& words, const Mutant& m) {
    const auto said = [&](const std::string& id) { return words.contains(id); };
    return said(m.ids.front()) && (m.ids.size() == 1 || std::any_of(m.ids.begin() + 1, m.ids.end(), said));
}

bool named(const std::vector<Subject>& subjects, const Mutant& m) {
    return std::ranges::any_of(subjects, [&](const Subject& s) { return names(s.words, m); });
}

bool caught(const std::vector<Subject>& subjects, const Mutant& m) {
    struct Question {
        bool elsewhere;  // the run itself does not say it
        Clock::duration takes;
        const Subject* subject;
        const Asked* asked;
    };
    std::vector<Question> questions;
    for (const auto& s : subjects)
        if (names(s.words, m))
            for (const auto& each : s.runs) questions.push_back({!names(each.words, m), each.takes, &s, &each});
    std::ranges::stable_sort(questions, [](const Question& a, const Question& b) {
        return a.elsewhere != b.elsewhere ? b.elsewhere : a.takes < b.takes;
    });
    return std::ranges::any_of(questions, [&](const Question& q) { return fails(*q.subject, *q.asked, m.remove); });
}

Subject read_subject(const fs::path& path) {
    Subject s{read_case(path), {}, {}};
    add_words(s.c.yaml, s.words);
    for (const auto& run : s.c.runs) {
        Asked asked{run, std::make_shared<const Prepared>(prepare(s.c.setting, run.edit)), {}};
        add_words(run.demands, asked.words);
        s.runs.push_back(std::move(asked));
    }
    return s;
}

std::vector<Subject> read_subjects(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder))
        if (fs::exists(entry.path() / "case.yaml")) paths.push_back(fs::canonical(entry.path()));
    std::sort(paths.begin(), paths.end());
    std::vector<Subject> all;
    for (const auto& path : paths) all.push_back(read_subject(path));
    return all;
}

/// A case that fails as it is tells nothing.
bool sound(std::vector<Subject>& subjects) {
    bool good = true;
    for (auto& s : subjects)
        for (auto& asked : s.runs) {
            const auto start = Clock::now();
            const bool failed = fails(s, asked, [](RuleBase&) {});
            asked.takes = Clock::now() - start;
            if (failed)
                std::cout << s.c.setting.folder.filename().string() << " fails as it is: " << asked.run.name << "\n";
            good = good && !failed;
        }
    return good;
}

std::vector<Mutant> chosen(const std::vector<Subject>& subjects, std::size_t every) {
    std::vector<Mutant> all;
    std::size_t number = 0;
    for (auto& m : all_mutants(subjects.front().runs.front().prepared->rules))
        if (named(subjects, m) && number++ % every == 0) all.push_back(std::move(m));
    return all;
}

/// The numbers of the survivors among every `workers`-th mutant, one a line.
void work(const std::vector<Subject>& subjects, const std::vector<Mutant>& mutants, std::size_t first, std::FILE* out) {
    for (std::size_t i = first; i < mutants.size(); i += workers)
        if (!caught(subjects, mutants[i])) std::fprintf(out, "%zu\n", i);
}

struct Worker {
    pid_t id = 0;
    std::FILE* answers = nullptr;
};

Worker start(const std::vector<Subject>& subjects, const std::vector<Mutant>& mutants, std::size_t first) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    const pid_t id = fork();
    if (id < 0) throw std::runtime_error("no second process");
    if (id > 0) {
        close(ends[1]);
        return {id, fdopen(ends[0], "r")};
    }
    auto* out = fdopen(ends[1], "w");
    work(subjects, mutants, first, out);
    std::fclose(out);
    _exit(0);
}

std::set<std::size_t> survivors(const std::vector<Subject>& subjects, const std::vector<Mutant>& mutants) {
    std::vector<Worker> all;
    for (std::size_t w = 0; w < workers; ++w) all.push_back(start(subjects, mutants, w));
    std::set<std::size_t> found;
    for (const auto& worker : all) {
        std::size_t number = 0;
        while (std::fscanf(worker.answers, "%zu", &number) == 1) found.insert(number);
        std::fclose(worker.answers);
        int status = 0;
        if (waitpid(worker.id, &status, 0) != worker.id || status != 0) throw std::runtime_error("a process failed");
    }
    return found;
}

int run_all(const std::vector<Subject>& subjects, std::size_t every) {
    const auto mutants = chosen(subjects, every);
    const auto left = survivors(subjects, mutants);
    const auto caught = mutants.size() - left.size();
    const auto rate = mutants.empty() ? 0 : caught * 100 / mutants.size();
    std::cout << caught << " of " << mutants.size() << " caught: " << rate << " %\n";
    for (const auto i : left) std::cout << "survives: " << mutants[i].name << "\n";
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
        auto subjects = read_subjects(argv[1]);
        if (subjects.empty() || !sound(subjects)) return 2;
        return run_all(subjects, argc == 4 ? std::stoul(argv[3]) : 1);
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << "\n";
        return 2;
    }
}
