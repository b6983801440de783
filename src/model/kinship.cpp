#include "model/kinship.hpp"

#include <algorithm>
#include <array>

namespace samenloop::model {
namespace {

struct Row {
    std::string_view mine;    // to the third person
    std::string_view theirs;  // to the third person
    std::string_view result;  // they to me
};

constexpr std::array rows{
    Row{"child", "self", "parent"},
    Row{"child", "child", "sibling"},
    Row{"child", "parent", "grandparent"},
    Row{"partner", "self", "partner"},
    Row{"partner", "child", "child"},
    Row{"partner", "parent", "inlaw"},
    Row{"partner", "sibling", "inlaw"},
    Row{"parent", "self", "child"},
    Row{"parent", "child", "grandchild"},
    Row{"parent", "sibling", "child"},
    Row{"parent", "partner", "inlaw"},
    Row{"sibling", "self", "sibling"},
    Row{"sibling", "sibling", "sibling"},
    Row{"sibling", "parent", "parent"},
    Row{"sibling", "grandparent", "grandparent"},
    Row{"sibling", "partner", "inlaw"},
    Row{"grandparent", "self", "grandchild"},
    Row{"grandparent", "sibling", "grandchild"},
    Row{"grandparent", "parent", "child"},
    Row{"grandchild", "self", "grandparent"},
    Row{"grandchild", "child", "parent"},
    Row{"inlaw", "self", "inlaw"},
    Row{"ex", "self", "ex"},
    Row{"lodger", "self", "none"},
    Row{"none", "self", "none"},
};

}  // namespace

std::string_view kinship_between(std::string_view mine, std::string_view theirs) {
    const auto row = std::ranges::find_if(rows, [&](const Row& r) { return r.mine == mine && r.theirs == theirs; });
    return row == rows.end() ? "other" : row->result;
}

}  // namespace samenloop::model
