#pragma once
// What the commands do alike with what they are given: the day, the style, and where the result goes.

#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "samenloop/date.hpp"
#include "samenloop/notice.hpp"
#include "samenloop/report.hpp"

namespace samenloop::cli {

/// The day by the computer's clock, or the environment variable SAMENLOOP_TODAY.
Date today();

/// Reads --date when it was given; false when it is no day, which has been told.
bool read_day(const CommonArguments& arguments, std::optional<Date>& day);

/// Reads --until when it was given; false when it is no day.
bool read_until(const std::string& text, std::optional<Date>& day);

/// Is --until, where it was given, after the day that is looked at?  That is the day of what has this id.
bool is_ahead(const std::optional<Date>& until, Date day, const std::string& id);

/// Colour "auto" is for a terminal whose user did not ask for none.
Style style_of(const CommonArguments& arguments);

/// The rules to look at; with --amounts last each amount's last known value is carried forward.
std::optional<RuleBase> load_rules(const CommonArguments& arguments);

/// `found` when something was found; else whether everything could be judged.
int code_of(bool found, const Judgement& judgement);

/// Writes the result where it was asked; the code, or bad_input when it cannot be written.
int deliver(const CommonArguments& arguments, std::string text, int code = clean);

}  // namespace samenloop::cli
