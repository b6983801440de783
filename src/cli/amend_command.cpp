#include <fmt/core.h>

#include "base/both.hpp"
#include "base/printable.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/files.hpp"
#include "cli/folder.hpp"
#include "cli/load.hpp"
#include "cli/output_file.hpp"
#include "model/wording.hpp"
#include "samenloop/proposal.hpp"

namespace samenloop::cli {
namespace {

template <class T>
bool told(const Result<T>& result) {
    if (!result) complain_of(result.error());
    return !result;
}

void print_act(const Proposal& proposal, const Amended& amended, Language language) {
    const auto in = [language](const Text& text) { return base::printable(text.in(language)); };
    say(in(proposal.title) + "\n");
    const Text entry = Text{"Treedt in werking op ", "Enters into force on "} + model::date_words(proposal.in_force) +
                       model::plain(".");
    say(in(entry) + "\n");
    if (!amended.modifications.empty()) say("\n");
    for (std::size_t i = 0; i < amended.modifications.size(); ++i)
        say(fmt::format("{}. {}\n", i + 1, in(amended.modifications[i].wording)));
}

int refused(const std::optional<Text>& why) {
    if (!why) return clean;
    complain(*why);
    return bad_input;
}

}  // namespace

int run_rules_amend(const AmendArguments& a) {
    const auto files = read_folder(rules_folder(a.rules));
    if (told(files)) return bad_input;
    const auto file = read_file(a.proposal);
    if (told(file)) return bad_input;
    const auto proposal = read_proposal(*file);
    if (told(proposal)) return bad_input;
    const auto amended = amend(*files, *proposal);
    if (told(amended)) return bad_input;
    if (!a.reverse.empty()) {
        const auto back = reverse(*files, *proposal);
        if (told(back)) return bad_input;
        if (refused(write_file(a.reverse, std::string(back->source->text()))) != clean) return bad_input;
    }
    if (a.output.empty()) {
        print_act(*proposal, *amended, spoken());
        return clean;
    }
    if (refused(write_rules(a.output, amended->sources)) != clean) return bad_input;
    const auto counted = [](std::size_t n, const Text& one, const Text& more) {
        return base::both("{} {}", "{} {}", n, n == 1 ? one : more);
    };
    say(base::both(
            "{}, {} geschreven\n", "{}, {} written\n",
            counted(amended->modifications.size(), {"wijziging", "modification"}, {"wijzigingen", "modifications"}),
            counted(amended->sources.size(), {"bestand", "file"}, {"bestanden", "files"}))
            .in(spoken()));
    return clean;
}

}  // namespace samenloop::cli
