#include "cli/usage.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/both.hpp"
#include "base/suggest.hpp"
#include "cli/console.hpp"
#include "read/problems.hpp"

namespace samenloop::cli {
namespace {

struct Told {
    Text message;
    Text hint;
};

const Text see_help{"--help vertelt wat er kan", "--help tells what can be asked"};

/// The command that was being read: `check` in `samenloop rules check …`.
const CLI::App& innermost(const CLI::App& app) {
    const auto* at = &app;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().back();
    return *at;
}

/// "rules check"; nothing of the program itself.
std::string path_to(const CLI::App& command) {
    if (command.get_parent() == nullptr) return {};
    const auto before = path_to(*command.get_parent());
    return before.empty() ? command.get_name() : before + " " + command.get_name();
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* each : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(each->get_name());
    return names;
}

std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options()) {
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
        for (const auto& name : option->get_snames()) names.push_back("-" + name);
    }
    return names;
}

Text meant(std::string_view word, const std::vector<std::string>& known) {
    return base::did_you_mean(word, known, [](const std::string& name) { return std::string_view(name); });
}

Text choose_from(const std::vector<std::string>& all) {
    return base::both("kies uit: {}", "choose from: {}", read::in_a_row({all.begin(), all.end()}));
}

bool is_option(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

Told unknown_option(const CLI::App& command, std::string_view word) {
    const auto name = word.substr(0, word.find('='));
    const auto hint = meant(name, options_of(command));
    const auto path = path_to(command);
    const auto message = path.empty() ? base::both("er is geen optie '{}'", "there is no option '{}'", name)
                                      : base::both("'{}' heeft geen optie '{}'", "'{}' has no option '{}'", path, name);
    return {message, hint.empty() ? see_help : hint};
}

/// What stands where a command is to be named, or nothing does.
Told no_command(const CLI::App& command, const std::vector<std::string>& left) {
    const auto known = commands_of(command);
    const auto path = path_to(command);
    if (left.empty()) {
        const auto message = path.empty() ? Text{"er is geen opdracht gegeven", "no command is given"}
                                          : base::both("bij '{}' hoort nog een opdracht", "'{}' needs a command", path);
        return {message, choose_from(known)};
    }
    const auto hint = meant(left.front(), known);
    const auto name = path.empty() ? left.front() : path + " " + left.front();
    return {base::both("er is geen opdracht '{}'", "there is no command '{}'", name),
            hint.empty() ? choose_from(known) : hint};
}

/// Of all that is wrong the first: a word that is no command, an option that there is not.
std::optional<Told> unknown_word(const CLI::App& app, const CLI::App& command) {
    const auto left = app.remaining(true);
    const bool wants_command = !commands_of(command).empty() && command.get_subcommands().empty();
    if (wants_command && (left.empty() || !is_option(left.front()))) return no_command(command, left);
    for (const auto& word : left)
        if (is_option(word)) return unknown_option(command, word);
    return std::nullopt;
}

/// What comes before `end`; all of it where there is no such thing.
std::string_view before(std::string_view text, std::string_view end) { return text.substr(0, text.find(end)); }
std::string_view behind(std::string_view text, std::string_view start) {
    const auto at = text.rfind(start);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + start.size());
}

/// "--lang: de not in {nl,en}" -> nl, en.
std::vector<std::string> choices_in(std::string_view what) {
    std::vector<std::string> all;
    for (auto rest = before(behind(what, "not in {"), "}"); !rest.empty();) {
        const auto choice = before(rest, ",");
        all.emplace_back(choice);
        rest.remove_prefix(std::min(rest.size(), choice.size() + 1));
    }
    return all;
}

std::string value_given(const CLI::App& command, const std::string& option) {
    const auto* found = command.get_option_no_throw(option);
    return found == nullptr || found->results().empty() ? std::string() : found->results().back();
}

/// A value that is none of those that can be given.
Told wrong_value(const CLI::App& command, std::string_view what) {
    const std::string option(before(what, ": "));
    const auto value = value_given(command, option);
    if (const auto range = behind(what, "not in range "); !range.empty())
        return {base::both("{} is een getal van {} tot en met {}, niet '{}'", "{} is a number from {} to {}, not '{}'",
                           option, before(range, " to "), behind(range, " to "), value),
                {}};
    const auto choices = choices_in(what);
    const auto message = base::both("{} kan niet '{}' zijn", "{} cannot be '{}'", option, value);
    return {message, choices.empty() ? see_help : read::with_all(meant(value, choices), choose_from(choices))};
}

Told wrong_number(const CLI::App& command, std::string_view what) {
    const std::string option(before(behind(what, "convert: "), " = "));
    return {base::both("{} verwacht een getal, niet '{}'", "{} expects a number, not '{}'", option,
                       value_given(command, option)),
            see_help};
}

/// No value for an option, or several.
Told wrong_count(std::string_view what) {
    const auto option = before(before(what, ": "), " was given");
    if (what.find("At Most") != std::string_view::npos)
        return {base::both("{} kan maar één keer", "{} can be given only once", option), {}};
    if (what.find("flag override") != std::string_view::npos)
        return {base::both("{} krijgt geen waarde", "{} takes no value", option), {}};
    return {base::both("bij {} hoort een waarde", "{} needs a value", option), see_help};
}

Told told(const CLI::App& app, const CLI::ParseError& error) {
    const auto& command = innermost(app);
    const std::string_view what = error.what();
    if (const auto word = unknown_word(app, command)) return *word;
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return wrong_value(command, what);
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) return wrong_number(command, what);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return wrong_count(what);
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return {base::both("{} ontbreekt", "{} is missing", before(what, " is required")), see_help};
    if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr)
        return {base::both("{} gaat alleen samen met {}", "{} goes only with {}", before(what, " requires "),
                           behind(what, " requires ")),
                see_help};
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr)
        return {base::both("{} gaat niet samen met {}", "{} does not go with {}", before(what, " excludes "),
                           behind(what, " excludes ")),
                see_help};
    const auto left = app.remaining(true);
    if (!left.empty()) return {base::both("'{}' is er te veel", "'{}' is one too many", left.front()), see_help};
    return {base::both("dit is niet te lezen: {}", "this cannot be read: {}", what), see_help};
}

}  // namespace

Language language_asked(int argc, const char* const* argv) {
    std::string_view asked;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--") break;
        if (word == "--lang" && i + 1 < argc) asked = argv[i + 1];
        if (word.starts_with("--lang=")) asked = word.substr(word.find('=') + 1);
    }
    return asked == "en" ? Language::en : Language::nl;
}

void tell_usage(const CLI::App& app, const CLI::ParseError& error) {
    const auto [message, hint] = told(app, error);
    complain(message, hint);
}

}  // namespace samenloop::cli
