#include "document.hpp"

#include <algorithm>

#include <rapidxml/rapidxml.hpp>
#include <utf8.h>

#include "base/both.hpp"
#include "base/characters.hpp"
#include "base/suggest.hpp"
#include "read/entities.hpp"
#include "read/markup.hpp"

namespace samenloop::read {
namespace {

/// Where the text is no UTF-8; its end when it is.  Only what is not ASCII is looked at closely: that is little.
std::string_view::iterator find_invalid(std::string_view text) {
    const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    auto at = text.begin();
    while (true) {
        at = std::find_if_not(at, text.end(), ascii);
        const auto end = std::find_if(at, text.end(), ascii);
        if (const auto invalid = utf8::find_invalid(at, end); invalid != end || at == text.end()) return invalid;
        at = end;
    }
}

std::optional<Diagnostic> check_characters(std::string_view text) {
    if (text.size() > largest_document)
        return Diagnostic{
            base::both("het bestand is groter dan {} bytes", "the file is larger than {} bytes", largest_document),
            {},
            0,
            nullptr};
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Diagnostic{{"het bestand is leeg", "the file is empty"}, one_root_element, 0, nullptr};
    const auto invalid = find_invalid(text);
    if (invalid != text.end())
        return Diagnostic{{"de tekst is geen geldige UTF-8", "the text is not valid UTF-8"},
                          {"bewaar het bestand als UTF-8", "save the file as UTF-8"},
                          static_cast<std::size_t>(invalid - text.begin()),
                          nullptr};
    if (const auto hidden = base::find_hidden(text))
        return Diagnostic{hidden_character(hidden->name), {"haal het weg", "take it out"}, hidden->offset, nullptr};
    return std::nullopt;
}

// RapidXML does not write into its buffer with these flags, so that pointers are offsets.
constexpr int flags = rapidxml::parse_non_destructive | rapidxml::parse_validate_closing_tags;

class Tree {
  public:
    explicit Tree(const std::shared_ptr<const Source>& source)
        : source_(source), buffer_(source->text().begin(), source->text().end()) {
        buffer_.push_back('\0');
    }

    Result<Element> build() {
        try {
            document_.parse<flags>(buffer_.data());
        } catch (const rapidxml::parse_error& e) {
            return failure({base::both("geen welgevormde XML: {}", "not well-formed XML: {}", e.what()),
                            {},
                            offset_of(e.where<char>()),
                            nullptr});
        }
        const auto* root = document_.first_node();
        if (root == nullptr)
            return failure(
                {{"er staat geen element in het bestand", "there is no element in the file"}, {}, 0, nullptr});
        auto element = element_of(*root);
        if (problem_) return failure(std::move(*problem_));
        return element;
    }

  private:
    using Node = rapidxml::xml_node<>;

    Result<Element> failure(Diagnostic d) const {
        d.source = source_;
        return tl::unexpected(Diagnostics{std::move(d)});
    }
    std::size_t offset_of(const char* p) const { return static_cast<std::size_t>(p - buffer_.data()); }
    std::string_view view(const char* p, std::size_t size) const { return source_->text().substr(offset_of(p), size); }

    // Recursive like the parser: elements are at most `deepest_element` deep here.
    Element element_of(const Node& node) {
        Element element;
        element.name = view(node.name(), node.name_size());
        element.at = {source_, offset_of(node.name()) - 1};
        for (const auto* a = node.first_attribute(); a != nullptr; a = a->next_attribute()) {
            auto& attribute = element.attributes.emplace_back();
            attribute.name = view(a->name(), a->name_size());
            attribute.offset = offset_of(a->name());
            append(attribute.value, a->value(), a->value_size(), TextIn::attribute);
        }
        for (const auto* n = node.first_node(); n != nullptr; n = n->next_sibling()) {
            if (n->type() == rapidxml::node_element) element.children.push_back(element_of(*n));
            else if (n->type() == rapidxml::node_data)
                append(element.text, n->value(), n->value_size(), TextIn::element);
            else if (n->type() == rapidxml::node_cdata)
                append(element.text, n->value(), n->value_size(), TextIn::literal);
        }
        if (node.value_size() == 0 && element.text.text().empty()) element.text.append("", element.at.offset);
        return element;
    }

    void append(MappedText& to, const char* text, std::size_t size, TextIn where) {
        if (size == 0 && to.text().empty()) to.append("", text == nullptr ? 0 : offset_of(text));
        auto problem = append_decoded(to, view(text, size), offset_of(text), where);
        if (problem && !problem_) problem_ = std::move(problem);
    }

    std::shared_ptr<const Source> source_;
    std::vector<char> buffer_;
    rapidxml::xml_document<> document_;
    std::optional<Diagnostic> problem_;
};

std::optional<Diagnostic> check_namespace(const Element& root, std::string_view wanted) {
    const auto* given = root.attribute("xmlns");
    const auto needs = base::both("verwacht: xmlns=\"{}\"", "expected xmlns=\"{}\"", wanted);
    if (given == nullptr)
        return Diagnostic{{"het hoofdelement heeft geen naamruimte", "the root element has no namespace"},
                          needs,
                          root.at.offset,
                          nullptr};
    if (given->value.text() == wanted) return std::nullopt;
    return Diagnostic{base::both("onbekende naamruimte '{}'", "unknown namespace '{}'", given->value.text()), needs,
                      given->offset, nullptr};
}

}  // namespace

Result<Element> read_document(const std::shared_ptr<const Source>& source, std::string_view name_space) {
    auto problem = check_characters(source->text());
    if (!problem) problem = check_markup(*source);
    if (!problem) {
        auto root = Tree(source).build();
        if (!root) return root;
        problem = check_namespace(*root, name_space);
        if (!problem) return root;
    }
    problem->source = source;
    return tl::unexpected(Diagnostics{std::move(*problem)});
}

}  // namespace samenloop::read
