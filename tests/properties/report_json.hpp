#pragma once
// Reports as JSON, to compare two runs: whole, or only what they say, without prose and in no order.

#include <string_view>

#include <nlohmann/json.hpp>

#include "samenloop/check.hpp"
#include "samenloop/report.hpp"

namespace samenloop::test {

using Json = nlohmann::json;

inline std::string json_text(const RuleBase& rules, const Report& report) {
    for (const auto& format : output_formats())
        if (format.name == "json") return format.write(rules, std::span(&report, 1), {Language::nl, false});
    return {};
}

/// All but the size and fingerprint of the rule base.
inline Json whole(const std::string& text) {
    auto all = Json::parse(text);
    all.erase("rulebase");
    return all;
}

inline void sort_arrays(Json& json) {
    for (auto& each : json)
        if (each.is_structured()) sort_arrays(each);
    if (json.is_array()) std::sort(json.begin(), json.end());
}

/// A notice names a finding by its id, which follows from the rules' ids: its code stays.
inline void name_by_code(Json& notices, const std::map<std::string, std::string>& codes) {
    constexpr std::string_view prefix = "finding:";
    for (auto& n : notices)
        for (auto& what : n["rests_on_it"])
            if (const auto text = what.get<std::string>(); text.starts_with(prefix))
                what = codes.at(text.substr(prefix.size()));
}

/// What is found, by which rules and facts: without ids of findings, prose, and order.
inline Json substance(const std::string& text) {
    auto all = whole(text);
    std::map<std::string, std::string> codes;
    for (const auto& f : all["findings"]) codes[f["id"]] = f["code"];
    name_by_code(all["notices"], codes);
    for (const auto* list : {"findings", "settled"})
        for (auto& f : all[list]) {
            for (const auto* key : {"id", "title", "explanation", "related", "chain"}) f.erase(key);
            if (f["root_cause"].is_string()) f["root_cause"] = codes[f["root_cause"]];
            for (auto& r : f["rules"]) r.erase("organisation");
        }
    sort_arrays(all);
    return all;
}

/// The first difference, for a reader.
inline std::string difference(const Json& before, const Json& after) {
    std::string text;
    int told = 0;
    for (const auto& step : Json::diff(before, after)) {
        if (++told > 6) return text + "…";
        const Json::json_pointer at(step["path"].get<std::string>());
        text += step.dump();
        if (step["op"] != "add" && before.contains(at)) text += " was " + before.at(at).dump();
        text += "\n";
    }
    return text;
}

}  // namespace samenloop::test
