#pragma once
// Where several answers are as good as one another, the one that is taken must not hang on where things stand in their
// files.  So they are declared in the order of their ids, whatever the order in the text: every index, and all that
// goes by indices, is then the same for the same rules.

#include <span>
#include <string>
#include <vector>

#include "read/document.hpp"

namespace samenloop::read {

/// By id; numbers within ids by what they are worth, so that article 9 comes before article 10.  What has no id goes by
/// its article, and of one article by what it says.
std::vector<const Element*> in_order_of_ids(std::span<const Element* const> elements);
std::vector<const Element*> in_order_of_ids(const std::vector<Element>& elements);

/// Names, attributes, text and children, without what stands between them.
std::string content_of(const Element& element);

}  // namespace samenloop::read
