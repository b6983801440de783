#pragma once
// A situation file as text that can be changed: facts put in, replaced or taken away, before it is read.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// An XML element, enough of it for situation files.
struct Element {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<Element> children;
    std::string text;

    std::string attribute(std::string_view key) const;
    void put(std::string_view key, std::string_view value);
};

/// "hh[1].age" in parts; element 0 and no field for "p.age".
struct Path {
    std::string item;
    std::size_t element = 0;
    std::string field;
};
Path parse_path(const std::string& path);

class SituationText {
  public:
    explicit SituationText(const std::string& xml);

    /// `path` is an item ("p.age", the value any literal) or a field of a list element ("hh[1].age").
    void set(const std::string& path, const std::string& literal);
    /// Takes a fact or a whole list away: it becomes unknown, or ordinary.
    void unset(const std::string& item);
    void remove_events();
    void add_event(const std::vector<std::pair<std::string, std::string>>& attributes);

    std::string xml() const;

  private:
    Element root_;
};
