#pragma once
// The text of a rule base as things that can be named, and the way from a name to the bytes it stands for.
//
//   rule:L-7-4                    the element with this id; also law, item, scheme, organisation, exchange, norm …
//   rule:L-7-4/when               a part of it
//   rule:L-7-4/define[2]          the second of its kind, or define[l.norm], by what it names itself with
//   item:l.norm/value[2025-01-01]
//   rule:L-7-4/premise/@otherwise an attribute
//   file:items.xml                all that stands in a file
//   disposable, reference         of which there is one

#include <map>
#include <optional>

#include "base/function_ref.hpp"
#include "propose/extent.hpp"
#include "read/element.hpp"
#include "read/problems.hpp"
#include "samenloop/proposal.hpp"

namespace samenloop::propose {

/// What a target names.
struct Target {
    std::size_t file = 0;
    const read::Element* element = nullptr;      // itself, or the one that has the attribute
    const read::Attribute* attribute = nullptr;  // null when the target is no attribute, or one that is not there yet
    std::string attribute_name;                  // "" when the target is no attribute
    std::string thing;                           // typed id of the thing it belongs to: "rule:L-7-4"
    const read::Element* thing_element = nullptr;
};

/// Must the attribute that a target names be there?
enum class Missing : std::uint8_t { refused, allowed };

class SourceIndex {
  public:
    /// Reads the documents; what is no XML is told by `problems`.
    SourceIndex(const Sources& sources, read::Problems& problems);
    SourceIndex(const SourceIndex&) = delete;
    SourceIndex& operator=(const SourceIndex&) = delete;
    SourceIndex(SourceIndex&&) = delete;
    SourceIndex& operator=(SourceIndex&&) = delete;
    ~SourceIndex() = default;

    /// What the target names, or nothing and a problem that stands at `at`.
    std::optional<Target> find(std::string_view target, const Location& at, read::Problems& problems,
                               Missing missing = Missing::refused) const;
    /// The innermost element around a place of one of the sources.
    Target around(std::size_t file, std::size_t offset) const;
    const read::Element& root(std::size_t file) const { return roots_[file]; }
    /// The elements that lie in a stretch of text as a whole, without those inside them.
    std::vector<const read::Element*> outermost(std::size_t file, Bytes bytes) const;
    /// The thing "rule:L-7-4"; null if there is none.
    const read::Element* named(std::string_view name) const;
    /// What leads to an element: "rule:L-7-4", "rule:L-7-4/define[2]".
    std::string name_of(const read::Element& element) const;
    const read::Element* parent_of(const read::Element& element) const;
    std::string_view text(std::size_t file) const { return sources_[file]->text(); }
    const Sources& sources() const { return sources_; }
    /// Names of the things that start in a stretch of text.
    std::vector<std::string> inside(std::size_t file, Bytes span) const;
    void each_element(base::function_ref<void(std::size_t file, const read::Element&)> visit) const;
    /// The file with this name, whatever its folder.
    std::optional<std::size_t> file_named(std::string_view name) const;

  private:
    struct Stands {
        std::size_t file;
        const read::Element* parent;
    };

    void add(std::size_t file, const read::Element& element, const read::Element* parent);
    Target target_of(const read::Element& element) const;
    std::string own_name(const read::Element& element) const;
    std::string step_to(const read::Element& element) const;
    const read::Element* step(const read::Element& from, std::string_view word, const Location& at,
                              read::Problems& problems) const;
    bool attribute(Target& target, std::string_view name, const Location& at, read::Problems& problems,
                   Missing missing) const;

    Sources sources_;
    std::vector<read::Element> roots_;
    std::map<std::string, const read::Element*, std::less<>> known_;
    std::map<const read::Element*, Stands> stands_;
};

/// Names of the things in new text: of the element itself and, if it is a law, of what stands in it.
std::vector<std::string> names_in(const read::Element& element);

/// The name of a file without its folders.
std::string_view base_name(std::string_view path);
}  // namespace samenloop::propose
