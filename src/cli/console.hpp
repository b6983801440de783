#pragma once
// What goes to a person: the only place that writes to standard output and standard error.  Hidden characters are made
// visible here; a stream that is closed, full or broken is no reason to stop in the middle.

#include <string>
#include <string_view>

#include "base/printable.hpp"
#include "samenloop/diagnostic.hpp"

namespace samenloop::cli {

/// Makes sure that no file that is opened later takes the place of a closed stream, and that a broken pipe is an error
/// like others.  Called once, first.
void hold_streams();

/// To standard output; whether it arrives is told by `output_arrived`.
void say(std::string text, base::Medium medium = base::Medium::text);

/// To standard error, whether it can be written or not.
void say_error(std::string text);

/// Everything that was said so far is out.  False: why was told on standard error, but for a reader that went away.
bool output_arrived();

/// The language of what is told from now on, errors too; Dutch before.
void speak(Language language);
Language spoken();

/// "samenloop: error: MESSAGE" and the hint.
void complain(const Text& message, const Text& hint = {});

/// What is wrong with files.
void complain_of(const Diagnostics& problems);

}  // namespace samenloop::cli
