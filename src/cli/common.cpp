#include "cli/common.hpp"

#include <chrono>
#include <cstdlib>

#include <unistd.h>

#include "base/both.hpp"
#include "cli/console.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "cli/output_file.hpp"

namespace samenloop::cli {
namespace {

bool in_colour(const std::string& wanted, const std::string& output) {
    if (wanted != "auto") return wanted == "always";
    const char* none = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe)
    return output.empty() && (none == nullptr || *none == '\0') && isatty(STDOUT_FILENO) == 1;
}

}  // namespace

Date today() {
    if (const char* told = std::getenv("SAMENLOOP_TODAY"); told != nullptr)  // NOLINT(concurrency-mt-unsafe)
        if (const auto day = Date::parse(told)) return *day;
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return Date::from_days(
        static_cast<std::int32_t>(std::chrono::duration_cast<std::chrono::hours>(since).count() / 24));
}

bool read_day(const CommonArguments& arguments, std::optional<Date>& day) {
    if (arguments.date.empty()) return true;
    day = Date::parse(arguments.date);
    if (!day)
        complain(base::both("--date verwacht een dag zoals 2025-01-15, niet '{}'",
                            "--date expects a day such as 2025-01-15, not '{}'", arguments.date));
    return day.has_value();
}

bool read_until(const std::string& text, std::optional<Date>& day) {
    if (text.empty()) return true;
    day = Date::parse(text);
    if (!day)
        complain(base::both("--until verwacht een dag zoals 2027-01-01, niet '{}'",
                            "--until expects a day such as 2027-01-01, not '{}'", text));
    return day.has_value();
}

bool is_ahead(const std::optional<Date>& until, Date day, const std::string& id) {
    if (!until || *until > day) return true;
    complain(base::both("--until {} is niet na {}, de dag van '{}'", "--until {} is not after {}, the day of '{}'",
                        until->to_string(), day.to_string(), id));
    return false;
}

std::optional<RuleBase> load_rules(const CommonArguments& arguments) {
    auto rules = load_rules(rules_folder(arguments.rules));
    if (rules && arguments.amounts == "last") carry_amounts_forward(*rules);
    return rules;
}

int code_of(bool found, const Judgement& judgement) {
    if (found) return findings;
    return judgement.verdict == Verdict::complete ? clean : unjudged;
}

Style style_of(const CommonArguments& arguments) { return {spoken(), in_colour(arguments.colour, arguments.output)}; }

namespace {

base::Medium medium_of(const CommonArguments& arguments) {
    if (arguments.format == "json" || arguments.format == "sarif") return base::Medium::json;
    const bool coloured = arguments.format == "text" && style_of(arguments).colour;
    return coloured ? base::Medium::coloured : base::Medium::text;
}

}  // namespace

int deliver(const CommonArguments& arguments, std::string text, int code) {
    if (arguments.output.empty()) {
        say(std::move(text), medium_of(arguments));
        return code;
    }
    const auto failed = write_file(arguments.output, base::safe_output(std::move(text), medium_of(arguments)));
    if (!failed) return code;
    complain(*failed);
    return bad_input;
}

}  // namespace samenloop::cli
