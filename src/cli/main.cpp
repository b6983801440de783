#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "report/compare_report.hpp"
#include "report/curve.hpp"
#include "report/trace_report.hpp"
#include "samenloop/report.hpp"

namespace {

using namespace samenloop::cli;

template <class Formats>
std::vector<std::string> names_of(const Formats& formats) {
    std::vector<std::string> names;
    for (const auto& f : formats) names.emplace_back(f.name);
    return names;
}

void add_check(CLI::App& app, CheckArguments& a) {
    auto* c = app.add_subcommand("check", "Find where regulations interfere in a life situation");
    c->add_option("situation", a.situations, "situations, as XML")->required();
    c->add_option("--rules", a.rules, "folder with the rule base (default: the shipped one)");
    c->add_option("--date", a.date, "the day to look at, instead of the situation's");
    c->add_option("--without", a.without, "a rule to leave out: what if it were not there?")->allow_extra_args(false);
    c->add_option("--format", a.format, "how to report")->check(CLI::IsMember(names_of(samenloop::output_formats())));
    c->add_option("--lang", a.language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    c->add_option("--color", a.colour, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}));
    c->add_option("-o,--output", a.output, "write to this file instead of the terminal");
    c->footer("Example: samenloop check examples/situations/meer-werken.xml --format svg -o picture.svg");
}

void add_data(CLI::App& app, DataArguments& a) {
    auto* c =
        app.add_subcommand("data", "Tell which decision needs which data, who holds them and on what basis they come");
    c->add_option("--organisation", a.organisation, "only what this organisation needs, asks, gives or receives");
    c->add_option("--rules", a.rules, "folder with the rule base (default: the shipped one)");
    c->add_option("--situation", a.situation, "for this person only, as XML");
    c->add_option("--date", a.date, "the day to look at (default: the situation's, else today)");
    c->add_option("--format", a.format, "text, json or svg")->check(CLI::IsMember({"text", "json", "svg"}));
    c->add_option("--lang", a.language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    c->add_option("--color", a.colour, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}));
    c->add_option("-o,--output", a.output, "write to this file instead of the terminal");
    c->footer("Example: samenloop data --organisation UWV --date 2025-01-15");
}

