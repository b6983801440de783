#pragma once
// A result goes into its file as a whole or not at all, and the file stays what it was: its mode, its owner, the names
// it has.

#include <csignal>
#include <cstdint>
#include <optional>
#include <string>

#include "samenloop/text.hpp"

namespace samenloop::cli {

/// A file that is asked to be rewritten is read first.
enum class WhatWasRead : std::uint8_t { stays, is_replaced };

/// To the file by way of a temporary one beside it, so that it has the old bytes or all of the new ones.  A link is
/// followed, also one whose file is not there yet; a file with several names is filled in place once the temporary one
/// is whole.  A file that was read is not written over.  What went wrong, if anything did.
std::optional<Text> write_file(const std::string& path, const std::string& bytes,
                               WhatWasRead read = WhatWasRead::stays);

/// "cannot write 'PATH': WHY".
Text cannot_write(const std::string& path, const Text& why);

/// While one exists, a request to stop waits: what is written is finished or taken away first.
class Unstopped {
  public:
    Unstopped();
    ~Unstopped();
    Unstopped(const Unstopped&) = delete;
    Unstopped& operator=(const Unstopped&) = delete;
    Unstopped(Unstopped&&) = delete;
    Unstopped& operator=(Unstopped&&) = delete;

  private:
    sigset_t before_{};
};

}  // namespace samenloop::cli
