#include "cli/console.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

namespace samenloop::cli {
namespace {

Language& language_now() {
    static Language language = Language::nl;
    return language;
}

}  // namespace

void hold_streams() {
    std::signal(SIGPIPE, SIG_IGN);
    // What is closed becomes a stream that cannot be written, so that writing fails as it would have.
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream)
        if (fcntl(stream, F_GETFD) == -1 && errno == EBADF) static_cast<void>(open("/dev/null", O_RDONLY));
}

void say(std::string text, base::Medium medium) {
    const auto safe = base::safe_output(std::move(text), medium);
    std::fwrite(safe.data(), 1, safe.size(), stdout);
}

void say_error(std::string text) {
    const auto safe = base::safe_output(std::move(text), base::Medium::text);
    std::fwrite(safe.data(), 1, safe.size(), stderr);
}

bool output_arrived() {
    const bool failed_before = std::ferror(stdout) != 0;
    const bool flushed = std::fflush(stdout) == 0;
    if (flushed && !failed_before) return true;
    const bool reader_has_gone = !flushed && errno == EPIPE;
    if (!reader_has_gone)
        complain({"de standaarduitvoer kan niet worden geschreven", "cannot write to standard output"});
    return false;
}

void speak(Language language) { language_now() = language; }
Language spoken() { return language_now(); }

void complain(const Text& message, const Text& hint) {
    say_error("samenloop: " + render(Diagnostic{message, hint, 0, nullptr}, spoken()));
}

void complain_of(const Diagnostics& problems) { say_error(render(problems, spoken())); }

}  // namespace samenloop::cli
