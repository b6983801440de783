#include <algorithm>
#include <exception>

#include <CLI/CLI.hpp>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/suggest.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "samenloop/work.hpp"

namespace {

using namespace samenloop::cli;

int usage_error(const CLI::App& app, const CLI::ParseError& error, std::string_view first) {
    std::vector<std::string_view> commands;
    const auto found = app.get_subcommands([](const CLI::App*) { return true; });
    for (const auto* each : found) commands.push_back(each->get_name());
    const bool known = first.empty() || first.starts_with('-') || std::ranges::find(commands, first) != commands.end();
    if (known) complain(error.what(), "--help tells what can be asked");
    else complain("there is no command '" + std::string(first) + "'", samenloop::base::did_you_mean(first, commands));
    return bad_input;
}

int run(int argc, char** argv) {
    Chosen chosen;
    CLI::App app{
        "samenloop finds where regulations interfere: clash, vacuum, implosion and pile-up in a life situation."};
    app.set_version_flag("--version", "samenloop " SAMENLOOP_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Exit code: 0 no finding of severity 1 or more, 1 some, 2 bad input, 3 none, but not everything could be "
        "judged.");
    add_commands(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() != 0) return usage_error(app, e, argc > 1 ? argv[1] : "");
        return app.exit(e);  // --help, --version
    }
    return chosen();
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
    hold_streams();
    keep_memory();
    const auto code = run(argc, argv);
    return output_arrived() ? code : bad_input;
} catch (const samenloop::TooMuchWork& e) {
    samenloop::cli::complain(e.what(), "give shorter lists, or look at one part of the rules at a time");
    return samenloop::cli::bad_input;
} catch (const std::exception& e) {
    samenloop::cli::complain(std::string("internal error: ") + e.what());
    return samenloop::cli::bad_input;
}
