#include "cli/command_line.hpp"

#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "report/compare_report.hpp"
#include "report/curve.hpp"
#include "report/data_report.hpp"
#include "report/trace_report.hpp"
#include "samenloop/report.hpp"

namespace samenloop::cli {
namespace {

const std::vector<std::string> text_or_json{"text", "json"};

std::string in(const Text& words) { return words.in(spoken()); }

template <class Formats>
std::vector<std::string> names_of(const Formats& formats) {
    std::vector<std::string> names;
    for (const auto& f : formats) names.emplace_back(f.name);
    return names;
}

std::string group_of_options() { return in({"Opties", "Options"}); }

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
    c.add_option("--rules", rules,
                 in({"map met het regelbestand (standaard: het meegeleverde)",
                     "folder with the rule base (default: the shipped one)"}));
}

/// With a command and before it; main has read it.
void allow_language(CLI::App& app) {
    app.add_option_function<std::string>(
           "--lang", [](const std::string&) {}, in({"nl of en", "nl or en"}))
        ->check(CLI::IsMember({"nl", "en"}));
}

void add_common(CLI::App& c, CommonArguments& a, const std::vector<std::string>& formats, const std::string& day) {
    add_rules_folder(c, a.rules);
    c.add_option("--date", a.date, day);
    c.add_option("--format", a.format, in({"hoe de uitkomst wordt getoond", "how to report"}))
        ->check(CLI::IsMember(formats));
    allow_language(c);
    c.add_option("--amounts", a.amounts,
                 in({"bedragen zonder waarde op de dag: exact (onbekend) of last (laatste waarde doorgetrokken)",
                     "amounts without a value on the day: exact (unknown), or last (carried forward)"}))
        ->check(CLI::IsMember({"exact", "last"}));
    c.add_option(
        "-o,--output", a.output,
        in({"schrijf naar dit bestand in plaats van het scherm", "write to this file instead of the terminal"}));
}

void add_colour(CLI::App& c, CommonArguments& a) {
    c.add_option("--color", a.colour, in({"auto, always (altijd) of never (nooit)", "auto, always or never"}))
        ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_check(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "check",
        in({"Zoek waar regels elkaar in een leefsituatie dwarszitten",
            "Find where regulations interfere in a life situation"}),
        &run_check, chosen);
    c->add_option("situation", a.situations, in({"situaties, als XML", "situations, as XML"}))->required();
    c->add_option(
         "--without", a.without,
         in({"een regel om weg te laten: wat als die er niet was?", "a rule to leave out: what if it were not there?"}))
        ->allow_extra_args(false);
    c->add_option("--for", a.person,
                  in({"een van de personen van de situatie, met het id, of all: ieder van hen",
                      "one of the situation's people, by id, or all: each of them"}));
    c->add_option("--until", a.until,
                  in({"vertel wat begint, eindigt, stijgt en daalt vanaf de dag tot en met deze",
                      "tell what begins, ends, rises and falls from the day up to this one"}));
    add_common(*c, a, names_of(output_formats()),
               in({"de dag om te bekijken, in plaats van die van de situatie",
                   "the day to look at, instead of the situation's"}));
    add_colour(*c, a);
    c->add_option("--jobs", a.jobs,
                  in({"hoeveel situaties tegelijk worden bekeken; standaard zoveel als er rekenkernen zijn",
                      "situations looked at side by side; as many as there are cores if not given"}))
        ->check(CLI::Range(1, 256));
    c->add_flag("--verbose", a.verbose,
                in({"text: alles over elke bevinding, geen twee schermen",
                    "text: everything about each finding, not two screens"}));
    c->footer(in({"Voorbeeld: ", "Example: "}) +
              "samenloop check examples/situations/meer-werken.xml --format svg -o picture.svg");
}

void add_person(CLI::App& c, std::string& person) {
    c.add_option("--for", person,
                 in({"een van de personen van de situatie, met het id", "one of the situation's people, by id"}));
}

void add_data(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "data",
        in({"Vertel welk besluit welke gegevens nodig heeft, wie ze heeft en op welke grondslag ze komen",
            "Tell which decision needs which data, who holds them and on what basis they come"}),
        &run_data, chosen);
    c->add_option("--organisation", a.organisation,
                  in({"alleen wat deze organisatie nodig heeft, vraagt, geeft of krijgt",
                      "only what this organisation needs, asks, gives or receives"}));
    c->add_option(
        "--situation", a.situation, in({"alleen voor deze persoon, als XML", "for this person only, as XML"}));
    add_person(*c, a.person);
    add_common(*c, a, names_of(report::data_formats()),
               in({"de dag om te bekijken (standaard: die van de situatie, anders vandaag)",
                   "the day to look at (default: the situation's, else today)"}));
    add_colour(*c, a);
    c->add_flag("--verbose", a.verbose,
                in({"text van één huishouden: elk gegeven, geen twee schermen",
                    "text of one household: each datum, not two screens"}));
    c->footer(in({"Voorbeeld: ", "Example: "}) + "samenloop data --organisation UWV --date 2025-01-15");
}

