#include "cli/command_line.hpp"

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "report/compare_report.hpp"
#include "report/curve.hpp"
#include "report/data_report.hpp"
#include "report/trace_report.hpp"
#include "samenloop/report.hpp"

namespace samenloop::cli {
namespace {

const std::vector<std::string> text_or_json{"text", "json"};

template <class Formats>
std::vector<std::string> names_of(const Formats& formats) {
    std::vector<std::string> names;
    for (const auto& f : formats) names.emplace_back(f.name);
    return names;
}

/// A command and what it is given, which its callback keeps.
template <class Arguments>
struct Command {
    CLI::App* app;
    Arguments& arguments;
};

template <class Arguments>
Command<Arguments> command(CLI::App& app, const std::string& name, const std::string& does,
                           int (*run)(const Arguments&), Chosen& chosen) {
    const auto arguments = std::make_shared<Arguments>();
    auto* c = app.add_subcommand(name, does);
    c->callback([arguments, run, &chosen] { chosen = [arguments, run] { return run(*arguments); }; });
    return {c, *arguments};
}

void add_rules_folder(CLI::App& c, std::string& rules) {
    c.add_option("--rules", rules, "folder with the rule base (default: the shipped one)");
}

void add_language(CLI::App& c, std::string& language) {
    c.add_option("--lang", language, "nl or en")->check(CLI::IsMember({"nl", "en"}));
}

void add_common(CLI::App& c, CommonArguments& a, const std::vector<std::string>& formats, const std::string& day) {
    add_rules_folder(c, a.rules);
    c.add_option("--date", a.date, day);
    c.add_option("--format", a.format, "how to report")->check(CLI::IsMember(formats));
    add_language(c, a.language);
    c.add_option(
         "--amounts", a.amounts, "amounts without a value on the day: exact (unknown), or last (carried forward)")
        ->check(CLI::IsMember({"exact", "last"}));
    c.add_option("-o,--output", a.output, "write to this file instead of the terminal");
}

void add_colour(CLI::App& c, CommonArguments& a) {
    c.add_option("--color", a.colour, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_check(CLI::App& app, Chosen& chosen) {
    const auto [c, a] =
        command(app, "check", "Find where regulations interfere in a life situation", &run_check, chosen);
    c->add_option("situation", a.situations, "situations, as XML")->required();
    c->add_option("--without", a.without, "a rule to leave out: what if it were not there?")->allow_extra_args(false);
    c->add_option("--for", a.person, "one of the situation's people, by id, or all: each of them");
    c->add_option("--until", a.until, "tell what begins, ends, rises and falls from the day up to this one");
    add_common(*c, a, names_of(output_formats()), "the day to look at, instead of the situation's");
    add_colour(*c, a);
    c->add_option("--jobs", a.jobs, "situations looked at side by side; as many as there are cores if not given")
        ->check(CLI::Range(1, 256));
    c->add_flag("--verbose", a.verbose, "text: everything about each finding, not two screens");
    c->footer("Example: samenloop check examples/situations/meer-werken.xml --format svg -o picture.svg");
}

void add_data(CLI::App& app, Chosen& chosen) {
    const auto [c, a] =
        command(app, "data", "Tell which decision needs which data, who holds them and on what basis they come",
                &run_data, chosen);
    c->add_option("--organisation", a.organisation, "only what this organisation needs, asks, gives or receives");
    c->add_option("--situation", a.situation, "for this person only, as XML");
    add_common(*c, a, names_of(report::data_formats()), "the day to look at (default: the situation's, else today)");
    add_colour(*c, a);
    c->add_flag("--verbose", a.verbose, "text of one household: each datum, not two screens");
    c->footer("Example: samenloop data --organisation UWV --date 2025-01-15");
}

constexpr auto survey_day = "the day to look at (default: today)";

void add_concepts(CLI::App& app, Chosen& chosen) {
    const auto [c, a] =
        command(app, "concepts", "Compare what laws mean by one word, over all situations", &run_concepts, chosen);
    c->add_option("concept", a.about, "the word; default: all that several laws define");
    add_common(*c, a, text_or_json, survey_day);
    c->footer("Example: samenloop concepts partner --date 2025-01-15");
}

void add_holes(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "holes", "Find who can be in need of what no scheme gives, over all situations", &run_holes, chosen);
    c->add_option("need", a.about, "the need; default: all");
    add_common(*c, a, text_or_json, survey_day);
    c->footer("Example: samenloop holes shelter --date 2025-01-15");
}

void add_curve(CLI::App& app, Chosen& chosen) {
    const auto [c, a] =
        command(app, "curve", "Show how disposable income depends on one fact, exactly", &run_curve, chosen);
    c->add_option("situation", a.situation, "a situation, as XML")->required();
    c->add_option("--over", a.over, "the fact: inc.wage_m, hh[1].age, or the id of an event")->required();
    c->add_option("--from", a.from, "its lowest value")->required();
    c->add_option("--to", a.to, "its highest value")->required();
    c->add_option("--step", a.step, "one line a step of this width, instead of one an exact piece");
    c->add_option("--until", a.until, "also tell on which days up to this one the course becomes another");
    add_common(*c, a, names_of(report::curve_formats()), "the day to look at, instead of the situation's");
    c->footer("Example: samenloop curve examples/situations/meer-werken.xml --over inc.toets --from 24000 --to 40000");
}

void add_trace(CLI::App& app, Chosen& chosen) {
    const auto [c, a] =
        command(app, "trace", "Tell why something is not reached, whose move it is, and what would free it", &run_trace,
                chosen);
    c->add_option("situation", a.situation, "a situation, as XML")->required();
    c->add_option("--goal", a.goal, "a need, scheme or outcome (default: every need that is not met)");
    c->add_option("--until", a.until, "also tell on which days up to this one it is reached, or no longer");
    add_common(*c, a, names_of(report::trace_formats()), "the day to look at, instead of the situation's");
    add_colour(*c, a);
    c->add_flag("--verbose", a.verbose, "also what is met, every way out and every datum");
    c->footer("Example: samenloop trace examples/situations/briefadres.xml --goal bijstand");
}

void add_compare(CLI::App& app, Chosen& chosen) {
    const auto [c, a] =
        command(app, "compare", "Lay a proposal over the law: what it breaks, mends, needs and makes superfluous",
                &run_compare, chosen);
    c->add_option("proposal", a.proposals, "proposals, as XML; several are options side by side")->required();
    c->add_option("--situations", a.situations, "folder with situations (default: the shipped ones)");
    c->add_option("--until", a.until, "look also at every day up to this one on which something changes");
    add_common(*c, a, names_of(report::compare_formats()), "the day to look at (default: the entry into force)");
    add_colour(*c, a);
    c->add_option("--fail-on", a.fail_on, "exit with 1 for a new finding of this severity or more")
        ->check(CLI::Range(0, 4));
    c->add_flag("--everything", a.everything, "look at situations that the proposal does not reach, too");
    c->footer("Example: samenloop compare examples/proposals/kostendeler-21.xml");
}

void add_rank(CLI::App& app, Chosen& chosen) {
    const auto [c, a] =
        command(app, "rank", "Tell which rules and laws stand most in the way, beside the harm of taking them out",
                &run_rank, chosen);
    c->add_option("--situations", a.situations, "folder with situations (default: the shipped ones)");
    add_common(*c, a, text_or_json, "the day to look at, instead of the situations'");
    add_colour(*c, a);
    c->footer("Example: samenloop rank --situations examples/situations");
}

void add_rules(CLI::App& app, Chosen& chosen) {
    auto* rules = app.add_subcommand("rules", "Check, explain or amend a rule base")->require_subcommand(1);
    const auto [check, c] =
        command(*rules, "check", "Validate a rule base; tell everything that is wrong", &run_rules_check, chosen);
    check->add_option("folder", c.rules, "folder with the rule base")->required();
    add_language(*check, c.language);
    const auto [show, s] =
        command(*rules, "show", "Explain a rule, law, organisation, item or scheme, and who touches it",
                &run_rules_show, chosen);
    show->add_option("id", s.id, "its id")->required();
    show->add_option("--date", s.date, "the day to look at (default: today)");
    add_rules_folder(*show, s.rules);
    add_language(*show, s.language);
    const auto [covered, v] =
        command(*rules, "coverage",
                "What the rules cover: laws and the text that was read, organisations, flows of data, schemes",
                &run_rules_coverage, chosen);
    add_rules_folder(*covered, v.rules);
    add_language(*covered, v.language);
    covered->add_option("-o,--output", v.output, "write to this file instead of the terminal");
    const auto [amend, a] =
        command(*rules, "amend", "Word a proposal as an amending act, and write the rules as they then read",
                &run_rules_amend, chosen);
    amend->add_option("proposal", a.proposal, "a proposal, as XML")->required();
    add_rules_folder(*amend, a.rules);
    amend->add_option("--reverse", a.reverse, "write the proposal that undoes it to this file");
    add_language(*amend, a.language);
    amend->add_option("-o,--output", a.output, "write the consolidated rule base to this new folder");
    amend->footer("Example: samenloop rules amend examples/proposals/kostendeler-21.xml -o amended");
}

void add_situations(CLI::App& app, Chosen& chosen) {
    auto* situations = app.add_subcommand("situations", "Rewrite situations")->require_subcommand(1);
    const auto [c, a] = command(
        *situations, "upgrade", "Write an age, a partner, children and housemates as people, which have birthdays",
        &run_situations_upgrade, chosen);
    c->add_option("files", a.files, "situations, as XML; they are rewritten")->required();
    c->add_flag("--print", a.print, "print them instead, and leave the files as they are");
    add_rules_folder(*c, a.rules);
    add_language(*c, a.language);
    c->footer("Example: samenloop situations upgrade --print examples/situations/kind-wordt-27.xml");
}

void add_detectors(CLI::App& app, Chosen& chosen) {
    const auto [c, a] =
        command(app, "detectors", "List the kinds of interference that are detected", &run_detectors, chosen);
    add_language(*c, a.language);
}

}  // namespace

void add_commands(CLI::App& app, Chosen& chosen) {
    for (auto* add : {add_check, add_data, add_concepts, add_holes, add_curve, add_compare, add_rank, add_trace,
                      add_rules, add_situations, add_detectors})
        add(app, chosen);
}

}  // namespace samenloop::cli
