// What the report asks of the rule base: every organisation and every data flow it names is there, each flow with
// holder, consumer, basis, purpose and problem.  The lists stand here, so that they are checked anywhere; where the
// specification lies beside the project, its text is read too, and no name and no rule id in it may be missing.

#include <iostream>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "data/view.hpp"
#include "reading.hpp"

using namespace samenloop;
using namespace samenloop::test;
namespace fs = std::filesystem;

namespace {

const RuleBase& shipped() {
    static const RuleBase rules = *read_rulebase(rule_files(fs::path(SAMENLOOP_SOURCE_DIR) / "rules"));
    return rules;
}

/// A flow as the report tells it.  An empty id stands for anybody; `from_day`: in force from that day on.
struct Flow {
    std::string what;
    std::string from;
    std::string to;
    std::string item;
    Basis basis;
    std::string purpose;
    std::string problem;  // words of it
    std::string from_day;
};

const std::vector<Flow>& flows() {
    static const std::vector<Flow> all{
        {"household composition", "rvig", "dienst_toeslagen", "hh", Basis::statute, "toeslagen", "terugvordering", ""},
        {"household composition", "rvig", "dienst_toeslagen", "kids", Basis::statute, "toeslagen", "terugvordering",
         ""},
        {"residence title, recorded", "ind", "rvig", "p.vw8", Basis::statute, "", "terugvordering", ""},
        {"residence title", "rvig", "dienst_toeslagen", "p.vw8", Basis::statute, "toeslagen", "terugvordering", ""},
        {"right to child benefit", "svb", "dienst_toeslagen", "data.kinderbijslag", Basis::statute, "toeslagen",
         "terugvordering", ""},
        {"definitive income", "belastingdienst", "dienst_toeslagen", "inc.toets", Basis::statute, "toeslagen",
         "schatting", ""},
        {"one covenant with each of ten", "", "bft", "data.toezicht_financieel", Basis::covenant, "toezicht",
         "tien organisaties", ""},
        {"public debts out of sight", "cak", "gemeente.schuldhulp", "debts", Basis::none, "vroegsignalering",
         "grondslag", ""},
        {"basis spread over several laws", "", "nvwa", "data.bedrijf_toezicht", Basis::statute,
         "toezicht voedsel en waren", "meer wetten", ""},
        {"DJI to its partners, not secured", "dji", "gemeente", "p.detained", Basis::covenant, "re-integratie",
         "niet structureel", ""},
        {"partners to DJI, not secured", "gemeente", "dji", "p.detained", Basis::covenant, "re-integratie",
         "niet structureel", ""},
        {"limits are paralysing", "", "ciz", "data.zorggegevens", Basis::consent, "indicatie Wlz", "verlammend", ""},
        {"personal data asked again", "rvig", "dus_i", "data.identiteit", Basis::none, "subsidie", "opnieuw", ""},
        {"business data asked again", "kvk", "dus_i", "data.bedrijf_toezicht", Basis::none, "subsidie", "opnieuw", ""},
        {"client data for debt help since 2022", "uwv", "gemeente.schuldhulp", "inc.benefit_m", Basis::statute,
         "schuldhulp", "2022", "2022-01-01"},
        {"no legal basis: Kadaster", "kadaster", "", "", Basis::none, "", "grondslag", ""},
        {"no legal basis: DUS-I", "", "dus_i", "", Basis::none, "subsidie", "opnieuw", ""},
        {"no legal basis: CJIB", "cjib", "", "", Basis::none, "", "grondslag", ""},
        {"no legal basis: CAK", "cak", "", "", Basis::none, "", "grondslag", ""},
        {"no legal basis: NCSC", "ncsc", "", "", Basis::none, "", "grondslag", ""},
        {"who really needs it could not be known", "", "gemeente.werk_en_inkomen", "data.energieverbruik", Basis::none,
         "energietoeslag", "iedereen", ""},
        {"automatic with an indication", "ciz", "svb", "data.wlz_indicatie", Basis::statute, "dubbele kinderbijslag",
         "zelf", "2024-04-01"},
        {"one arrangement: DUO", "duo", "cjib", "debts", Basis::consent, "betalingsregeling rijk", "één regeling", ""},
        {"one arrangement: CJIB", "cjib", "cak", "debts", Basis::consent, "betalingsregeling rijk", "één regeling", ""},
        {"one arrangement: CAK", "cak", "duo", "debts", Basis::consent, "betalingsregeling rijk", "één regeling", ""},
    };
    return all;
}

std::string id_of(const OrganisationRef& ref) {
    return ref.organisation == none ? "" : shipped().organisations[ref.organisation].id;
}

bool answers(const Exchange& x, const Flow& f) {
    const auto fits = [](const std::string& wanted, const std::string& found) {
        return wanted.empty() || wanted == found;
    };
    return fits(f.from, id_of(x.from)) && fits(f.to, id_of(x.to)) && fits(f.item, shipped().items[x.item].id) &&
           fits(f.purpose, x.purpose) && x.basis == f.basis && x.problem.nl.find(f.problem) != std::string::npos &&
           !x.problem.nl.empty() && !x.problem.en.empty() && !x.purpose.empty() && !x.from.empty() && !x.to.empty() &&
           (f.from_day.empty() || x.in_force.from == Date::parse(f.from_day));
}

std::set<std::string> holders_of(const std::string& to, Basis basis) {
    std::set<std::string> all;
    for (const auto& x : shipped().exchanges)
        if (id_of(x.to) == to && x.basis == basis) all.insert(id_of(x.from));
    return all;
}

const std::vector<std::string>& organisations() {
    static const std::vector<std::string> all{
        "UWV",
        "Belastingdienst",
        "Dienst Toeslagen",
        "SVB",
        "IND",
        "RvIG",
        "BRP",
        "gemeenten",
        "CAK",
        "CJIB",
        "DUO",
        "DUS-I",
        "DJI",
        "CIZ",
        "Kadaster",
        "NVWA",
        "NCSC",
        "KvK",
        "RVO",
        "Bureau Financieel Toezicht",
        "Justitiële ICT Organisatie",
        "ProRail",
        "Rijkswaterstaat",
        "Rijksvastgoedbedrijf",
        "TloKB",
        "aCBG",
        "SZW",
        "VWS",
        "BZK",
        "Financiën",
        "EZK",
        "JenV",
        "Tweede Kamer",
        "VNG",
        "NPD",
        "Nationale Ombudsman",
        "Algemene Rekenkamer"};
    return all;
}

const std::vector<std::string>& departments() {
    static const std::vector<std::string> all{"SZW", "VWS", "BZK", "Financiën", "EZK", "JenV"};
    return all;
}

/// The specification beside the project; "" and a visible word when it is not there.
std::string specification(const std::string& name) {
    const auto path = fs::path(SAMENLOOP_SOURCE_DIR).parent_path() / "shared" / "domain" / name;
    if (fs::exists(path)) return text_of_file(path);
    std::cout << "skipped: ../shared/domain/" << name << " is not there\n";
    return {};
}

std::vector<std::string> split(const std::string& text, const std::string& by) {
    std::vector<std::string> parts;
    std::string part;
    for (const auto c : text + by[0]) {
        if (by.find(c) == std::string::npos) {
            part += c == '\n' ? ' ' : c;
            continue;
        }
        const auto from = part.find_first_not_of(' ');
        if (from != std::string::npos) parts.push_back(part.substr(from, part.find_last_not_of(' ') - from + 1));
        part.clear();
    }
    return parts;
}

/// The names in "Organisations it names (…): a, b/c, …; users of the result: departments (d, e), f."
std::vector<std::string> names_in(const std::string& text) {
    const auto start = text.find("Organisations it names");
    const auto colon = text.find("):", start);
    auto list = text.substr(colon + 2, text.find(".\n", colon) - colon - 2);
    for (const std::string label : {"users of the result:", "departments"})
        if (const auto at = list.find(label); at != std::string::npos) list.replace(at, label.size(), ",");
    return split(list, ",;()/");
}

/// First cells of the rows of the rule tables; `A-2-4/5` and `A-1/3` are two ids each.
std::set<std::string> rule_ids_in(const std::string& text) {
    std::set<std::string> ids;
    static const std::regex cell(R"(\n\| ([A-Z][A-Za-z0-9.-]*)(/([A-Za-z0-9]+))? \|)");
    for (std::sregex_iterator at(text.begin(), text.end(), cell), end; at != end; ++at) {
        const auto first = (*at)[1].str();
        ids.insert(first);
        if ((*at)[3].matched) ids.insert(first.substr(0, first.rfind('-') + 1) + (*at)[3].str());
    }
    return ids;
}

}  // namespace