const Text survey_day{"de dag om te bekijken (standaard: vandaag)", "the day to look at (default: today)"};

void add_concepts(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "concepts",
        in({"Vergelijk wat wetten met één woord bedoelen, over alle situaties",
            "Compare what laws mean by one word, over all situations"}),
        &run_concepts, chosen);
    c->add_option("concept", a.about,
                  in({"het woord; standaard: alle die meer wetten omschrijven",
                      "the word; default: all that several laws define"}));
    add_common(*c, a, text_or_json, in(survey_day));
    c->footer(in({"Voorbeeld: ", "Example: "}) + "samenloop concepts partner --date 2025-01-15");
}

void add_holes(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "holes",
        in({"Zoek wie iets nodig kan hebben dat geen regeling geeft, over alle situaties",
            "Find who can be in need of what no scheme gives, over all situations"}),
        &run_holes, chosen);
    c->add_option("need", a.about, in({"de behoefte; standaard: alle", "the need; default: all"}));
    add_common(*c, a, text_or_json, in(survey_day));
    c->footer(in({"Voorbeeld: ", "Example: "}) + "samenloop holes shelter --date 2025-01-15");
}

void add_curve(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "curve",
        in({"Toon hoe het besteedbaar inkomen van één feit afhangt, precies",
            "Show how disposable income depends on one fact, exactly"}),
        &run_curve, chosen);
    c->add_option("situation", a.situation, in({"een situatie, als XML", "a situation, as XML"}))->required();
    c->add_option("--over", a.over,
                  in({"het feit: inc.wage_m, hh[1].age, zoon.income (van een persoon, met het id), of het id van een "
                      "gebeurtenis",
                      "the fact: inc.wage_m, hh[1].age, son.income (of a person, by id), or the id of an event"}))
        ->required();
    c->add_option("--from", a.from, in({"de laagste waarde", "its lowest value"}))->required();
    c->add_option("--to", a.to, in({"de hoogste waarde", "its highest value"}))->required();
    c->add_option("--step", a.step,
                  in({"één regel per stap van deze breedte, in plaats van één per exact stuk",
                      "one line a step of this width, instead of one an exact piece"}));
    add_person(*c, a.person);
    c->add_option("--until", a.until,
                  in({"vertel ook op welke dagen tot en met deze het verloop anders wordt",
                      "also tell on which days up to this one the course becomes another"}));
    add_common(*c, a, names_of(report::curve_formats()),
               in({"de dag om te bekijken, in plaats van die van de situatie",
                   "the day to look at, instead of the situation's"}));
    c->footer(in({"Voorbeeld: ", "Example: "}) +
              "samenloop curve examples/situations/meer-werken.xml --over inc.toets --from 24000 --to 40000");
}

void add_trace(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "trace",
        in({"Vertel waarom iets niet wordt bereikt, wie aan zet is, en wat het zou vrijmaken",
            "Tell why something is not reached, whose move it is, and what would free it"}),
        &run_trace, chosen);
    c->add_option("situation", a.situation, in({"een situatie, als XML", "a situation, as XML"}))->required();
    c->add_option("--goal", a.goal,
                  in({"een behoefte, regeling of uitkomst (standaard: elke behoefte die niet vervuld is)",
                      "a need, scheme or outcome (default: every need that is not met)"}));
    add_person(*c, a.person);
    c->add_option("--until", a.until,
                  in({"vertel ook op welke dagen tot en met deze het bereikt is, of niet meer",
                      "also tell on which days up to this one it is reached, or no longer"}));
    add_common(*c, a, names_of(report::trace_formats()),
               in({"de dag om te bekijken, in plaats van die van de situatie",
                   "the day to look at, instead of the situation's"}));
    add_colour(*c, a);
    c->add_flag(
        "--verbose", a.verbose,
        in({"ook wat vervuld is, elke uitweg en elk gegeven", "also what is met, every way out and every datum"}));
    c->footer(in({"Voorbeeld: ", "Example: "}) + "samenloop trace examples/situations/briefadres.xml --goal bijstand");
}

