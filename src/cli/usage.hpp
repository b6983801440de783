#pragma once
// What is wrong with a command line, in the words of the program: which option, what was given, what is expected.

#include "samenloop/text.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace samenloop::cli {

/// The language that `--lang nl`, `--lang=en` asks for, before anything else of the command line is read; Dutch when
/// nothing, or something else, is asked for.
Language language_asked(int argc, const char* const* argv);

/// Tells why the command line could not be read.
void tell_usage(const CLI::App& app, const CLI::ParseError& error);

}  // namespace samenloop::cli
