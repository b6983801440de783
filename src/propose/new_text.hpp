#pragma once
// The new text of a modification, fitted to the place where it comes to stand.

#include "propose/splice.hpp"
#include "read/element.hpp"

namespace samenloop::propose {

/// Blanks and line ends of the place: what stands before each line there.
struct Layout {
    std::string line;    // the line end of the file
    std::string indent;  // of the elements beside it
};

/// The elements inside a modification, from the first to the last, its lines indented like the place.
std::vector<Fragment> elements_in(const read::Element& modification, const Layout& layout);
/// Its text as it is, without the blanks around it.
std::vector<Fragment> text_in(const read::Element& modification);
/// All bytes between its tags.
std::vector<Fragment> bytes_in(const read::Element& modification);
/// Its text, without the blanks around it, as the value of an attribute in these quotes.
std::vector<Fragment> value_in(const read::Element& modification, char quote);

}  // namespace samenloop::propose