TEST_CASE("every organisation that the report names is in the rule base", "[requirements]") {
    for (const auto& name : organisations()) {
        INFO(name);
        const auto found = shipped().organisation_named(name);
        REQUIRE(found != none);
        CHECK_FALSE(shipped().organisations[found].title.nl.empty());
        CHECK_FALSE(shipped().organisations[found].title.en.empty());
    }
    for (const auto& name : departments()) {
        const auto& o = shipped().organisations[shipped().organisation_named(name)];
        INFO(name);
        CHECK(o.ministry == o.id);
    }
}

TEST_CASE("every data flow that the report names is in the rule base", "[requirements]") {
    for (const auto& f : flows()) {
        INFO(f.what);
        CHECK(std::any_of(
            shipped().exchanges.begin(), shipped().exchanges.end(), [&](const Exchange& x) { return answers(x, f); }));
    }
    CHECK(holders_of("bft", Basis::covenant).size() == 10);
    CHECK(holders_of("nvwa", Basis::statute).size() >= 2);
    CHECK(holders_of("ciz", Basis::consent).size() >= 2);
}

TEST_CASE("every exchange says how it may be and, when something is wrong with it, what", "[requirements]") {
    for (const auto& x : shipped().exchanges) {
        INFO(x.id);
        CHECK_FALSE(x.from.empty());
        CHECK_FALSE(x.to.empty());
        CHECK(x.citation.empty() == (x.basis == Basis::none));
        CHECK((x.basis != Basis::none || !x.problem.nl.empty()));
        CHECK(x.problem.nl.empty() == x.problem.en.empty());
    }
}

