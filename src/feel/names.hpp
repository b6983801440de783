#pragma once
// From a dotted name to nodes.
//
// A name is looked for, in this order: in the filters and quantifiers around it, innermost first (a filter offers the
// fields of its element, and the element itself as `item`; a quantifier its variable); among the items of the
// dictionary, the longest match first (`granted.kgb.from` may be item `granted.kgb`, field `from`); among the scope's
// locals.  What is left of the name are fields.

#include "builder.hpp"

namespace samenloop::feel {

/// A filter (no name) or quantifier that is being read.
struct Frame {
    NodeId list = 0;
    std::string name;
    Type element;
};

class Names {
  public:
    Names(const Scope& scope, Builder& builder) : scope_(scope), builder_(builder) {}

    NodeId resolve(std::string_view name, std::size_t offset);

    /// Opens a frame; false if there are too many.
    bool push(Frame frame);
    void pop() { frames_.pop_back(); }
    /// Position of the innermost frame among the locals.
    std::uint32_t innermost() const;

  private:
    std::optional<NodeId> from_frame(std::size_t depth, std::string_view name, std::size_t offset);
    std::optional<NodeId> from_items(std::string_view name, std::size_t offset);
    std::optional<NodeId> from_locals(std::string_view name, std::size_t offset);
    NodeId fields(NodeId of, std::string_view rest, std::size_t offset);
    NodeId element(std::size_t depth, bool implicit, std::size_t offset);
    void report_unknown(std::string_view name, std::size_t offset);

    const Scope& scope_;
    Builder& builder_;
    std::vector<Frame> frames_;
};

}  // namespace samenloop::feel
