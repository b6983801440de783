// What may not matter does not: an unrelated law, the names and order of files, the ids of things, the era in which all
// of it happens.  And not knowing a fact never makes a certain finding vanish.  On random situations with fixed seeds.

#include <algorithm>
#include <regex>

#include "household.hpp"
#include "read/document.hpp"
#include "report_json.hpp"
#include "samenloop/trace.hpp"
#include "shipped.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

constexpr int situations = 30;

Files shipped_files() { return rule_files(SAMENLOOP_SOURCE_DIR "/rules"); }

RuleBase read_or_fail(const Files& files) {
    auto rules = read_rulebase(files);
    INFO((rules ? "" : render(rules.error(), Language::en)));
    REQUIRE(rules.has_value());
    return std::move(*rules);
}

/// One in three is plausible, two are in trouble.
Household some_household(Random& random) {
    return random.percent(33) ? household(random) : household_in_trouble(random);
}

constexpr const char* unrelated = R"(<rulebase xmlns="urn:samenloop:rules:1" jurisdiction="nl">
  <organisation id="NAME_office" title="duivenkantoor"/>
  <item id="NAME.pigeons" type="number" min="0" title="duiven" ordinary="3"/>
  <item id="NAME.loft" type="boolean" title="duiventil" otherwise="false"/>
  <act id="NAME_ring" title="duiven ringen"/>
  <law id="NAME" title="Duivenwet" level="act" ministry="lnv" from="2000-01-01">
    <rule id="NAME-1" article="1" actor="NAME_office"><when>NAME.pigeons >= 2</when><define item="NAME.loft">true</define></rule>
    <rule id="NAME-2" article="2" actor="NAME_office"><when>NAME.loft</when><obligation act="NAME_ring" actor="NAME_office"/></rule>
  </law>
</rulebase>)";

std::string replaced_all(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// Fresh ids that stand in no text; "gemeente.schuldhulp" is renamed segment by segment.
class Renaming {
  public:
    explicit Renaming(RuleBase& rules) {
        for (auto& r : rules.rules) r.id = renamed(r.id);
        for (auto& l : rules.laws) l.id = renamed(l.id);
        for (auto& o : rules.organisations) o.id = renamed_by_segment(o.id);
    }

    std::string back(std::string text) const {
        for (const auto& [old, fresh] : names_) text = replaced_all(std::move(text), fresh, old);
        return text;
    }

  private:
    std::string renamed(const std::string& old) {
        const auto [at, fresh] = names_.try_emplace(old);
        if (fresh)
            at->second = "q" + std::to_string(7919 * names_.size() % 10007) + "x" + std::to_string(names_.size()) + "z";
        return at->second;
    }

    std::string renamed_by_segment(const std::string& id) {
        std::string all;
        std::size_t start = 0;
        for (auto dot = id.find('.'); dot != std::string::npos; dot = id.find('.', start)) {
            all += renamed(id.substr(start, dot - start)) + ".";
            start = dot + 1;
        }
        return all + renamed(id.substr(start));
    }

    std::map<std::string, std::string> names_;
};

/// 28 years later every day of the week, leap day and length of month is the same.
constexpr int years = 28;

/// Every date, in figures and in Dutch words, so many years on.
std::string shifted(const std::string& text, int by) {
    static const std::regex date(
        R"((\d{4})(?=-\d{2}-\d{2})|((?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) )(\d{4}))");
    std::string out;
    auto rest = text.cbegin();
    for (std::sregex_iterator each(text.begin(), text.end(), date), end; each != end; ++each) {
        const auto& m = *each;
        const auto& year = m[1].matched ? m[1] : m[3];
        out.append(rest, year.first);
        out += std::to_string(std::stoi(year) + by);
        rest = year.second;
    }
    return out.append(rest, text.cend());
}

/// The text from `from` up to `to`, with the elements that stand in it in another order.
std::string shuffled_children(std::string_view text, const read::Element& of, std::size_t from, std::size_t to,
                              Random& random) {
    if (of.children.empty()) return std::string(text.substr(from, to - from));
    const auto end_tag = text.substr(0, to).rfind("</" + std::string(of.name));
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < of.children.size(); ++i) {
        const auto& child = of.children[i];
        const auto end = i + 1 < of.children.size() ? of.children[i + 1].at.offset : end_tag;
        const bool inside = child.name == "law" || child.name == "provision";
        parts.push_back(inside ? shuffled_children(text, child, child.at.offset, end, random)
                               : std::string(text.substr(child.at.offset, end - child.at.offset)));
    }
    for (auto i = parts.size(); i > 1; --i)
        std::swap(parts[i - 1], parts[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(i) - 1))]);
    std::string all(text.substr(from, of.children.front().at.offset - from));
    for (const auto& part : parts) all += part;
    return all.append(text.substr(end_tag, to - end_tag));
}

