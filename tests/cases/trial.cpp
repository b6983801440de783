#include "trial.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "samenloop/read.hpp"
#include "situation_text.hpp"

namespace fs = std::filesystem;
using namespace samenloop;

namespace {

using Texts = std::map<std::string, std::string>;  // by name, so in one order everywhere

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

Texts rule_texts(const Setting& setting, const Edit& edit) {
    Texts texts;
    for (const auto& folder : setting.rules) {
        if (!fs::is_directory(folder)) throw std::runtime_error("no folder of rules: " + folder.string());
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() == ".xml") texts[entry.path().string()] = content(entry.path());
    }
    for (const auto& name : edit.extra_rules) texts[(setting.folder / name).string()] = content(setting.folder / name);
    return texts;
}

void replace_once(Texts& texts, const std::string& from, const std::string& to) {
    std::size_t found = 0;
    for (auto& [name, text] : texts) {
        std::size_t at = text.find(from);
        if (at == std::string::npos) continue;
        ++found;
        text.replace(at, from.size(), to);
        if (text.find(from, at + to.size()) != std::string::npos) ++found;
    }
    if (found != 1)
        throw std::runtime_error(
            "in_rules: this text stands " + std::to_string(found) + " times in the rules: " + from);
}

template <class T>
T or_throw(Result<T> result) {
    if (!result) throw std::runtime_error(render(std::move(result.error()), Language::en));
    return std::move(*result);
}

RuleBase read_rules(const Setting& setting, const Edit& edit) {
    Texts texts = rule_texts(setting, edit);
    for (const auto& [from, to] : edit.in_rules) replace_once(texts, from, to);
    std::vector<std::shared_ptr<const Source>> sources;
    for (const auto& [name, text] : texts) sources.push_back(std::make_shared<Source>(name, text));
    return or_throw(read_rulebase(sources));
}

Situation read_changed(const Setting& setting, const Edit& edit, const RuleBase& rules) {
    SituationText text(content(setting.situation));
    for (const auto& item : edit.unset) text.unset(item);
    for (const auto& [path, literal] : edit.set) text.set(path, literal);
    if (edit.events) {
        text.remove_events();
        for (const auto& event : *edit.events) {
            std::vector<std::pair<std::string, std::string>> attributes;
            for (const auto& pair : event) attributes.emplace_back(pair.first.Scalar(), pair.second.Scalar());
            text.add_event(attributes);
        }
    }
    return or_throw(read_situation(std::make_shared<Source>(setting.situation.string(), text.xml()), rules));
}

CheckOptions options_of(const RuleBase& rules, const Edit& edit) {
    CheckOptions options;
    if (!edit.date.empty()) {
        options.date = Date::parse(edit.date);
        if (!options.date) throw std::runtime_error("no such day: " + edit.date);
    }
    for (const auto& id : edit.without) {
        const auto at = std::find_if(rules.rules.begin(), rules.rules.end(), [&](const Rule& r) { return r.id == id; });
        if (at == rules.rules.end()) throw std::runtime_error("without: no such rule: " + id);
        options.without_rules.push_back(static_cast<Index>(at - rules.rules.begin()));
    }
    return options;
}

std::vector<std::string> strings(const YAML::Node& node) {
    if (node.IsScalar()) return {node.Scalar()};
    std::vector<std::string> out;
    for (const auto& n : node) out.push_back(n.Scalar());
    return out;
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

bool is_edit_key(const std::string& key) {
    static const std::vector<std::string> keys = {
        "set", "unset", "events", "date", "without", "extra_rules", "in_rules"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void add_edit(Edit& edit, const YAML::Node& node) {
    if (const auto n = node["set"])
        for (const auto& pair : n) edit.set.emplace_back(pair.first.Scalar(), pair.second.Scalar());
    if (const auto n = node["unset"]) append(edit.unset, strings(n));
    if (const auto n = node["events"]) edit.events.emplace(n);
    if (const auto n = node["date"]) edit.date = n.Scalar();
    if (const auto n = node["without"]) append(edit.without, strings(n));
    if (const auto n = node["extra_rules"]) append(edit.extra_rules, strings(n));
    if (const auto n = node["in_rules"])
        for (const auto& e : n) edit.in_rules.emplace_back(e["from"].Scalar(), e["to"].Scalar());
}

Prepared prepare(const Setting& setting, const Edit& edit) {
    Prepared prepared{.rules = read_rules(setting, edit), .situation = {}, .options = {}};
    prepared.situation = read_changed(setting, edit, prepared.rules);
    prepared.options = options_of(prepared.rules, edit);
    return prepared;
}

Trial run(Prepared prepared) {
    Trial trial{.rules = std::move(prepared.rules), .situation = std::move(prepared.situation), .report = {}};
    trial.report = check(trial.rules, trial.situation, prepared.options);
    // What replays the run (verify, values) sees the same law on the same day.
    for (const Index rule : prepared.options.without_rules)
        trial.rules.rules[rule].in_force = {.from = Date(), .to = Date()};
    if (prepared.options.date) trial.situation.date = *prepared.options.date;
    return trial;
}

Trial run(const Setting& setting, const Edit& edit) { return run(prepare(setting, edit)); }
