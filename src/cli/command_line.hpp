#pragma once
// The command line: which commands there are, what each is given, and which one was asked for.

#include <functional>

namespace CLI {
class App;
}

namespace samenloop::cli {

/// Runs a command; returns its exit code.
using Chosen = std::function<int()>;

/// Adds all commands; parsing sets `chosen`, which must outlive the app, to the one that was given.
void add_commands(CLI::App& app, Chosen& chosen);

}  // namespace samenloop::cli
