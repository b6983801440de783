#pragma once
// The subcommands: each takes what the command line gave and returns an exit code.

#include <string>
#include <vector>

namespace samenloop::cli {

inline constexpr int clean = 0;      // no finding of severity 1 or more
inline constexpr int findings = 1;   // some
inline constexpr int bad_input = 2;  // or a bad command line

struct CheckArguments {
    std::vector<std::string> situations;
    std::string rules;
    std::string date;
    std::vector<std::string> without;
    std::string format = "text";
    std::string language = "nl";
    std::string colour = "auto";
    std::string output;
};
int run_check(const CheckArguments& arguments);

struct DataArguments {
    std::string organisation;
    std::string rules;
    std::string situation;
    std::string date;
    std::string format = "text";
    std::string language = "nl";
    std::string colour = "auto";
    std::string output;
};
int run_data(const DataArguments& arguments);

/// Is colour wanted: "always", or "auto" and a terminal that did not ask for none?
bool in_colour(const std::string& wanted, const std::string& output);

/// Questions over all situations.
struct SurveyArguments {
    std::string about;  // a concept or a need; empty = all
    std::string rules;
    std::string date;
    std::string format = "text";
    std::string language = "nl";
    std::string output;
};
int run_concepts(const SurveyArguments& arguments);
int run_holes(const SurveyArguments& arguments);

struct CurveArguments {
    std::string situation;
    std::string over;
    std::string from;
    std::string to;
    std::string step;
    std::string rules;
    std::string date;
    std::string format = "text";
    std::string language = "nl";
    std::string output;
};
int run_curve(const CurveArguments& arguments);

/// Why something is not reached.
struct TraceArguments {
    std::string situation;
    std::string goal;
    std::string rules;
    std::string date;
    std::string format = "text";
    std::string language = "nl";
    std::string colour = "auto";
    std::string output;
    bool verbose = false;
};
int run_trace(const TraceArguments& arguments);

/// A bill laid over the law.
struct CompareArguments {
    std::vector<std::string> proposals;
    std::string situations;
    std::string rules;
    std::string date;
    std::string format = "text";
    std::string language = "nl";
    std::string colour = "auto";
    std::string output;
    int fail_on = 2;
    bool everything = false;
};
int run_compare(const CompareArguments& arguments);

/// What stands most in the way.
struct RankArguments {
    std::string situations;
    std::string rules;
    std::string date;
    std::string format = "text";
    std::string language = "nl";
    std::string output;
};
int run_rank(const RankArguments& arguments);

/// The law as it reads with a proposal.
struct AmendArguments {
    std::string proposal;
    std::string rules;
    std::string reverse;
    std::string language = "nl";
    std::string output;
};
int run_rules_amend(const AmendArguments& arguments);

int run_rules_check(const std::string& folder);
int run_rules_show(const std::string& id, const std::string& folder, const std::string& language);
int run_detectors(const std::string& language);

}  // namespace samenloop::cli
