#include "cli/common.hpp"

#include <cstdlib>

#include <unistd.h>

#include "cli/files.hpp"
#include "cli/load.hpp"

namespace samenloop::cli {
namespace {

bool in_colour(const std::string& wanted, const std::string& output) {
    if (wanted != "auto") return wanted == "always";
    const char* none = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe)
    return output.empty() && (none == nullptr || *none == '\0') && isatty(STDOUT_FILENO) == 1;
}

}  // namespace

bool read_day(const CommonArguments& arguments, std::optional<Date>& day) {
    if (arguments.date.empty()) return true;
    day = Date::parse(arguments.date);
    if (!day) complain("--date expects a day such as 2025-01-15, not '" + arguments.date + "'");
    return day.has_value();
}

Style style_of(const CommonArguments& arguments) {
    return {arguments.language == "en" ? Language::en : Language::nl, in_colour(arguments.colour, arguments.output)};
}

int deliver(const CommonArguments& arguments, const std::string& text, int code) {
    const auto failed = write_result(arguments.output, text);
    if (!failed) return code;
    complain(*failed);
    return bad_input;
}

}  // namespace samenloop::cli
