#include "shape.hpp"

#include <algorithm>

#include "read/lexical.hpp"

namespace samenloop::read {
struct Shapes::Row {
    struct Attribute {
        std::string_view name;
        std::string_view kind;
        bool required = false;

        explicit Attribute(std::string_view word)
            : name(word.substr(0, word.find(':'))),
              kind(word.substr(word.find(':') + 1)),
              required(name.ends_with('!')) {
            if (required) name.remove_suffix(1);
        }
    };
    struct Child {
        std::string_view element;
        std::string_view shape;
        char count = ' ';  // ' ', '?' or '+'

        explicit Child(std::string_view word) : shape(word) {
            if (word.ends_with('?') || word.ends_with('+')) {
                count = word.back();
                shape.remove_suffix(1);
            }
            element = shape.substr(0, shape.find('.'));
        }
    };

    std::vector<Attribute> attributes;
    std::vector<Child> children;
    TextRule text = TextRule::none;
    bool any_attribute = false;
};

Shapes::Shapes(std::span<const Shape> table) : root_(table.front().name) {
    for (const auto& shape : table) {
        auto& row = rows_[shape.name];
        row.text = shape.text;
        row.any_attribute = shape.attributes == "*";
        for (const auto& word : words_in(row.any_attribute ? "" : shape.attributes))
            row.attributes.emplace_back(word.text);
        for (const auto& word : words_in(shape.children)) row.children.emplace_back(word.text);
    }
}

Shapes::~Shapes() = default;

class ShapeCheck {
  public:
    ShapeCheck(const Shapes& shapes, Problems& problems) : rows_(shapes.rows_), problems_(problems) {}

    // Recursive; a document is at most deepest_element deep.
    void check(const Element& element, std::string_view shape) {
        const auto& row = rows_.at(shape);
        check_attributes(element, row);
        check_children(element, row);
        if (row.text == TextRule::required && element.text.blank())
            problems_.add(element.at, base::both("<{}> mag niet leeg zijn", "<{}> must not be empty", element.name));
        if (row.text == TextRule::none && !element.text.blank())
            problems_.add(element.place(first_ink(element.text)),
                          base::both("<{}> heeft zelf geen tekst", "<{}> has no text of its own", element.name));
    }

  private:
    static std::size_t first_ink(const MappedText& text) {
        return text.offset_of(text.text().find_first_not_of(" \t\r\n"));
    }

    void check_attributes(const Element& element, const Shapes::Row& row) {
        if (row.any_attribute) return;
        std::vector<std::string_view> known;
        known.reserve(row.attributes.size());
        for (const auto& attribute : row.attributes) known.push_back(attribute.name);
        for (const auto& attribute : element.attributes) {
            const auto found = std::ranges::find(row.attributes, attribute.name, &Shapes::Row::Attribute::name);
            if (found != row.attributes.end()) {
                check_kind(element, attribute, found->kind, problems_);
                continue;
            }
            problems_.add(element.place(attribute.offset),
                          base::both("onbekend attribuut '{}' in <{}>", "unknown attribute '{}' in <{}>",
                                     attribute.name, element.name),
                          with_allowed(attribute.name, known));
        }
        for (const auto& attribute : row.attributes)
            if (attribute.required && element.attribute(attribute.name) == nullptr)
                problems_.add(
                    element.at, base::both("het attribuut '{}' ontbreekt in <{}>",
                                           "the attribute '{}' is missing in <{}>", attribute.name, element.name));
    }

    void check_children(const Element& element, const Shapes::Row& row) {
        std::map<std::string_view, const Element*> seen;
        for (const auto& child : element.children) {
            const auto found = std::ranges::find(row.children, child.name, &Shapes::Row::Child::element);
            if (found == row.children.end()) {
                unknown_child(element, child, row);
                continue;
            }
            const auto [first, fresh] = seen.emplace(child.name, &child);
            if (!fresh && found->count == '?')
                problems_.add(
                    child.at, base::both("een tweede <{}> in <{}>", "a second <{}> in <{}>", child.name, element.name),
                    base::both("de eerste staat in {}", "the first one is at {}", line_of(first->second->at)));
            check(child, found->shape);
        }
        for (const auto& child : row.children)
            if (child.count == '+' && !seen.contains(child.element))
                problems_.add(element.at, base::both("er ontbreekt een <{}> in <{}>", "a <{}> is missing in <{}>",
                                                     child.element, element.name));
    }

    void unknown_child(const Element& element, const Element& child, const Shapes::Row& row) {
        std::vector<std::string_view> known;
        known.reserve(row.children.size());
        for (const auto& each : row.children) known.push_back(each.element);
        problems_.add(
            child.at,
            base::both("onbekend element <{}> in <{}>", "unknown element <{}> in <{}>", child.name, element.name),
            with_allowed(child.name, known));
    }

    Text with_allowed(std::string_view word, std::vector<std::string_view> known) const {
        std::erase(known, "xmlns");
        if (known.empty()) return {"hier kan er geen staan", "none is allowed here"};
        return with_all(problems_.suggest(word, known), allowed_here(known));
    }

    const std::map<std::string_view, Shapes::Row>& rows_;
    Problems& problems_;
};

void Shapes::check(const Element& root, Problems& problems) const {
    if (root.name == root_) return ShapeCheck(*this, problems).check(root, root_);
    problems.add(root.at, base::both("het hoofdelement is <{}>, <{}> verwacht",
                                     "the root element is <{}>, expected <{}>", root.name, root_));
}

}  // namespace samenloop::read
