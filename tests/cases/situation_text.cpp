#include "situation_text.hpp"

#include <algorithm>
#include <stdexcept>

#include <rapidxml/rapidxml.hpp>

namespace {

Element from(const rapidxml::xml_node<>& node) {
    Element e{.name = node.name(), .attributes = {}, .children = {}, .text = node.value()};
    for (auto* a = node.first_attribute(); a != nullptr; a = a->next_attribute())
        e.attributes.emplace_back(a->name(), a->value());
    for (auto* n = node.first_node(); n != nullptr; n = n->next_sibling())
        if (n->type() == rapidxml::node_element) e.children.push_back(from(*n));
    return e;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) switch (c) {
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '&': out += "&amp;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    return out;
}

void print(const Element& e, const std::string& indent, std::string& out) {
    out += indent + "<" + e.name;
    for (const auto& [key, value] : e.attributes) out += " " + key + "=\"" + escaped(value) + "\"";
    if (e.children.empty()) {
        out += ">" + escaped(e.text) + "</" + e.name + ">\n";
        return;
    }
    out += ">\n";
    for (const auto& child : e.children) print(child, indent + "  ", out);
    out += indent + "</" + e.name + ">\n";
}

bool gives(const Element& e, const std::string& item) {
    return (e.name == "fact" || e.name == "list") && e.attribute("item") == item;
}

}  // namespace

std::string Element::attribute(std::string_view key) const {
    const auto at = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == key; });
    return at == attributes.end() ? "" : at->second;
}

void Element::put(std::string_view key, std::string_view value) {
    const auto at = std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.first == key; });
    if (at == attributes.end()) attributes.emplace_back(key, value);
    else at->second = value;
}

Path parse_path(const std::string& path) {
    const auto open = path.find('[');
    if (open == std::string::npos) return {.item = path, .element = 0, .field = ""};
    const auto close = path.find("].", open);
    if (close == std::string::npos) throw std::runtime_error("no field of a list element: " + path);
    return {.item = path.substr(0, open),
            .element = std::stoul(path.substr(open + 1, close - open - 1)),
            .field = path.substr(close + 2)};
}

SituationText::SituationText(const std::string& xml) {
    std::string text = xml;  // is parsed in place
    rapidxml::xml_document<> document;
    document.parse<rapidxml::parse_trim_whitespace>(text.data());
    root_ = from(*document.first_node());
}

void SituationText::set(const std::string& path, const std::string& literal) {
    const Path p = parse_path(path);
    if (p.element == 0) {
        unset(p.item);
        // Facts stand before events.
        const auto event = std::find_if(
            root_.children.begin(), root_.children.end(), [](const Element& e) { return e.name == "event"; });
        root_.children.insert(event, {"fact", {{"item", p.item}}, {}, literal});
        return;
    }
    for (auto& list : root_.children)
        if (list.name == "list" && gives(list, p.item) && p.element <= list.children.size()) {
            list.children[p.element - 1].put(p.field, literal);
            return;
        }
    throw std::runtime_error("the situation has no element " + path);
}

void SituationText::unset(const std::string& item) {
    std::erase_if(root_.children, [&](const Element& e) { return gives(e, item); });
}

void SituationText::remove_events() {
    std::erase_if(root_.children, [](const Element& e) { return e.name == "event"; });
}

void SituationText::add_event(const std::vector<std::pair<std::string, std::string>>& attributes) {
    root_.children.push_back({"event", attributes, {}, ""});
}

std::string SituationText::xml() const {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    print(root_, "", out);
    return out;
}
