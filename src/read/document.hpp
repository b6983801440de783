#pragma once
// XML text -> tree of elements.  RapidXML builds it, behind the guards that it lacks: it parses recursively, and
// accepts bytes that are no UTF-8, duplicate attributes, several roots, no root, and entities that do not exist.

#include <memory>

#include "read/element.hpp"

namespace samenloop::read {

inline constexpr std::size_t largest_document = std::size_t{32} << 20U;  // bytes

/// The root element, whose default namespace must be `name_space`; else what is wrong, and where.
Result<Element> read_document(const std::shared_ptr<const Source>& source, std::string_view name_space);

}  // namespace samenloop::read