void add_compare(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "compare",
        in({"Leg een voorstel over de wet: wat het breekt, herstelt, nodig heeft en overbodig maakt",
            "Lay a proposal over the law: what it breaks, mends, needs and makes superfluous"}),
        &run_compare, chosen);
    c->add_option("proposal", a.proposals,
                  in({"voorstellen, als XML; meer zijn opties naast elkaar",
                      "proposals, as XML; several are options side by side"}))
        ->required();
    c->add_option(
        "--situations", a.situations,
        in({"map met situaties (standaard: de meegeleverde)", "folder with situations (default: the shipped ones)"}));
    c->add_option("--until", a.until,
                  in({"bekijk ook elke dag tot en met deze waarop iets verandert",
                      "look also at every day up to this one on which something changes"}));
    add_common(*c, a, names_of(report::compare_formats()),
               in({"de dag om te bekijken (standaard: de inwerkingtreding)",
                   "the day to look at (default: the entry into force)"}));
    add_colour(*c, a);
    c->add_option("--fail-on", a.fail_on,
                  in({"eindig met 1 bij een nieuwe bevinding van deze ernst of meer",
                      "exit with 1 for a new finding of this severity or more"}))
        ->check(CLI::Range(0, 4));
    c->add_flag("--everything", a.everything,
                in({"bekijk ook situaties die het voorstel niet raakt",
                    "look at situations that the proposal does not reach, too"}));
    c->footer(in({"Voorbeeld: ", "Example: "}) + "samenloop compare examples/proposals/kostendeler-21.xml");
}

void add_rank(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "rank",
        in({"Vertel welke regels en wetten het meest in de weg staan, naast de schade van schrappen",
            "Tell which rules and laws stand most in the way, beside the harm of taking them out"}),
        &run_rank, chosen);
    c->add_option(
        "--situations", a.situations,
        in({"map met situaties (standaard: de meegeleverde)", "folder with situations (default: the shipped ones)"}));
    add_common(*c, a, text_or_json,
               in({"de dag om te bekijken, in plaats van die van de situaties",
                   "the day to look at, instead of the situations'"}));
    add_colour(*c, a);
    c->footer(in({"Voorbeeld: ", "Example: "}) + "samenloop rank --situations examples/situations");
}

void add_rules(CLI::App& app, Chosen& chosen) {
    auto* rules =
        app.add_subcommand(
               "rules", in({"Controleer, verklaar of wijzig een regelbestand", "Check, explain or amend a rule base"}))
            ->require_subcommand(1);
    allow_language(*rules);
    const auto [check, c] = command(
        *rules, "check",
        in({"Controleer een regelbestand; vertel alles wat er niet klopt",
            "Validate a rule base; tell everything that is wrong"}),
        &run_rules_check, chosen);
    check->add_option("folder", c.rules, in({"map met het regelbestand", "folder with the rule base"}))->required();
    allow_language(*check);
    const auto [show, s] = command(
        *rules, "show",
        in({"Verklaar een regel, wet, organisatie, gegeven of regeling, en wie eraan raakt",
            "Explain a rule, law, organisation, item or scheme, and who touches it"}),
        &run_rules_show, chosen);
    show->add_option("id", s.id, in({"het id", "its id"}))->required();
    show->add_option(
        "--date", s.date, in({"de dag om te bekijken (standaard: vandaag)", "the day to look at (default: today)"}));
    add_rules_folder(*show, s.rules);
    allow_language(*show);
    const auto [covered, v] = command(
        *rules, "coverage",
        in({"Wat de regels bestrijken: wetten en de gelezen tekst, organisaties, gegevensstromen, regelingen",
            "What the rules cover: laws and the text that was read, organisations, flows of data, schemes"}),
        &run_rules_coverage, chosen);
    add_rules_folder(*covered, v.rules);
    allow_language(*covered);
    covered->add_option(
        "-o,--output", v.output,
        in({"schrijf naar dit bestand in plaats van het scherm", "write to this file instead of the terminal"}));
    const auto [amend, a] = command(
        *rules, "amend",
        in({"Verwoord een voorstel als wijzigingswet, en schrijf de regels zoals ze dan luiden",
            "Word a proposal as an amending act, and write the rules as they then read"}),
        &run_rules_amend, chosen);
    amend->add_option("proposal", a.proposal, in({"een voorstel, als XML", "a proposal, as XML"}))->required();
    add_rules_folder(*amend, a.rules);
    amend->add_option("--reverse", a.reverse,
                      in({"schrijf het voorstel dat het terugdraait naar dit bestand",
                          "write the proposal that undoes it to this file"}));
    allow_language(*amend);
    amend->add_option("-o,--output", a.output,
                      in({"schrijf het bijgewerkte regelbestand naar deze nieuwe map",
                          "write the consolidated rule base to this new folder"}));
    amend->footer(
        in({"Voorbeeld: ", "Example: "}) + "samenloop rules amend examples/proposals/kostendeler-21.xml -o amended");
}

