// Mutations of shipped files, made with a fixed seed: each must be refused with a message at a place, never crash, and
// never be read as if nothing were wrong.

#include <map>
#include <random>
#include <regex>

#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace samenloop;
using namespace samenloop::test;

namespace {

/// A rule base or a situation with one file spoilt.
struct Broken {
    std::string how;
    std::string file;
    std::string text;
    std::optional<unsigned> line;  // where the first message must be
};

struct Shipped {
    Files rules;
    std::vector<std::shared_ptr<const Source>> situations;
};

unsigned line_at(const std::string& text, std::size_t offset) {
    return static_cast<unsigned>(
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

class Mutator {
  public:
    Mutator(std::string file, std::string text) : file_(std::move(file)), text_(std::move(text)), random_(20250115) {}

    std::vector<Broken> all(int each) {
        for (int i = 0; i < each; ++i) {
            truncated();
            crossed();
            replaced(" (type|basic|person|disposable|rest|date)=\"([^\"]*)\"", "wrong type", "12 monkeys");
            replaced("(>)(true|false|[0-9.]+)<", "wrong type", "12 monkeys");
            unknown(" (act|scheme|need|outcome|concept|law|charge|item)=\"([a-z_.]+)\"");
            unknown("(<when>)([a-z]+\\.[a-z_]+)");
            duplicate(i);
            raw_bytes();
            huge(i);
        }
        deep();
        return std::move(made_);
    }

  private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

    void add(std::string how, std::string text, std::optional<unsigned> line) {
        made_.push_back({std::move(how), file_, std::move(text), line});
    }

    /// Cut off inside the root element: the message is where the text ends.
    void truncated() {
        const auto root = text_.find("xmlns");
        const auto end = text_.rfind("</");
        auto cut = text_.substr(0, root + below(end - root));
        const auto ink = cut.find_last_not_of(" \t\r\n");
        add("truncated", cut, line_at(cut, ink));
    }

    std::vector<std::smatch> matches(const std::string& pattern) const {
        const std::regex wanted(pattern);
        std::vector<std::smatch> found;
        const auto body = text_.begin() + static_cast<std::ptrdiff_t>(text_.find("xmlns"));
        for (std::sregex_iterator at(body, text_.end(), wanted), end; at != end; ++at) found.push_back(*at);
        return found;
    }
    std::size_t offset(const std::smatch& match, std::size_t group) const {
        return static_cast<std::size_t>(match[group].first - text_.begin());
    }
    std::string with(const std::smatch& match, std::size_t group, const std::string& by) const {
        auto text = text_;
        return text.replace(offset(match, group), static_cast<std::size_t>(match.length(group)), by);
    }

    /// Another element's closing tag: the message is at the tag.
    void crossed() {
        const auto found = matches("</([a-z\\-]+)>");
        const auto& match = found[below(found.size())];
        add("crossed tags", with(match, 1, "crossed"), line_at(text_, offset(match, 0)));
    }

    void replaced(const std::string& pattern, const std::string& how, const std::string& by) {
        const auto found = matches(pattern);
        if (found.empty()) return;
        add(how, with(found[below(found.size())], 2, by), std::nullopt);
    }

    /// A name that nothing has: the message is at the name.
    void unknown(const std::string& pattern) {
        const auto found = matches(pattern);
        if (found.empty()) return;
        const auto& match = found[below(found.size())];
        add("unknown name", with(match, 2, "zzz_" + match[2].str()), line_at(text_, offset(match, 2)));
    }

    /// The same element twice: the message is at the second one.
    void duplicate(int round) {
        const auto found =
            matches("\n *<(?:organisation|item|act|concept|norm|scheme|fact)\\b[^<>]*?(/>|>[^<>]*</fact>)");
        if (found.empty()) return;
        const auto& match = found[static_cast<std::size_t>(round) % found.size()];
        auto text = text_;
        const auto end = offset(match, 0) + static_cast<std::size_t>(match.length(0));
        text.insert(end, match.str());
        add("duplicate id", text, line_at(text, end + 1));
    }

    void raw_bytes() {
        static const std::string bytes[] = {"\xff", "\xc3", "\xe2\x82", std::string(1, '\0'), "\x1b"};
        auto text = text_;
        const auto root = text.find("xmlns");
        const auto at = root + below(text.size() - root);
        text.insert(at, bytes[below(5)]);
        add("bad bytes", text, std::nullopt);
    }

    void huge(int round) {
        auto found = matches(round % 2 == 0 ? ">(-?[0-9]+(?:\\.[0-9]+)?)<" : " (?:min|max)=\"([0-9]+)\"");
        if (found.empty()) found = matches(">(-?[0-9]+(?:\\.[0-9]+)?)<");
        if (found.empty()) return;
        add("huge number", with(found[below(found.size())], 1, std::string(50 + below(100), '9')), std::nullopt);
    }

    void deep() {
        auto text = text_;
        const auto at = text.rfind("</");
        std::string nest;
        for (int i = 0; i < 5000; ++i) nest += "<deep>";
        add("deep nesting", text.insert(at, nest), line_at(text_, at));
    }

    std::string file_;
    std::string text_;
    std::mt19937 random_;
    std::vector<Broken> made_;
};

Diagnostics read_spoilt(const Shipped& shipped, const RuleBase& base, const Broken& broken) {
    const auto spoilt = source(broken.file, broken.text);
    Files files;
    bool is_rules = false;
    for (const auto& file : shipped.rules) {
        const bool same = file->name() == broken.file;
        is_rules = is_rules || same;
        files.push_back(same ? spoilt : file);
    }
    if (!is_rules) {
        auto situation = read_situation(spoilt, base);
        return situation ? Diagnostics{} : situation.error();
    }
    auto rules = read_rulebase(files);
    return rules ? Diagnostics{} : rules.error();
}

void check_broken(const Shipped& shipped, const RuleBase& base, const Broken& broken) {
    const auto errors = read_spoilt(shipped, base, broken);
    INFO(broken.file << ": " << broken.how << " at line " << broken.line.value_or(0) << "\n"
                     << render(errors, Language::en));
    REQUIRE_FALSE(errors.empty());
    CHECK(in_one_language(errors).empty());
    bool at_line = !broken.line;
    for (const auto& d : errors) {
        REQUIRE(d.source);
        REQUIRE(d.offset <= d.source->text().size());
        CHECK_FALSE(d.message.en.empty());
        at_line = at_line || (d.source->name() == broken.file && d.source->position(d.offset).line == *broken.line);
    }
    CHECK(at_line);
}

Shipped shipped_in(const std::filesystem::path& rules, const std::filesystem::path& situations) {
    Shipped shipped{rule_files(rules), {}};
    for (const auto& entry : std::filesystem::directory_iterator(situations)) {
        if (entry.path().extension() != ".xml") continue;
        auto text = text_of_file(entry.path());
        if (text.find("<situation") == std::string::npos) continue;
        shipped.situations.push_back(source(entry.path().filename().string(), std::move(text)));
    }
    std::sort(shipped.situations.begin(), shipped.situations.end(),
              [](const auto& a, const auto& b) { return a->name() < b->name(); });
    return shipped;
}

using Counts = std::map<std::string, int>;

/// Spoils one file in so many; how many broken inputs there were of each kind, "situation: unknown name" apart.
Counts check_all(const Shipped& shipped, int each, std::size_t one_in = 1) {
    const auto base = read_rulebase(shipped.rules);
    if (!base) FAIL(render(base.error(), Language::en));
    Counts counts;
    const auto spoil = [&](const Files& files, std::size_t step, const std::string& what) {
        for (std::size_t i = 0; i < files.size(); i += step)
            for (const auto& broken : Mutator(files[i]->name(), std::string(files[i]->text())).all(each)) {
                check_broken(shipped, *base, broken);
                ++counts[what + broken.how];
            }
    };
    spoil(shipped.rules, one_in, "");
    spoil(shipped.situations, 1, "situation: ");
    return counts;
}

void check_enough(const Counts& counts, int of_each, int in_situations) {
    for (const std::string kind : {"truncated", "crossed tags", "wrong type", "unknown name", "duplicate id",
                                   "bad bytes", "huge number", "deep nesting"}) {
        INFO(kind);
        const auto count = [&](const std::string& what) { return counts.contains(what) ? counts.at(what) : 0; };
        CHECK(count(kind) >= (kind == "deep nesting" ? 3 : of_each));
        CHECK(count("situation: " + kind) >= (kind == "deep nesting" ? 1 : in_situations));
    }
}

/// Every definition of the file whose text has no markup, made to read what it defines.
std::vector<std::pair<std::string, std::string>> circles_in(const std::string& text) {
    static const std::regex define("<define item=\"([a-z0-9_.]+)\">([^<]*)</define>");
    std::vector<std::pair<std::string, std::string>> made;
    for (std::sregex_iterator at(text.begin(), text.end(), define), end; at != end; ++at) {
        auto spoilt = text;
        spoilt.replace(static_cast<std::size_t>((*at)[2].first - text.begin()), static_cast<std::size_t>(at->length(2)),
                       (*at)[1].str());
        made.emplace_back((*at)[1].str(), std::move(spoilt));
    }
    return made;
}

}  // namespace

TEST_CASE("mutations of the small rule base are refused at their place", "[broken]") {
    check_enough(check_all(shipped_in(mini_folder(), mini_folder().parent_path()), 20), 20, 20);
}

TEST_CASE("mutations of the shipped rules and situations are refused at their place", "[broken]") {
    const std::filesystem::path root = SAMENLOOP_SOURCE_DIR;
    const auto shipped = shipped_in(root / "rules", root / "examples" / "situations");
    // One mutation of a kind in every third file; not each file has a place for each kind.
    const auto spoilt_files = static_cast<int>(shipped.rules.size() / 3);
    check_enough(check_all(shipped, 1, 3), spoilt_files / 3, 5);
}

TEST_CASE("circles among the shipped definitions are refused at a rule", "[broken]") {
    const auto files = rule_files(std::filesystem::path(SAMENLOOP_SOURCE_DIR) / "rules");
    int circles = 0;
    int seen = 0;
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const auto& [item, spoilt] : circles_in(std::string(files[i]->text()))) {
            if (seen++ % 5 != 0) continue;
            auto with = files;
            with[i] = source(files[i]->name(), spoilt);
            const auto base = read_rulebase(with);
            INFO(files[i]->name() << " " << item);
            REQUIRE_FALSE(base);
            const auto told = std::any_of(base.error().begin(), base.error().end(), [&](const Diagnostic& d) {
                return d.message.en.find("run in a circle") != std::string::npos && d.source == with[i];
            });
            CHECK(told);
            ++circles;
        }
    CHECK(circles >= 20);
}
