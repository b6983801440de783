// Comparisons as SARIF 2.1.0 (OASIS, 2023), so that what reads the results of any other checker reads these too: one
// run a proposal, one result a difference.
//
// A result stands where the proposal causes it: at the first of the modifications that it needs, or on line 1 of the
// proposal where none does.  The other modifications and the rules are related locations.  Places in files are by the
// names under which these were read; of an absolute one only folder and file are told, so that no result tells where
// somebody keeps his files.

#include <algorithm>

#include "model/wording.hpp"
#include "report/code_help.hpp"
#include "report/compare_report.hpp"
#include "report/compare_words.hpp"
#include "report/finding_json.hpp"
#include "report/uri.hpp"
#include "samenloop/check.hpp"

namespace samenloop::report {
namespace {

std::string_view level_of(int severity) {
    if (severity >= 3) return "error";
    if (severity == 2) return "warning";
    return severity == 1 ? "note" : "none";
}

std::string_view baseline_state(Baseline b) {
    switch (b) {
    case Baseline::added: return "new";
    case Baseline::resolved: return "absent";
    case Baseline::changed: return "updated";
    default: return "unchanged";
    }
}

Json said(std::string text) { return {{"text", std::move(text)}}; }

Json physical(const Location& place) {
    const auto at = position_of(place);
    return {{"artifactLocation", {{"uri", relative_uri(place.source == nullptr ? "" : place.source->name())}}},
            {"region", {{"startLine", at.line}, {"startColumn", at.column}}}};
}

/// What a region without an end holds.
std::string rest_of_line(const Location& place) {
    if (place.source == nullptr) return {};
    const auto rest = place.source->text().substr(place.offset);
    return std::string(rest.substr(0, rest.find_first_of("\r\n")));
}

/// The words as one identifier, "DeonticContradiction", as names of rules are written in SARIF.
std::string identifier(std::string_view words) {
    std::string name;
    bool starts = true;
    for (const char c : words) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter) name += starts && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
        starts = !letter;
    }
    return name;
}

/// Every kind of interference, whether it was found or not: a reader knows what was looked for.
Json descriptors(Language language) {
    auto all = Json::array();
    for (const auto& d : detectors()) {
        const auto meaning = pick(language, code_meaning(d.code));
        all.push_back({{"id", d.code},
                       {"name", identifier(d.name.en)},
                       {"shortDescription", said(pick(language, model::sentence(d.name)) + ".")},
                       {"fullDescription", said(meaning)},
                       {"help", said(meaning + " " + pick(language, code_advice(d.code)))}});
    }
    return all;
}

std::size_t descriptor_of(std::string_view code) {
    const auto at = std::ranges::find(detectors(), code, &DetectorInfo::code);
    return static_cast<std::size_t>(at - detectors().begin());
}

/// One finding, told with the law that it is found in.
class Result {
  public:
    Result(const Comparison& c, const Difference& d, Language language)
        : c_(c),
          d_(d),
          f_(finding_of(d)),
          rules_(d.after ? c.after() : c.before),
          names_(rules_, language),
          language_(language) {}

    Json result() const {
        Json out{{"ruleId", f_.code},
                 {"ruleIndex", descriptor_of(f_.code)},
                 {"kind", f_.severity > 0 ? "fail" : "informational"},
                 {"level", level_of(f_.severity)},
                 {"message", said(message())},
                 {"locations", Json::array({location()})},
                 {"relatedLocations", related()},
                 {"baselineState", baseline_state(d_.baseline)},
                 {"partialFingerprints", {{"samenloop/v1", f_.id}, {"samenloop/situation/v1", situation().id}}},
                 {"properties", properties()}};
        if (!f_.chain.empty()) out["codeFlows"] = Json::array({flow()});
        return out;
    }

  private:
    const Situation& situation() const { return c_.situations[d_.situation]; }
    std::string say(std::string_view nl, std::string_view en) const { return std::string(pick(language_, nl, en)); }

    std::string message() const {
        auto text = pick(language_, f_.title) + ".";
        for (const auto& line : f_.explanation) text += "\n" + pick(language_, line) + ".";
        const auto& title = pick(language_, situation().title);
        return text + "\n" + say("Situatie: ", "Situation: ") + (title.empty() ? situation().id : title) + ".";
    }

    Json logical(Index r) const {
        const auto& rule = rules_.rules[r];
        const auto law = rule.law == none ? std::string() : rules_.laws[rule.law].id + ".";
        return {{"name", rule.id}, {"fullyQualifiedName", law + rule.id}, {"kind", "member"}};
    }

    Json modification(std::size_t m) const {
        const auto& made = c_.amended.modifications[m];
        auto at = physical(made.at);
        at["region"]["snippet"] = said(rest_of_line(made.at));
        return {{"physicalLocation", std::move(at)}, {"message", said(pick(language_, made.wording))}};
    }

    Json location() const {
        auto at = d_.causes.empty() ? Json{{"physicalLocation", physical({c_.proposal.source, 0})}}
                                    : modification(d_.causes.front());
        auto rules = Json::array();
        for (const auto r : f_.rules) rules.push_back(logical(r));
        if (!rules.empty()) at["logicalLocations"] = std::move(rules);
        return at;
    }

