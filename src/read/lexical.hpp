#pragma once
// How the values of attributes are written.  Whether a name exists is another question, asked when it is resolved.
//
//   id       pw.norm, lower case with dots       plain   an id without dots      rule   L-7-4
//   ids, rules   such names with blanks between  words   something to read      text   anything, also nothing
//   truth    true, false                         date    2025-01-15             duration   P28D
//   decimal  0.137                               whom    uwv, gemeente[stay.mun], [d.creditor]
//   each     m in mun                            path    p.age, hh[1].age       a|b|c  one of these words

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/problems.hpp"

namespace samenloop::read {

void check_kind(const Element& element, const Attribute& attribute, std::string_view kind, Problems& problems);

struct Word {
    std::string_view text;
    std::size_t start = 0;  // index in the text it was taken from
};
/// The words with blanks between them.
std::vector<Word> words_in(std::string_view text);
/// Without blanks around it.
std::string_view trimmed(std::string_view text);

}  // namespace samenloop::read