void add_survey_options(CLI::App& c, SurveyArguments& a) {
    c.add_option("--rules", a.rules, "folder with the rule base (default: the shipped one)");
    c.add_option("--date", a.date, "the day to look at (default: the last from which an amount holds)");
    c.add_option("--format", a.format, "text or json")->check(CLI::IsMember({"text", "json"}));
    c.add_option("--lang", a.language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    c.add_option("-o,--output", a.output, "write to this file instead of the terminal");
}

CLI::App* add_concepts(CLI::App& app, SurveyArguments& a) {
    auto* c = app.add_subcommand("concepts", "Compare what laws mean by one word, over all situations");
    c->add_option("concept", a.about, "the word; default: all that several laws define");
    add_survey_options(*c, a);
    c->footer("Example: samenloop concepts partner --date 2025-01-15");
    return c;
}

CLI::App* add_holes(CLI::App& app, SurveyArguments& a) {
    auto* c = app.add_subcommand("holes", "Find who can be in need of what no scheme gives, over all situations");
    c->add_option("need", a.about, "the need; default: all");
    add_survey_options(*c, a);
    c->footer("Example: samenloop holes shelter --date 2025-01-15");
    return c;
}

void add_curve(CLI::App& app, CurveArguments& a) {
    auto* c = app.add_subcommand("curve", "Show how disposable income depends on one fact, exactly");
    c->add_option("situation", a.situation, "a situation, as XML")->required();
    c->add_option("--over", a.over, "the fact: inc.wage_m, hh[1].age, or the id of an event")->required();
    c->add_option("--from", a.from, "its lowest value")->required();
    c->add_option("--to", a.to, "its highest value")->required();
    c->add_option("--step", a.step, "one line a step of this width, instead of one an exact piece");
    c->add_option("--rules", a.rules, "folder with the rule base (default: the shipped one)");
    c->add_option("--date", a.date, "the day to look at, instead of the situation's");
    c->add_option("--format", a.format, "how to report")->check(CLI::IsMember(names_of(samenloop::curve_formats())));
    c->add_option("--lang", a.language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    c->add_option("-o,--output", a.output, "write to this file instead of the terminal");
    c->footer("Example: samenloop curve examples/situations/meer-werken.xml --over inc.toets --from 24000 --to 40000");
}

void add_compare(CLI::App& app, CompareArguments& a) {
    auto* c = app.add_subcommand(
        "compare", "Lay a proposal over the law: what it breaks, mends, needs and makes superfluous");
    c->add_option("proposal", a.proposals, "proposals, as XML; several are options side by side")->required();
    c->add_option("--situations", a.situations, "folder with situations (default: the shipped ones)");
    c->add_option("--rules", a.rules, "folder with the rule base (default: the shipped one)");
    c->add_option("--date", a.date, "the day to look at (default: the entry into force)");
    c->add_option("--format", a.format, "how to report")->check(CLI::IsMember(names_of(samenloop::compare_formats())));
    c->add_option("--fail-on", a.fail_on, "exit with 1 for a new finding of this severity or more")
        ->check(CLI::Range(0, 4));
    c->add_flag("--everything", a.everything, "look at situations that the proposal does not reach, too");
    c->add_option("--lang", a.language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    c->add_option("--color", a.colour, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}));
    c->add_option("-o,--output", a.output, "write to this file instead of the terminal");
    c->footer("Example: samenloop compare examples/proposals/kostendeler-21.xml");
}

void add_rank(CLI::App& app, RankArguments& a) {
    auto* c = app.add_subcommand(
        "rank", "Tell which rules and laws stand most in the way, beside the harm of taking them out");
    c->add_option("--situations", a.situations, "folder with situations (default: the shipped ones)");
    c->add_option("--rules", a.rules, "folder with the rule base (default: the shipped one)");
    c->add_option("--date", a.date, "the day to look at, instead of the situations'");
    c->add_option("--format", a.format, "text or json")->check(CLI::IsMember({"text", "json"}));
    c->add_option("--lang", a.language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    c->add_option("-o,--output", a.output, "write to this file instead of the terminal");
    c->footer("Example: samenloop rank --situations examples/situations");
}

void add_trace(CLI::App& app, TraceArguments& a) {
    auto* c =
        app.add_subcommand("trace", "Tell why something is not reached, whose move it is, and what would free it");
    c->add_option("situation", a.situation, "a situation, as XML")->required();
    c->add_option("--goal", a.goal, "a need, scheme or outcome (default: every need that is not met)");
    c->add_option("--rules", a.rules, "folder with the rule base (default: the shipped one)");
    c->add_option("--date", a.date, "the day to look at, instead of the situation's");
    c->add_option("--format", a.format, "how to report")->check(CLI::IsMember(names_of(samenloop::trace_formats())));
    c->add_option("--lang", a.language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    c->add_option("--color", a.colour, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}));
    c->add_flag("--verbose", a.verbose, "also what is met, every way out and every datum");
    c->add_option("-o,--output", a.output, "write to this file instead of the terminal");
    c->footer("Example: samenloop trace examples/situations/briefadres.xml --goal bijstand");
}

CLI::App* add_amend(CLI::App& rules, AmendArguments& a) {
    auto* c =
        rules.add_subcommand("amend", "Word a proposal as an amending act, and write the rules as they then read");
    c->add_option("proposal", a.proposal, "a proposal, as XML")->required();
    c->add_option("--rules", a.rules, "folder with the rule base (default: the shipped one)");
    c->add_option("--reverse", a.reverse, "write the proposal that undoes it to this file");
    c->add_option("--lang", a.language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    c->add_option("-o,--output", a.output, "write the consolidated rule base to this new folder");
    c->footer("Example: samenloop rules amend examples/proposals/kostendeler-21.xml -o amended");
    return c;
}

int usage_error(const CLI::App& app, const CLI::ParseError& error, std::string_view first) {
    std::vector<std::string_view> commands;
    const auto found = app.get_subcommands([](const CLI::App*) { return true; });
    for (const auto* each : found) commands.push_back(each->get_name());
    const bool known = first.empty() || first.starts_with('-') || std::ranges::find(commands, first) != commands.end();
    if (known) complain(error.what(), "--help tells what can be asked");
    else complain("there is no command '" + std::string(first) + "'", samenloop::did_you_mean(first, commands));
    return bad_input;
}

int run(int argc, char** argv) {
    CLI::App app{
        "samenloop finds where regulations interfere: clash, vacuum, implosion and pile-up in a life situation."};
    app.set_version_flag("--version", "samenloop " SAMENLOOP_VERSION);
    app.require_subcommand(1);
    app.footer("Exit code: 0 no finding of severity 1 or more, 1 some, 2 bad input.");
    CheckArguments check_arguments;
    add_check(app, check_arguments);
    DataArguments data_arguments;
    add_data(app, data_arguments);
    SurveyArguments survey_arguments;
    const auto* concepts = add_concepts(app, survey_arguments);
    const auto* holes = add_holes(app, survey_arguments);
    CurveArguments curve_arguments;
    add_curve(app, curve_arguments);
    CompareArguments compare_arguments;
    add_compare(app, compare_arguments);
    RankArguments rank_arguments;
    add_rank(app, rank_arguments);
    TraceArguments trace_arguments;
    add_trace(app, trace_arguments);
    std::string folder;
    std::string id;
    std::string language = "nl";
    auto* rules = app.add_subcommand("rules", "Check, explain or amend a rule base")->require_subcommand(1);
    auto* rules_check = rules->add_subcommand("check", "Validate a rule base; tell everything that is wrong");
    rules_check->add_option("folder", folder, "folder with the rule base")->required();
    auto* rules_show =
        rules->add_subcommand("show", "Explain a rule, law, organisation, item or scheme, and who touches it");
    rules_show->add_option("id", id, "its id")->required();
    rules_show->add_option("--rules", folder, "folder with the rule base");
    rules_show->add_option("--lang", language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    AmendArguments amend_arguments;
    const auto* rules_amend = add_amend(*rules, amend_arguments);
    auto* list = app.add_subcommand("detectors", "List the kinds of interference that are detected");
    list->add_option("--lang", language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() != 0) return usage_error(app, e, argc > 1 ? argv[1] : "");
        return app.exit(e);  // --help, --version
    }
    if (rules_check->parsed()) return run_rules_check(folder);
    if (rules_show->parsed()) return run_rules_show(id, folder, language);
    if (rules_amend->parsed()) return run_rules_amend(amend_arguments);
    if (app.got_subcommand("data")) return run_data(data_arguments);
    if (concepts->parsed()) return run_concepts(survey_arguments);
    if (holes->parsed()) return run_holes(survey_arguments);
    if (app.got_subcommand("curve")) return run_curve(curve_arguments);
    if (app.got_subcommand("compare")) return run_compare(compare_arguments);
    if (app.got_subcommand("rank")) return run_rank(rank_arguments);
    if (app.got_subcommand("trace")) return run_trace(trace_arguments);
    if (list->parsed()) return run_detectors(language);
    return run_check(check_arguments);
}

/// What one what-if gives back the next one takes: it need not go by way of the system.
void keep_memory() {
#ifdef __GLIBC__
    constexpr int plenty = 256 << 20;
    // NOLINTBEGIN(concurrency-mt-unsafe): there is one thread, and it has not begun
    mallopt(M_TRIM_THRESHOLD, plenty);
    mallopt(M_MMAP_THRESHOLD, plenty);
    // NOLINTEND(concurrency-mt-unsafe)
#endif
}

}  // namespace

int main(int argc, char** argv) try {
    std::signal(SIGPIPE, SIG_DFL);
    keep_memory();
    const auto code = run(argc, argv);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    complain("cannot write to standard output");
    return bad_input;
} catch (const std::exception& e) {
    samenloop::cli::complain(std::string("internal error: ") + e.what());
    return samenloop::cli::bad_input;
}