std::shared_ptr<const Source> shuffled(const std::shared_ptr<const Source>& file, Random& random) {
    const auto root = read::read_document(file, "urn:samenloop:rules:1");
    REQUIRE(root);
    return source(file->name(), shuffled_children(file->text(), *root, 0, file->text().size(), random));
}

}  // namespace

TEST_CASE("an unrelated law changes no finding") {
    auto files = shipped_files();
    files.insert(files.begin(), source("aaa.xml", replaced_all(unrelated, "NAME", "first_pigeons")));
    files.push_back(source("zzz.xml", replaced_all(unrelated, "NAME", "last_pigeons")));
    const auto more = read_or_fail(files);
    Random random(1);
    for (int n = 0; n < sample(situations); ++n) {
        const auto h = some_household(random);
        INFO(h.xml("h"));
        const auto before = whole(json_text(shipped_rules(), check(shipped_rules(), test::read(h, shipped_rules()))));
        const auto after = whole(json_text(more, check(more, test::read(h, more))));
        INFO(difference(before, after));
        CHECK(before == after);
    }
}

TEST_CASE("files with other names, in another order, give the same bytes") {
    Files files;
    const auto shipped = shipped_files();
    for (auto file = shipped.rbegin(); file != shipped.rend(); ++file)
        files.push_back(source(std::to_string(100 + files.size()) + ".xml", std::string((*file)->text())));
    const auto reversed = read_or_fail(files);
    Random random(4);
    for (int n = 0; n < sample(situations); ++n) {
        const auto h = some_household(random);
        INFO(h.xml("h"));
        const auto before = json_text(shipped_rules(), check(shipped_rules(), test::read(h, shipped_rules())));
        const auto after = json_text(reversed, check(reversed, test::read(h, reversed)));
        INFO(difference(Json::parse(before), Json::parse(after)));
        CHECK(before == after);
    }
}

TEST_CASE("elements in another order, in files and in laws, give the same bytes") {
    Random random(6);
    for (int shuffle = 0; shuffle < sample(20); ++shuffle) {
        Files files;
        for (const auto& file : shipped_files()) files.push_back(shuffled(file, random));
        const auto rules = read_or_fail(files);
        for (int n = 0; n < 2; ++n) {
            const auto h = some_household(random);
            INFO(h.xml("h"));
            const auto before = json_text(shipped_rules(), check(shipped_rules(), test::read(h, shipped_rules())));
            const auto after = json_text(rules, check(rules, test::read(h, rules)));
            INFO(difference(Json::parse(before), Json::parse(after)));
            CHECK(before == after);
        }
        // A trace and the rules themselves, too.
        const auto h = household_in_trouble(random);
        const auto told = [&](const RuleBase& base) {
            std::string text;
            for (const auto& t : trace(base, test::read(h, base)))
                for (const auto& l : t.levers) text += l.text.nl + "\n";
            return text;
        };
        CHECK(told(shipped_rules()) == told(rules));
        CHECK(rules.fingerprint == shipped_rules().fingerprint);
    }
}

TEST_CASE("other ids give the same report with other ids") {
    auto other = read_or_fail(shipped_files());
    const Renaming renaming(other);
    Random random(2);
    for (int n = 0; n < sample(situations); ++n) {
        const auto h = some_household(random);
        INFO(h.xml("h"));
        const auto situation = test::read(h, shipped_rules());
        const auto before = substance(json_text(shipped_rules(), check(shipped_rules(), situation)));
        const auto after = substance(renaming.back(json_text(other, check(other, situation))));
        INFO(difference(before, after));
        CHECK(before == after);
    }
}

TEST_CASE("all of it 28 years later is the same 28 years later") {
    Files files;
    for (const auto& file : shipped_files())
        files.push_back(source(file->name(), shifted(std::string(file->text()), years)));
    const auto later = read_or_fail(files);
    Random random(3);
    for (int n = 0; n < sample(situations); ++n) {
        const auto h = some_household(random);
        INFO(h.xml("h"));
        const auto before = whole(json_text(shipped_rules(), check(shipped_rules(), test::read(h, shipped_rules()))));
        const auto situation = read_situation(source("later.xml", shifted(h.xml("household"), years)), later);
        REQUIRE(situation.has_value());
        const auto after = whole(shifted(json_text(later, check(later, *situation)), -years));
        INFO(difference(before, after));
        CHECK(before == after);
    }
}
