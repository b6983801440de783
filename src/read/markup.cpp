#include "markup.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

#include "base/both.hpp"

namespace samenloop::read {
namespace {

constexpr std::string_view white_space = " \t\r\n";

bool is_name_start(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
}
bool is_name(char c) {
    return is_name_start(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.' || c == ':';
}

const Text outside_the_root{"tekst buiten het hoofdelement", "text outside the root element"};
const Text write_lt{"schrijf '&lt;' voor het teken zelf", "write '&lt;' for the character itself"};

class Markup {
  public:
    explicit Markup(const Source& source) : source_(source), text_(source.text()) {}

    std::optional<Diagnostic> check() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        while (!problem_ && between_tags()) tag();
        if (!problem_ && !open_.empty()) cut_off(base::both("<{}>", "<{}>", open_.back().name), open_.back().offset);
        if (!problem_ && !root_seen_)
            complain(0, {"er staat geen element in het bestand", "there is no element in the file"});
        return std::move(problem_);
    }

  private:
    struct Open {
        std::string_view name;
        std::size_t offset;
    };

    void complain(std::size_t offset, Text message, Text hint = {}) {
        if (!problem_) problem_ = Diagnostic{std::move(message), std::move(hint), offset, nullptr};
    }
    std::string line_of(std::size_t offset) const { return std::to_string(source_.position(offset).line); }

    /// The file ends before something that was opened is closed: said at the end, naming where it was opened.
    void cut_off(const Text& what, std::size_t opened) {
        const auto last = text_.find_last_not_of(white_space);
        complain(last == std::string_view::npos ? 0 : last + 1,
                 base::both("het bestand houdt op in {}, begonnen op regel {}",
                            "the file ends inside {}, which starts on line {}", what, line_of(opened)));
    }

    bool looking_at(std::string_view word) const { return text_.substr(at_).starts_with(word); }
    std::size_t skip_blanks() {
        const auto from = at_;
        at_ = std::min(text_.find_first_not_of(white_space, at_), text_.size());
        return at_ - from;
    }
    std::string_view name() {
        const auto from = at_;
        if (at_ < text_.size() && is_name_start(text_[at_]))
            while (at_ < text_.size() && is_name(text_[at_])) ++at_;
        return text_.substr(from, at_ - from);
    }

    /// Moves to the next tag; false at the end of the file.
    bool between_tags() {
        const auto next = std::min(text_.find('<', at_), text_.size());
        const auto ink = std::min(text_.find_first_not_of(white_space, at_), text_.size());
        if (open_.empty() && ink < next) complain(ink, outside_the_root);
        at_ = next;
        return !problem_ && at_ < text_.size();
    }

    void tag() {
        if (looking_at("<!--")) skip_to("-->", 4, {"een commentaar", "a comment"});
        else if (looking_at("<![CDATA[")) cdata();
        else if (looking_at("<?")) instruction();
        else if (looking_at("<!DOCTYPE"))
            complain(at_, {"een documenttype mag hier niet", "a document type is not allowed here"},
                     {"haal '<!DOCTYPE …>' weg", "take the '<!DOCTYPE …>' out"});
        else if (looking_at("<!"))
            complain(at_, {"met '<!' begint niets dat hier mag", "'<!' starts nothing that is allowed here"});
        else if (looking_at("</")) closing_tag();
        else opening_tag();
    }

    void skip_to(std::string_view end, std::size_t length, const Text& what) {
        const auto start = at_;
        const auto found = text_.find(end, at_ + length);
        if (found == std::string_view::npos) return cut_off(what, start);
        at_ = found + end.size();
    }

    void cdata() {
        if (open_.empty()) return complain(at_, outside_the_root);
        skip_to("]]>", 9, {"een CDATA-deel", "a CDATA section"});
    }

    void instruction() {
        const auto start = at_;
        skip_to("?>", 2, {"een verwerkingsinstructie", "a processing instruction"});
        if (problem_ || !text_.substr(start).starts_with("<?xml ")) return;
        std::string declaration(text_.substr(start, at_ - start));
        std::ranges::transform(declaration, declaration.begin(), [](unsigned char c) { return std::tolower(c); });
        if (declaration.find("encoding") == std::string::npos || declaration.find("utf-8") != std::string::npos) return;
        complain(start, {"de codering is geen UTF-8", "the encoding is not UTF-8"},
                 {"bewaar het bestand als UTF-8 en schrijf encoding=\"UTF-8\"",
                  "save the file as UTF-8 and say encoding=\"UTF-8\""});
    }

    void closing_tag() {
        const auto start = at_;
        at_ += 2;
        const auto closes = name();
        skip_blanks();
        if (at_ == text_.size()) return cut_off(base::both("</{}", "</{}", closes), start);
        if (closes.empty() || text_[at_] != '>')
            return complain(start, {"een sluittag schrijft u als </naam>", "a closing tag is written like </name>"});
        ++at_;
        const auto tag = "</" + std::string(closes) + ">";
        if (open_.empty())
            return complain(start, base::both("{} sluit niets: er staat geen element open",
                                              "{} closes nothing: no element is open", tag));
        const auto innermost = open_.back();
        open_.pop_back();
        if (innermost.name == closes) return;
        complain(
            start,
            base::both("{} past niet: <{}> staat open, sinds regel {}", "{} does not fit: <{}> is open, since line {}",
                       tag, innermost.name, line_of(innermost.offset)),
            base::both("sluit eerst <{}>", "close <{}> first", innermost.name));
    }

    void opening_tag() {
        const Open opened{text_.substr(at_ + 1, 0), at_};
        ++at_;
        const auto element = name();
        if (element.empty()) {
            if (at_ == text_.size()) return cut_off({"een tag", "a tag"}, opened.offset);
            return complain(opened.offset, {"met '<' begint hier geen tag", "'<' does not start a tag here"}, write_lt);
        }
        if (open_.empty() && root_seen_)
            return complain(
                opened.offset, base::both("een tweede hoofdelement <{}>", "a second root element <{}>", element),
                one_root_element);
        root_seen_ = true;
        if (open_.size() == deepest_element)
            return complain(
                opened.offset, base::both("de elementen zijn te diep genest, {} is de grens",
                                          "elements are nested too deeply, the limit is {}", deepest_element));
        if (attributes(element, opened.offset)) open_.push_back({element, opened.offset});
    }

    /// The rest of an opening tag; true if its element stays open.
    bool attributes(std::string_view element, std::size_t opened) {
        const auto tag = "<" + std::string(element);
        std::set<std::string_view> seen;
        while (!problem_) {
            const bool blank = skip_blanks() > 0;
            if (at_ == text_.size()) return cut_off({tag, tag}, opened), false;
            if (text_[at_] == '>') return ++at_, true;
            if (looking_at("/>")) return at_ += 2, false;
            const auto start = at_;
            const auto attribute = name();
            if (attribute.empty()) return unexpected_in(tag, opened), false;
            if (!blank)
                return complain(start,
                                base::both("er ontbreekt een spatie voor '{}' in {}>",
                                           "a blank is missing before '{}' in {}>", attribute, tag),
                                {"is het aanhalingsteken ervoor op de goede plaats gesloten?",
                                 "is the quote before it closed in the right place?"}),
                       false;
            if (!seen.insert(attribute).second)
                return complain(start, base::both("het attribuut '{}' staat twee keer in {}>",
                                                  "the attribute '{}' stands twice in {}>", attribute, tag)),
                       false;
            attribute_value(std::string(attribute), start, tag, opened);
        }
        return false;
    }

    void unexpected_in(const std::string& tag, std::size_t opened) {
        if (text_[at_] == '<')
            complain(at_, base::both("de tag {} die op regel {} begint, is niet met '>' gesloten",
                                     "the tag {} that starts on line {} is not closed with '>'", tag, line_of(opened)));
        else
            complain(at_, base::both("onverwacht teken in de tag {}>: een attribuut, '>' of '/>' verwacht",
                                     "unexpected character in the tag {}>, expected an attribute, '>' or '/>'", tag));
    }

    void attribute_value(const std::string& attribute, std::size_t start, const std::string& tag, std::size_t opened) {
        skip_blanks();
        const bool equals = looking_at("=");
        if (equals) ++at_;
        skip_blanks();
        if (at_ == text_.size()) return cut_off({tag, tag}, opened);
        const char quote = text_[at_];
        if (!equals || (quote != '"' && quote != '\''))
            return complain(
                at_, base::both("het attribuut '{}' heeft een waarde tussen aanhalingstekens nodig: {}=\"…\"",
                                "the attribute '{}' needs a value in quotes: {}=\"…\"", attribute, attribute));
        const auto end = text_.find(quote, at_ + 1);
        const auto bracket = text_.find('<', at_ + 1);
        if (bracket < std::min(end, text_.size()))
            return complain(
                start,
                base::both("in de waarde van het attribuut '{}' staat een '<', op regel {}",
                           "the value of the attribute '{}' has a '<' on line {}", attribute, line_of(bracket)),
                {"is het aanhalingsteken gesloten?  Schrijf '&lt;' voor het teken zelf",
                 "is its quote closed?  Write '&lt;' for the character itself"});
        if (end == std::string_view::npos)
            return cut_off(
                base::both("de waarde van het attribuut '{}'", "the value of the attribute '{}'", attribute), start);
        at_ = end + 1;
    }

    const Source& source_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Open> open_;
    bool root_seen_ = false;
    std::optional<Diagnostic> problem_;
};

}  // namespace

std::optional<Diagnostic> check_markup(const Source& source) { return Markup(source).check(); }

}  // namespace samenloop::read
