#include "report/finding_json.hpp"

#include "report/numbers.hpp"
#include "report/words.hpp"

namespace samenloop::report {
namespace {

template <class Things>
Json ids_of(const std::vector<Index>& which, const Things& things) {
    auto all = Json::array();
    for (const auto index : which) all.push_back(things.at(index).id);
    return all;
}

}  // namespace

Json amounts_json(const std::vector<std::pair<std::string, Decimal>>& amounts) {
    auto all = Json::object();
    for (const auto& [key, amount] : amounts) {
        const auto digits = digits_of_amount(key);
        all[key] = json_of(digits < 0 ? amount : amount.rounded(digits));
    }
    return all;
}

Json sum_json(const Value& v) {
    const auto cents = [](const std::optional<Decimal>& d) { return d ? json_of(d->rounded(2)) : Json(); };
    if (const auto* d = v.get<Decimal>()) return cents(*d);
    if (const auto* range = v.get<Range>()) return {{"low", cents(range->low)}, {"high", cents(range->high)}};
    return json_of(v, nullptr);
}

Json FindingJson::finding(const Finding& f) const {
    Json explanation = Json::array();
    for (const auto& line : f.explanation) explanation.push_back(pick(language_, line));
    Json rules = Json::array();
    for (const auto index : f.rules) rules.push_back(rule(rules_.rules.at(index)));
    Json out{
        {"id", f.id},
        {"type", to_string(f.type)},
        {"code", f.code},
        {"name", pick(language_, subtype_name(f.code))},
        {"status", to_string(f.status)},
        {"certainty", to_string(f.certainty)},
        {"severity", f.severity},
        {"title", pick(language_, f.title)},
        {"explanation", std::move(explanation)},
        {"rules", std::move(rules)},
        {"organisations", f.organisations},
        {"needs", ids_of(f.needs, rules_.needs)},
        {"items", ids_of(f.items, rules_.items)},
        {"concepts", ids_of(f.concepts, rules_.concepts)},
        {"facts", facts(f.facts)},
        {"removed_by", ways_out(f.removed_by)},
        {"borders", borders(f.borders)},
        {"amounts", amounts_json(f.amounts)},
        {"remedies", remedies(f.remedies)},
        {"depends_on", f.depends_on},
        {"supposed", facts(f.supposed)},
        {"root_cause", f.root_cause.empty() ? Json() : Json(f.root_cause)},
        {"related", f.related},
        {"settled_by", ids_of(f.settled_by, rules_.rules)},
        {"chain", chain(f.chain)}};
    if (!f.people.empty()) out["people"] = f.people;
    if (!f.losses.empty()) {
        auto& losses = out["losses"] = Json::array();
        for (const auto& loss : f.losses)
            losses.push_back({{"what", pick(language_, loss.what)}, {"eur_month", json_of(loss.eur_month.rounded(2))}});
    }
    if (f.period)
        out["period"] = {{"from", f.period->from ? Json(f.period->from->to_string()) : Json()},
                         {"to", f.period->to ? Json(f.period->to->to_string()) : Json()}};
    return out;
}

Json FindingJson::rule(const Rule& r) const {
    Json out{{"id", r.id}};
    if (r.law != none) {
        const auto& law = rules_.laws.at(r.law);
        out["law"] = law.id;
        out["article"] = r.article;
        out["organisation"] = reference_text(rules_, r.actor);
        out["level"] = to_string(law.level);
        out["jci"] = jci(law, r.article);
    }
    out["status"] = r.status == Verification::verified ? "verified" : "unverified";
    return out;
}

Json FindingJson::facts(const std::vector<Fact>& all) const {
    auto list = Json::array();
    for (const auto& f : all) list.push_back({{"item", f.item}, {"value", json_of(f.value, names_.type(f.item))}});
    return list;
}

Json FindingJson::way_out(const WayOut& way) const {
    Json out{{"group", to_string(way.mover)}, {"step", to_string(way.doing)}, {"organisation", way.organisation}};
    if (way.doing == Doing::change_fact) {
        const auto* const type = names_.type(way.item);
        out["item"] = way.item;
        out["from"] = json_of(way.from, type);
        out["to"] = json_of(way.to, type);
    }
    if (way.rule != none) out["rule"] = rules_.rules.at(way.rule).id;
    if (!way.with.empty()) out["with"] = ways_out(way.with);
    return out;
}

Json FindingJson::ways_out(const std::vector<WayOut>& all) const {
    auto list = Json::array();
    for (const auto& way : all) list.push_back(way_out(way));
    return list;
}

Json FindingJson::borders(const std::vector<Border>& all) const {
    auto list = Json::array();
    for (const auto& b : all) {
        const auto* const type = names_.type(b.item);
        Json out{{"item", b.item}, {"value", json_of(b.value, type)}};
        if (!b.above.is_unknown()) out["above"] = json_of(b.above, type);
        if (!b.below.is_unknown()) out["below"] = json_of(b.below, type);
        if (!b.instead.empty()) out["not_with"] = Json::array();
        for (const auto& v : b.instead) out["not_with"].push_back(json_of(v, type));
        list.push_back(std::move(out));
    }
    return list;
}

Json FindingJson::remedies(const std::vector<Remedy>& all) const {
    auto list = Json::array();
    for (const auto& r : all)
        list.push_back({{"rule", r.rule == none ? Json() : Json(rules_.rules.at(r.rule).id)},
                        {"organisation", r.organisation},
                        {"discretion", r.discretion == Discretion::may ? "may" : "bound"},
                        {"text", pick(language_, r.text)},
                        {"amounts", amounts_json(r.amounts)}});
    return list;
}

Json FindingJson::chain(const std::vector<Link>& all) const {
    auto list = Json::array();
    for (const auto& link : all)
        list.push_back({{"from", link.from}, {"to", link.to}, {"label", pick(language_, link.label)}});
    return list;
}

}  // namespace samenloop::report
