// Random proposals over the shipped rules, with fixed seeds: whatever they change, the reverse gives back each byte.

#include <catch2/catch.hpp>

#include "amending.hpp"
#include "propose/apply.hpp"
#include "random.hpp"
#include "read/lexical.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

const Files& shipped() {
    static const Files files = rule_files(SAMENLOOP_SOURCE_DIR "/rules");
    return files;
}

const propose::SourceIndex& things() {
    static read::Problems problems;
    static const propose::SourceIndex all(shipped(), problems);
    return all;
}

const std::vector<const read::Element*>& elements() {
    static const auto all = [] {
        std::vector<const read::Element*> found;
        things().each_element([&](std::size_t, const read::Element& element) {
            if (things().parent_of(element) != nullptr) found.push_back(&element);
        });
        return found;
    }();
    return all;
}

/// Proposals that may change anything into anything: the text must hold, not the sense.
class Wild {
  public:
    explicit Wild(std::uint64_t seed) : random_(seed) {}

    std::string modification() {
        const auto& element = *random_.one_of(elements());
        const auto name = things().name_of(element);
        switch (random_.between(0, 7)) {
        case 0: return "<repeal target=\"" + name + "\"/>";
        case 1: return "<insertion after=\"" + name + "\"" + fresh();
        case 2: return "<insertion before=\"" + name + "\"" + fresh();
        case 3: return "<insertion into=\"" + name + "\"" + fresh();
        case 4:
            return "<substitution target=\"" + name + "\"><" + std::string(element.name) + " id=\"" + id() +
                   "\"/></substitution>";
        case 5: return "<insertion into=\"" + name + "/@" + id() + "\">1 &lt; 2 &amp; \"3\"</insertion>";
        case 6: return of_attribute(element, name);
        default: return of_words(element, name);
        }
    }

  private:
    std::string id() {
        return "x" + std::string(1, static_cast<char>('a' + random_.between(0, 25))) +
               std::string(1, static_cast<char>('a' + random_.between(0, 25)));
    }
    std::string fresh() { return "><rule id=\"" + id() + "\">\n  <when>p.age &gt; 1</when>\n</rule></insertion>"; }

    std::string of_attribute(const read::Element& element, const std::string& name) {
        if (element.attributes.empty()) return {};
        const auto target = name + "/@" + std::string(random_.one_of(element.attributes).name);
        if (random_.percent(50)) return "<repeal target=\"" + target + "\"/>";
        return "<substitution target=\"" + target + "\">it's \"new\" &lt; &#10; old</substitution>";
    }

    std::string of_words(const read::Element& element, const std::string& name) {
        const auto words = read::words_in(element.text.text());
        if (words.empty()) return {};
        std::string word;
        for (const char c : random_.one_of(words).text)
            word += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
        if (random_.percent(30)) return "<repeal target=\"" + name + "\" words=\"" + word + "\"/>";
        return "<substitution target=\"" + name + "\" words=\"" + word + "\">1 &gt; 2</substitution>";
    }

    Random random_;
};

/// Can it be made?
std::optional<Proposal> possible(const std::string& body) {
    auto proposal = read_proposal(source("p.xml", proposal_text(body)));
    if (!proposal) return std::nullopt;
    read::Problems problems;
    if (!propose::apply(things(), *proposal, problems)) return std::nullopt;
    return std::move(*proposal);
}

std::string differs(const Sources& before, const Sources& after) {
    if (before.size() != after.size()) return "another number of files";
    for (const auto& each : before)
        if (text_named(after, each->name()) != each->text()) return each->name();
    return {};
}