void add_situations(CLI::App& app, Chosen& chosen) {
    auto* situations =
        app.add_subcommand("situations", in({"Herschrijf situaties", "Rewrite situations"}))->require_subcommand(1);
    allow_language(*situations);
    const auto [c, a] = command(
        *situations, "upgrade",
        in({"Schrijf een leeftijd, partner, kinderen en huisgenoten als personen, die jarig worden",
            "Write an age, a partner, children and housemates as people, which have birthdays"}),
        &run_situations_upgrade, chosen);
    c->add_option(
         "files", a.files, in({"situaties, als XML; ze worden herschreven", "situations, as XML; they are rewritten"}))
        ->required();
    c->add_flag("--print", a.print,
                in({"toon ze in plaats daarvan, en laat de bestanden zoals ze zijn",
                    "print them instead, and leave the files as they are"}));
    add_rules_folder(*c, a.rules);
    allow_language(*c);
    c->footer(in({"Voorbeeld: ", "Example: "}) +
              "samenloop situations upgrade --print examples/situations/kind-wordt-27.xml");
}

void add_detectors(CLI::App& app, Chosen& chosen) {
    const auto [c, a] = command(
        app, "detectors",
        in({"Noem de soorten samenloop die worden gevonden", "List the kinds of interference that are detected"}),
        &run_detectors, chosen);
    allow_language(*c);
}

/// The help of a command is made before its options have a group.
void help_among_options(CLI::App& app) {
    app.get_help_ptr()->group(group_of_options());
    for (auto* c : app.get_subcommands([](CLI::App*) { return true; })) help_among_options(*c);
}

/// The words of the library that help is written with.
void speak_of(CLI::App& app) {
    app.description(
        in({"samenloop zoekt waar regels elkaar dwarszitten: botsing, vacuüm, implosie en stapeling in een "
            "leefsituatie.",
            "samenloop finds where regulations interfere: clash, vacuum, implosion and pile-up in a life "
            "situation."}));
    app.footer(
        in({"Exitcode: 0 geen bevinding van ernst 1 of meer, 1 wel, 2 foute invoer, 3 geen, maar niet alles kon "
            "worden beoordeeld.",
            "Exit code: 0 no finding of severity 1 or more, 1 some, 2 bad input, 3 none, but not everything "
            "could be judged."}));
    app.group(in({"Opdrachten", "Commands"}));
    app.option_defaults()->group(group_of_options());
    app.set_help_flag("-h,--help", in({"toon deze uitleg", "show this help"}));
    app.set_version_flag("--version", "samenloop " SAMENLOOP_VERSION, in({"toon de versie", "show the version"}));
    allow_language(app);
    const auto words = app.get_formatter();
    words->label("Usage", in({"Gebruik", "Usage"}));
    words->label("OPTIONS", in({"OPTIES", "OPTIONS"}));
    words->label("SUBCOMMAND", in({"OPDRACHT", "COMMAND"}));
    words->label("Positionals", in({"Wat erbij hoort", "Arguments"}));
    words->label("REQUIRED", in({"VERPLICHT", "REQUIRED"}));
    words->label("TEXT", in({"TEKST", "TEXT"}));
}

}  // namespace

void add_commands(CLI::App& app, Chosen& chosen) {
    speak_of(app);
    for (auto* add : {add_check, add_data, add_concepts, add_holes, add_curve, add_compare, add_rank, add_trace,
                      add_rules, add_situations, add_detectors})
        add(app, chosen);
    help_among_options(app);
}

}  // namespace samenloop::cli