    /// Where the text of a rule of this law was read: the law after is in part the proposal's.
    Location written(Index r) const {
        const auto& at = rules_.rules[r].at;
        return d_.after ? c_.amended.origin(at) : at;
    }

    Json rule(Index r) const {
        return {{"physicalLocation", physical(written(r))},
                {"logicalLocations", Json::array({logical(r)})},
                {"message", said(pick(language_, model::says(rules_, r)))}};
    }

    Json related() const {
        auto all = Json::array();
        const auto add = [&](Json at) {
            at["id"] = all.size() + 1;
            all.push_back(std::move(at));
        };
        for (std::size_t i = 1; i < d_.causes.size(); ++i) add(modification(d_.causes[i]));
        for (const auto r : f_.rules) add(rule(r));
        return all;
    }

    Index rule_named(std::string_view typed) const {
        const auto [kind, id] = parse_typed(typed);
        const auto at = std::ranges::find(rules_.rules, id, &Rule::id);
        return kind != "rule" || at == rules_.rules.end() ? none : static_cast<Index>(at - rules_.rules.begin());
    }

    std::string thing(const std::string& typed) const {
        const auto r = rule_named(typed);
        return r == none ? names_.thing(typed) : pick(language_, model::cite(rules_, r));
    }

    /// One step of the chain; it stands at the rule that it starts from or leads to.
    Json step(const Link& link) const {
        const auto& label = pick(language_, link.label);
        Json at{{"message", said(thing(link.from) + " → " + thing(link.to) + (label.empty() ? "" : ": " + label))}};
        auto r = rule_named(link.from);
        if (r == none) r = rule_named(link.to);
        if (r != none) {
            at["physicalLocation"] = physical(written(r));
            at["logicalLocations"] = Json::array({logical(r)});
        }
        return {{"location", std::move(at)}};
    }

    Json flow() const {
        auto steps = Json::array();
        for (const auto& link : f_.chain) steps.push_back(step(link));
        return {{"threadFlows", Json::array({{{"locations", std::move(steps)}}})}};
    }

    Json properties() const {
        auto causes = Json::array();
        for (const auto m : d_.causes) causes.push_back(m + 1);
        Json out{{"severity", f_.severity},
                 {"situation", situation().id},
                 {"amounts", amounts_json(f_.amounts)},
                 {"status", to_string(f_.status)},
                 {"certainty", to_string(f_.certainty)},
                 {"modifications", std::move(causes)}};
        if (d_.baseline == Baseline::changed)
            out["before"] = {{"severity", d_.before->severity},
                             {"amounts", amounts_json(d_.before->amounts)},
                             {"status", to_string(d_.before->status)},
                             {"certainty", to_string(d_.before->certainty)}};
        return out;
    }

    const Comparison& c_;
    const Difference& d_;
    const Finding& f_;
    const RuleBase& rules_;
    Names names_;
    Language language_;
};

/// What could not be judged is said of the run: nothing is wrong at any place.
Json invocation(const Comparison& c, Language language) {
    auto notices = Json::array();
    for (const auto& n : c.judgement.notices)
        notices.push_back(
            {{"descriptor", {{"id", to_string(n.kind)}}},
             {"level", n.kind == NoticeKind::carried || n.kind == NoticeKind::unused ? "note" : "warning"},
             {"message", said(pick(language, notice_text(n)) + ".")},
             {"properties", {{"ids", ids(n)}, {"rests_on_it", n.rests_on_it}}}});
    Json out{{"executionSuccessful", true}, {"toolExecutionNotifications", std::move(notices)}};
    auto unanswered = Json::array();
    for (const auto& u : c.judgement.unanswered) unanswered.push_back({{"code", u.code}, {"lacks", u.lacks}});
    out["properties"] = {{"verdict", to_string(c.judgement.verdict)}, {"unanswered", std::move(unanswered)}};
    return out;
}

Json run(const Comparison& c, Language language) {
    auto results = Json::array();
    for (const auto& d : c.differences) results.push_back(Result(c, d, language).result());
    return {
        {"tool",
         {{"driver",
           {{"name", "samenloop"},
            {"fullName", "samenloop " SAMENLOOP_VERSION},
            {"semanticVersion", SAMENLOOP_VERSION},
            {"language", pick(language, "nl", "en")},
            {"rules", descriptors(language)}}}}},
        {"language", pick(language, "nl", "en")},
        {"columnKind", "unicodeCodePoints"},
        {"automationDetails", {{"id", "samenloop/" + c.proposal.id + "/"}}},
        {"invocations", Json::array({invocation(c, language)})},
        {"results", std::move(results)},
        {"properties",
         {{"proposal", c.proposal.id},
          {"title", pick(language, c.proposal.title)},
          {"date", c.day.to_string()},
          {"rulebase", {{"before", c.before.fingerprint}, {"after", c.after().fingerprint}}}}}};
}

}  // namespace

std::string compare_sarif(std::span<const Comparison> all, const Style& style) {
    Json out{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
    out["runs"] = Json::array();
    for (const auto& c : all) out["runs"].push_back(run(c, style.language));
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace samenloop::report
