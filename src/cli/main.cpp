#include <exception>

#include <CLI/CLI.hpp>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/both.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/usage.hpp"
#include "samenloop/work.hpp"

namespace {

using namespace samenloop::cli;

int run(int argc, char** argv) {
    Chosen chosen;
    CLI::App app;
    app.require_subcommand(1);
    add_commands(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) return app.exit(e);  // --help, --version
        tell_usage(app, e);
        return bad_input;
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
    speak(language_asked(argc, argv));
    const auto code = run(argc, argv);
    return output_arrived() ? code : bad_input;
} catch (const samenloop::TooMuchWork&) {
    samenloop::cli::complain(
        samenloop::TooMuchWork::in_words(), {"geef kortere lijsten, of bekijk een deel van de regels tegelijk",
                                             "give shorter lists, or look at one part of the rules at a time"});
    return samenloop::cli::bad_input;
} catch (const std::exception& e) {
    samenloop::cli::complain(samenloop::base::both("interne fout: {}", "internal error: {}", e.what()));
    return samenloop::cli::bad_input;
}
