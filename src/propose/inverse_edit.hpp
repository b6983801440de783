#pragma once
// One splice -> the modifications that undo it, as text of a proposal.

#include "propose/source_index.hpp"
#include "propose/splice.hpp"
#include "read/entities.hpp"

namespace samenloop::propose {

/// How much is given back as it was.
enum class Undo : std::uint8_t { part, thing, file };

class InverseEdit {
  public:
    /// `splices` lead from the one to the other, and are sorted.
    InverseEdit(const SourceIndex& before, const SourceIndex& after, const std::vector<Splice>& splices)
        : before_(before), after_(after), splices_(splices) {}

    std::vector<std::string> undo(const Splice& splice, Undo level) const;

  private:
    struct Old {
        const read::Element* element;  // around the splice, before
        std::string name;              // of it, after
    };

    std::vector<std::string> part(const Splice& splice) const;
    std::string thing(const Splice& splice) const;
    std::string file(const Splice& splice) const;
    std::optional<std::string> of_attribute(const Splice& splice, const read::Element& element) const;
    std::string element_back(const Splice& splice, const read::Element& element) const;
    std::optional<std::size_t> file_after(std::size_t file) const;
    std::size_t moved(std::size_t file, std::size_t offset) const;
    Bytes fresh(const Splice& splice) const;
    std::string name_after(std::size_t file, const read::Element& element) const;

    const SourceIndex& before_;
    const SourceIndex& after_;
    const std::vector<Splice>& splices_;
};

/// As XML writes it.
std::string escaped(std::string_view text, read::TextIn where = read::TextIn::attribute);

}  // namespace samenloop::propose
