#pragma once
// The ids of one kind of thing: declared once, found again, and "did you mean" when they are not.

#include <map>
#include <string>
#include <vector>

#include "read/lexical.hpp"

namespace samenloop::read {

class Names {
  public:
    explicit Names(Text noun) : noun_(std::move(noun)) {}

    /// False, and a problem, if the id was declared before.
    bool declare(std::string_view id, Index index, const Location& at, Problems& problems);
    /// The index, or `none` and a problem at the place.
    Index find(std::string_view id, const Location& at, Problems& problems) const;
    /// The index, or `none` in silence.
    Index known(std::string_view id) const;
    /// Where it was declared; null if it was not.
    const Location* declared_at(std::string_view id) const;
    std::vector<std::string_view> all() const;

  private:
    struct Known {
        Index index;
        Location at;
    };
    Text noun_;
    std::map<std::string, Known, std::less<>> known_;
};

}  // namespace samenloop::read