TEST_CASE("the data view answers what the report asks of it", "[requirements]") {
    const auto day = *Date::parse("2025-01-15");
    const auto id = [](Slot s) { return shipped().items[s].id; };
    SECTION("edges that rest on covenants only: the ten of financial supervision") {
        const auto view = data::data_view(shipped(), nullptr, day, "bft");
        CHECK(view.covenants.size() == 10);
    }
    SECTION("one item, several bases with conditions of their own: food and goods") {
        const auto view = data::data_view(shipped(), nullptr, day, "nvwa");
        REQUIRE(view.several.size() == 1);
        CHECK(view.several.front().exchanges.size() >= 4);
    }
    SECTION("who really needs an energy allowance cannot be tested, as long as there is one") {
        const auto then = data::data_view(shipped(), nullptr, *Date::parse("2023-03-01"), "gemeente.werk_en_inkomen");
        REQUIRE(then.untestable.size() == 1);
        CHECK(id(then.untestable.front().item) == "data.energieverbruik");
        CHECK(data::data_view(shipped(), nullptr, day, "gemeente.werk_en_inkomen").untestable.empty());
    }
    SECTION("client data for debt help came in 2022") {
        const auto benefit = [&](const char* on) {
            for (const auto& row : data::data_view(shipped(), nullptr, *Date::parse(on), "gemeente.schuldhulp").rows)
                if (id(row.item) == "inc.benefit_m" && row.consumer == "gemeente.schuldhulp") return row.standing;
            return data::Standing::nobody;
        };
        CHECK(benefit("2021-12-31") == data::Standing::missing);
        CHECK(benefit("2022-01-01") == data::Standing::statute);
    }
    SECTION("a municipality stands for its departments") {
        const auto view = data::data_view(shipped(), nullptr, day, "gemeente");
        std::set<std::string> consumers;
        for (const auto& row : view.rows) consumers.insert(row.consumer);
        CHECK(consumers.count("gemeente.werk_en_inkomen") == 1);
        CHECK(consumers.count("gemeente.schuldhulp") == 1);
    }
}

TEST_CASE("no name of the specification is missing in the rule base", "[requirements]") {
    const auto text = specification("requirements.md");
    if (text.empty()) return;
    const auto names = names_in(text);
    CHECK(names.size() >= 30);
    for (const auto& name : names) {
        INFO(name);
        CHECK(shipped().organisation_named(name) != none);
    }
}

TEST_CASE("no rule of the specification is missing in the rule base", "[requirements]") {
    const auto text = specification("rule-library.md");
    if (text.empty()) return;
    const auto ids = rule_ids_in(text);
    CHECK(ids.size() >= 140);
    CHECK(ids.count("KGB-2-5") == 1);
    for (const auto& id : ids) {
        INFO(id);
        CHECK(std::any_of(shipped().rules.begin(), shipped().rules.end(), [&](const Rule& r) { return r.id == id; }));
    }
}
