#pragma once
// What things, parts of things and new text are called in an amending act.

#include "propose/source_index.hpp"

namespace samenloop::propose {

Text quoted(const Text& text);
Text quoted(const std::string& text);
/// Blanks and line ends as one blank.
std::string flat(std::string_view text);

class AmendmentNaming {
  public:
    explicit AmendmentNaming(const SourceIndex& things) : things_(things) {}

    /// "artikel 7 lid 4 Voorbeeldwet (L-7-4)", "het gegeven „leeftijd” (age)".
    Text thing(const read::Element& element) const;
    /// "de voorwaarde", "de waarde vanaf 1 januari 2025".
    Text part(const read::Element& element) const;
    /// New text: by its heading, or as it stands.
    Text fresh(const read::Element& element) const;

  private:
    Text rule(const read::Element& element) const;
    Text exchange(const read::Element& element) const;
    Text organisation(const std::string& reference) const;
    Text title_of_thing(const std::string& name) const;

    const SourceIndex& things_;
};

}  // namespace samenloop::propose
