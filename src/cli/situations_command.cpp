#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/load.hpp"
#include "cli/output_file.hpp"
#include "samenloop/read.hpp"

namespace samenloop::cli {

/// Each file by itself: what can be upgraded is, and what cannot is told and stays as it was.
int run_situations_upgrade(const UpgradeArguments& a) {
    const auto rules = load_rules(rules_folder(a.rules));
    if (!rules) return bad_input;
    bool all = true;
    for (const auto& path : a.files) {
        const auto file = read_file(path);
        const auto text = file ? upgraded(*file, *rules) : tl::unexpected(file.error());
        if (!text) complain_of(text.error());
        all = all && text.has_value();
        if (!text) continue;
        if (a.print) {
            say(*text ? **text : std::string((*file)->text()));
            continue;
        }
        const auto failed = *text ? write_file(path, **text, WhatWasRead::is_replaced) : std::nullopt;
        if (failed) complain(*failed);
        all = all && !failed;
        const Text done = *text ? Text{"omgezet", "upgraded"} : Text{"niets om te zetten", "nothing to upgrade"};
        if (!failed) say(fmt::format("{}: {}\n", path, done.in(spoken())));
    }
    return all ? clean : bad_input;
}

}  // namespace samenloop::cli