/// Changes that leave the rules readable.
std::string sensible(Random& random, int number) {
    const auto& element = *random.one_of(elements());
    const auto name = things().name_of(element);
    const auto id = std::to_string(number);
    if (element.name == "value")
        return "<substitution target=\"" + name + "\">" + std::to_string(random.between(1, 9999)) + "</substitution>";
    if (element.name == "rule" && element.attribute("status") == nullptr && random.percent(40))
        return "<insertion into=\"" + name + "/@status\">unverified</insertion>";
    if (element.name == "rule")
        return "<insertion after=\"" + name + "\"><rule id=\"X-" + id +
               "\"><when>p.age &gt; 90</when><basis scheme=\"bijstand\"/></rule></insertion>";
    if (element.name == "item")
        return "<insertion before=\"" + name + "\"><item id=\"x.nieuw_" + id +
               "\" type=\"boolean\" title=\"nieuw\"/></insertion>";
    if (element.attribute("title") != nullptr)
        return "<substitution target=\"" + name + "/@title\">Nieuw opschrift " + id + "</substitution>";
    if (element.name == "when") return "<substitution target=\"" + name + "\">p.age &gt; " + id + "</substitution>";
    return {};
}

}  // namespace

TEST_CASE("the reverse of a hundred random proposals gives back each byte", "[proposal]") {
    for (int seed = 1; seed <= sample(100); ++seed) {
        CAPTURE(seed);
        Wild wild(static_cast<std::uint64_t>(seed));
        std::string body;
        std::optional<Proposal> proposal;
        for (int made = 0; made < 1 + seed % 6;) {
            const auto one = wild.modification();
            auto more = possible(body + one);
            if (one.empty() || !more) continue;
            body += one + "\n";
            proposal = std::move(more);
            ++made;
        }
        CAPTURE(body);
        read::Problems problems;
        const auto there = propose::apply(things(), *proposal, problems);
        REQUIRE(there);
        CHECK_FALSE(differs(shipped(), there->sources).empty());
        const auto back = reverse(shipped(), *proposal);
        REQUIRE(back);
        const propose::SourceIndex after(there->sources, problems);
        const auto again = propose::apply(after, *back, problems);
        REQUIRE(again);
        CHECK(differs(shipped(), again->sources).empty());
    }
}

TEST_CASE("a hundred random proposals that leave the rules readable, there and back", "[proposal]") {
    for (int seed = 1; seed <= sample(100); ++seed) {
        CAPTURE(seed);
        Random random(static_cast<std::uint64_t>(seed));
        std::string body;
        std::optional<Proposal> proposal;
        for (int made = 0; made < 4;) {
            const auto one = sensible(random, made);
            auto more = possible(body + one);
            if (one.empty() || !more) continue;
            body += one + "\n";
            proposal = std::move(more);
            ++made;
        }
        CAPTURE(body);
        CHECK(not_restored(shipped(), *proposal).empty());
    }
}

TEST_CASE("a spoilt proposal is told at a place, or can be undone", "[proposal]") {
    const auto folder = std::filesystem::path(SAMENLOOP_SOURCE_DIR) / "tests" / "golden" / "amend";
    const auto rules = rule_files(folder / "rules");
    const auto whole = text_of_file(folder / "quay.xml");
    int applied = 0;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        CAPTURE(seed);
        Random random(static_cast<std::uint64_t>(seed));
        auto text = whole;
        const auto place = [&] {
            return static_cast<std::size_t>(random.between(150, static_cast<int>(text.size()) - 1));
        };
        for (auto made = random.between(1, 3); made > 0; --made) {
            const auto at = place();
            if (random.percent(30)) text.erase(at, static_cast<std::size_t>(random.between(1, 12)));
            else if (random.percent(50)) text[at] = text[place()];
            else text.insert(at, text.substr(place(), static_cast<std::size_t>(random.between(1, 40))));
        }
        const auto proposal = read_proposal(source("p.xml", text));
        const auto there = proposal ? amend(rules, *proposal) : tl::unexpected(proposal.error());
        if (there) {
            ++applied;
            CHECK(not_restored(rules, *proposal).empty());
            continue;
        }
        REQUIRE_FALSE(there.error().empty());
        for (const auto& each : there.error()) {
            REQUIRE(each.source);
            CHECK(each.source->name() == "p.xml");
            CHECK(each.offset <= each.source->text().size());
        }
    }
    CHECK(applied > 50);
}
