#include "propose/dated.hpp"

#include <algorithm>
#include <array>

#include "propose/new_text.hpp"
#include "read/lexical.hpp"

namespace samenloop::propose {
namespace {

/// Which attributes tell from when to when a thing is in force.
struct Days {
    std::string_view element;
    std::string_view from;
    std::string_view to;
};
constexpr std::array dated_things{Days{"rule", "from", "to"}, Days{"law", "from", "to"}, Days{"value", "from", "to"},
                                  Days{"exchange", "from-date", "to-date"}};

/// Rows of rules: whoever names the old rule there names the new one too.
constexpr std::array<std::string_view, 4> rows_of_rules{"overrides", "exception-to", "rebuts", "rules"};

class Dating {
  public:
    Dating(const SourceIndex& things, const Proposal& proposal, const Modification& modification,
           const read::Element& element, const Target& target, read::Problems& problems)
        : things_(things), proposal_(proposal), m_(modification), new_(element), target_(target), problems_(problems) {}

    std::vector<Splice> make() {
        const auto days = std::ranges::find(dated_things, old().name, &Days::element);
        if (days == dated_things.end()) {
            wrong(base::both(
                      "een <{}> heeft geen dagen waarvan en tot wanneer het geldt, dus kan het niet gedateerd zijn",
                      "a <{}> has no days from and to which it holds, so it cannot be dated", old().name),
                  {"een regel, een wet, een <exchange> en een waarde van een bedrag wel",
                   "a rule, a law, an exchange and a value of an amount have"});
            return {};
        }
        if (!may_end(*days)) return {};
        end_old(*days);
        if (m_.kind == ModificationKind::substitution) start_new(*days);
        return std::move(splices_);
    }

  private:
    const read::Element& old() const { return *target_.element; }
    std::string_view text() const { return things_.text(target_.file); }
    void wrong(Text message, Text hint) {
        problems_.add({proposal_.source, m_.target_offset}, std::move(message), std::move(hint));
    }
    Fragment glue(std::string text) const { return {std::move(text), m_.at.offset, false}; }
    static std::optional<Date> day(const read::Element& element, std::string_view name) {
        const auto* attribute = element.attribute(name);
        return attribute == nullptr ? std::nullopt : Date::parse(read::trimmed(attribute->value.text()));
    }

    bool may_end(const Days& days) {
        const auto from = day(old(), days.from);
        const auto to = day(old(), days.to);
        const auto entry = proposal_.in_force.to_string();
        if (from && *from >= proposal_.in_force)
            wrong(base::both("'{}' begint op {}, niet vóór de inwerkingtreding op {}",
                             "'{}' starts on {}, not before the entry into force on {}", m_.target, from->to_string(),
                             entry),
                  {"wijzig het zonder dated=\"true\"", "modify it without dated=\"true\""});
        else if (to && *to <= proposal_.in_force)
            wrong(base::both("'{}' is geëindigd op {}, vóór de inwerkingtreding op {}",
                             "'{}' has ended on {}, before the entry into force on {}", m_.target, to->to_string(),
                             entry),
                  {});
        else return true;
        return false;
    }

    void end_old(const Days& days) {
        const auto entry = proposal_.in_force.to_string();
        if (const auto* to = old().attribute(days.to)) {
            const auto there = attribute_extent(text(), to->offset);
            return add(target_.file, there.value, {glue(entry)});
        }
        const auto end = old().attributes.empty() ? old().at.offset + 1 + old().name.size()
                                                  : attribute_extent(text(), old().attributes.back().offset).whole.end;
        add(target_.file, {end, end}, {glue(" " + std::string(days.to) + "=\"" + entry + "\"")});
    }

    /// The new elements stand behind the old one, with the day on which they start where they do not say it.
    void start_new(const Days& days) {
        if (new_.children.empty())
            return wrong({"een gedateerde <substitution> brengt een element, naast het oude",
                          "a dated substitution brings an element, beside the old one"},
                         base::both("een <{}>", "a <{}>", old().name));
        const auto whole = extent_of(text(), old().at.offset).whole;
        const std::string indent(indent_at(text(), whole.begin));
        const std::string line = text().find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
        std::vector<Fragment> pieces{glue(line + indent)};
        for (auto& piece : elements_in(new_, {line, indent})) pieces.push_back(std::move(piece));
        for (const auto& child : new_.children) {
            if (child.name != old().name) return wrong(replaced_by_its_like(old(), child), {});
            if (child.attribute(days.from) == nullptr) insert_start(pieces, child, days);
        }
        add(target_.file, {whole.end, whole.end}, std::move(pieces));
        if (old().name == "rule") extend_rows();
    }

    /// Cuts the piece that has the element's name behind it.
    void insert_start(std::vector<Fragment>& pieces, const read::Element& child, const Days& days) const {
        const auto offset = child.at.offset + 1 + child.name.size();
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            auto& piece = pieces[i];
            if (!piece.verbatim || offset < piece.from || offset > piece.from + piece.text.size()) continue;
            const auto cut = offset - piece.from;
            Fragment rest{piece.text.substr(cut), offset, true};
            piece.text.resize(cut);
            const auto at = pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1;
            const auto start = " " + std::string(days.from) + "=\"" + proposal_.in_force.to_string() + "\"";
            pieces.insert(at, {glue(start), std::move(rest)});
            return;
        }
    }

    void extend_rows() {
        const auto* id = old().attribute("id");
        std::string fresh;
        for (const auto& child : new_.children)
            if (const auto* name = child.attribute("id")) fresh += " " + std::string(read::trimmed(name->value.text()));
        if (id == nullptr || fresh.empty()) return;
        const auto name = read::trimmed(id->value.text());
        things_.each_element([&](std::size_t file, const read::Element& element) {
            for (const auto row : rows_of_rules)
                if (const auto* attribute = element.attribute(row)) extend_row(file, *attribute, name, fresh);
        });
    }

    void extend_row(std::size_t file, const read::Attribute& row, std::string_view name, const std::string& fresh) {
        for (const auto& word : read::words_in(row.value.text())) {
            if (word.text != name) continue;
            const auto end = row.value.offset_of(word.start + word.text.size() - 1) + 1;
            add(file, {end, end}, {glue(fresh)});
        }
    }

    void add(std::size_t file, Bytes span, std::vector<Fragment> pieces) {
        splices_.push_back({file, span, std::move(pieces), 0, {}});
    }

    const SourceIndex& things_;
    const Proposal& proposal_;
    const Modification& m_;
    const read::Element& new_;
    const Target& target_;
    read::Problems& problems_;
    std::vector<Splice> splices_;
};

}  // namespace

std::vector<Splice> dated_splices(const SourceIndex& things, const Proposal& proposal, const Modification& modification,
                                  const read::Element& element, const Target& target, read::Problems& problems) {
    return Dating(things, proposal, modification, element, target, problems).make();
}

Text replaced_by_its_like(const read::Element& old, const read::Element& other) {
    return base::both("een <{}> wordt vervangen door een <{}>, niet door een <{}>",
                      "a <{}> is replaced by a <{}>, not by a <{}>", old.name, old.name, other.name);
}

}  // namespace samenloop::propose
