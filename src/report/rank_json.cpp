// Rankings by docs/rank.schema.json.  Findings are told once; the rest points to them by their place.

#include "report/finding_json.hpp"
#include "report/judgement.hpp"
#include "report/rank_report.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

class RankJson {
  public:
    RankJson(const RuleBase& rules, const Ranking& ranking, Language language)
        : rules_(rules), ranking_(ranking), findings_(rules, language), language_(language) {}

    Json ranking() const {
        const auto groups = [&](const std::vector<RankGroup>& all) {
            return json_list(all, [&](const RankGroup& g) { return group(g); });
        };
        return {{"format", "samenloop.rank"},
                {"version", 1},
                {"rulebase", rules_.fingerprint},
                {"situations", json_list(ranking_.situations, [&](const Situation& s) { return situation(s); })},
                {"findings", json_list(ranking_.hindrances, [&](const Hindrance& h) { return hindrance(h); })},
                {"rules", json_list(ranking_.rules, [&](const RuleRank& r) { return rule(r); })},
                {"alignments", json_list(ranking_.alignments, [&](const Alignment& a) { return alignment(a); })},
                {"laws", groups(ranking_.laws)},
                {"organisations", groups(ranking_.organisations)},
                {"ministries", groups(ranking_.ministries)}};
    }

  private:
    Json situation(const Situation& s) const {
        return {{"id", s.id}, {"title", pick(language_, s.title)}, {"date", s.date.to_string()}};
    }

    std::string situation_id(std::size_t s) const { return ranking_.situations[s].id; }

    Json hindrance(const Hindrance& h) const {
        return {{"situation", situation_id(h.situation)}, {"finding", findings_.finding(h.finding)}};
    }

    std::string rule_id(Index r) const { return rules_.rules[r].id; }

    Json rule(const RuleRank& r) const {
        const auto& rule = rules_.rules[r.rule];
        Json out{{"rule", rule.id}, {"title", pick(language_, rule.title)}, {"law", Json()}, {"named", r.named}};
        if (rule.law != none) out["law"] = rules_.laws[rule.law].id;
        return with(std::move(out), r.relief);
    }

    Json alignment(const Alignment& a) const {
        return with({{"concept", rules_.concepts[a.concept_].id},
                     {"from", rules_.items[a.from].id},
                     {"to", rules_.items[a.to].id},
                     {"rules", json_list(a.rules, [&](Index r) { return Json(rule_id(r)); })}},
                    a.relief);
    }

    Json uncovered(const std::vector<std::pair<std::size_t, Index>>& all) const {
        return json_list(all, [&](const auto& u) {
            return Json{{"situation", situation_id(u.first)}, {"need", rules_.needs[u.second].id}};
        });
    }

    Json with(Json out, const Relief& r) const {
        out["gone"] = r.gone;
        out["uncovered"] = uncovered(r.uncovered);
        out["losers"] = json_list(r.losses, [&](const Loss& l) {
            return Json{{"situation", situation_id(l.situation)},
                        {"before_eur_month", sum_json(l.before)},
                        {"after_eur_month", sum_json(l.after)},
                        {"certain", l.certain}};
        });
        return out;
    }

    Json group(const RankGroup& g) const {
        return {{"id", g.id},
                {"rules", json_list(g.rules, [&](std::size_t r) { return Json(rule_id(ranking_.rules[r].rule)); })},
                {"gone", g.gone},
                {"uncovered", uncovered(g.uncovered)},
                {"losers", json_list(g.losers, [&](std::size_t s) { return Json(situation_id(s)); })},
                {"perhaps", json_list(g.perhaps, [&](std::size_t s) { return Json(situation_id(s)); })}};
    }

    const RuleBase& rules_;
    const Ranking& ranking_;
    FindingJson findings_;
    Language language_;
};

}  // namespace

std::string rank_json(const RuleBase& rules, const Ranking& ranking, const Style& style) {
    auto out = RankJson(rules, ranking, style.language).ranking();
    add_judgement(out, ranking.judgement, style.language);
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace samenloop::report
