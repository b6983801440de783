#pragma once
// The subcommands: each takes what the command line gave and returns an exit code.

#include <string>
#include <vector>

namespace samenloop::cli {

inline constexpr int clean = 0;      // no finding of severity 1 or more
inline constexpr int findings = 1;   // some
inline constexpr int bad_input = 2;  // or a bad command line
inline constexpr int unjudged = 3;   // none, but not everything could be judged

/// What most commands take.
struct CommonArguments {
    std::string rules;  // folder; empty: the shipped one
    std::string date;   // empty: the command's own day
    std::string format = "text";
    std::string colour = "auto";    // "always", "never"
    std::string output;             // file; empty: the terminal
    std::string amounts = "exact";  // "last": the last known values are carried forward
};

struct CheckArguments : CommonArguments {
    std::vector<std::string> situations;
    std::vector<std::string> without;
    std::string until;     // empty: as far as is looked ahead
    std::string person;    // empty: whom the situation is about; "all": each of its people
    std::size_t jobs = 0;  // threads; 0: one a core
    bool verbose = false;
};
int run_check(const CheckArguments& arguments);

struct DataArguments : CommonArguments {
    std::string organisation;
    std::string situation;
    std::string person;  // empty: whom the situation is about
    bool verbose = false;
};
int run_data(const DataArguments& arguments);

/// Questions over all situations.
struct SurveyArguments : CommonArguments {
    std::string about;  // a concept or a need; empty = all
};
int run_concepts(const SurveyArguments& arguments);
int run_holes(const SurveyArguments& arguments);

struct CurveArguments : CommonArguments {
    std::string situation;
    std::string over;
    std::string from;
    std::string to;
    std::string step;
    std::string until;   // empty: the one day
    std::string person;  // empty: whom the situation is about
};
int run_curve(const CurveArguments& arguments);

/// Why something is not reached.
struct TraceArguments : CommonArguments {
    std::string situation;
    std::string goal;
    std::string until;   // empty: the one day
    std::string person;  // empty: whom the situation is about
    bool verbose = false;
};
int run_trace(const TraceArguments& arguments);

/// A bill laid over the law.
struct CompareArguments : CommonArguments {
    std::vector<std::string> proposals;
    std::string situations;
    std::string until;  // empty: the days of the proposal
    int fail_on = 2;
    bool everything = false;
};
int run_compare(const CompareArguments& arguments);

/// What stands most in the way.
struct RankArguments : CommonArguments {
    std::string situations;
};
int run_rank(const RankArguments& arguments);

/// The law as it reads with a proposal.
struct AmendArguments {
    std::string proposal;
    std::string rules;
    std::string reverse;
    std::string output;
};
int run_rules_amend(const AmendArguments& arguments);

struct RulesArguments {
    std::string rules;
};
int run_rules_check(const RulesArguments& arguments);

/// What the rules cover, and how well they were read.
struct CoverageArguments {
    std::string rules;
    std::string output;
};
int run_rules_coverage(const CoverageArguments& arguments);

struct UpgradeArguments {
    std::string rules;
    std::vector<std::string> files;
    bool print = false;  // instead of rewriting the files
};
int run_situations_upgrade(const UpgradeArguments& arguments);

struct ShowArguments {
    std::string id;
    std::string date;
    std::string rules;
};
int run_rules_show(const ShowArguments& arguments);

struct ListArguments {};
int run_detectors(const ListArguments& arguments);

}  // namespace samenloop::cli
