#pragma once
// Makes typed nodes.  Each function checks the types of its operands, reports what does not fit at the operand's
// column, and goes on with type `any`, so that one mistake gives one message and all mistakes of an expression are
// found.

#include <optional>
#include <string>
#include <vector>

#include "body.hpp"
#include "functions.hpp"
#include "samenloop/diagnostic.hpp"

namespace samenloop::feel {

class Builder {
  public:
    explicit Builder(std::uint32_t environment_locals) { body_.environment_locals = environment_locals; }

    /// The node begins at `offset` of the text.
    NodeId add(SyntaxNode node, Type type, std::size_t offset);
    NodeId constant(Value value, Kind kind, std::size_t offset);
    NodeId field(NodeId of, const std::string& name, std::size_t offset);
    NodeId bracket(NodeId list, NodeId inside, std::uint32_t local, std::size_t offset);
    NodeId negate(NodeId of, std::size_t offset);
    NodeId negation(NodeId of, std::size_t offset);
    NodeId compute(Arithmetic op, NodeId left, NodeId right);
    NodeId compare(Relation op, NodeId left, NodeId right);
    NodeId between(NodeId value, NodeId low, NodeId high);
    NodeId membership(NodeId value, std::vector<node::Membership::Test> tests);
    NodeId logic(Connective op, std::vector<NodeId> operands);
    NodeId choice(NodeId condition, NodeId yes, NodeId no, std::size_t offset);
    NodeId quantifier(node::Quantifier quantifier, std::size_t offset);
    NodeId call(const Signature& signature, std::vector<NodeId> arguments, std::size_t offset);
    NodeId list(std::vector<NodeId> items, std::size_t offset);

    const Type& type(NodeId id) const { return body_.types[id]; }
    std::size_t offset(NodeId id) const { return offsets_[id]; }
    const SyntaxNode& node(NodeId id) const { return body_.nodes[id]; }
    std::size_t size() const { return body_.nodes.size(); }

    void report(Text message, std::size_t offset, Text hint = {});
    /// Reports what had to stand at the node, and what does.
    void unfit(NodeId id, const Text& wanted, const Text& found);
    /// Reports if the kind differs; true if it fits.
    bool expect(NodeId id, Kind wanted);
    void expect_type(NodeId id, const Type& wanted);
    bool failed() const { return !errors_.empty(); }
    Diagnostics take_errors() { return std::move(errors_); }
    Expression::Body take_body() { return std::move(body_); }

  private:
    /// The number that is written there; null where it is none.
    const Decimal* constant_number(NodeId id) const;
    /// Reports a range of numbers in which there is none.
    std::optional<Decimal> worked_out(NodeId id, int depth = 0) const;
    void not_empty(NodeId low, NodeId high, bool end_open = false);
    void unfit_unit(NodeId id, const Text& wanted, const std::string& found, Text hint = {});
    std::string common_unit(NodeId left, NodeId right);
    Type arithmetic_type(Arithmetic op, NodeId left, NodeId right);
    std::optional<Type> time_type(Arithmetic op, NodeId left, NodeId right) const;
    void report_time(NodeId left, NodeId right);
    void comparable(Relation op, NodeId left, NodeId right);
    void within_domain(NodeId literal, const std::vector<std::string>& names);
    void wrong_count(const Signature& signature, std::size_t found, std::size_t offset);
    std::optional<NodeId> literal_call(const Signature& signature, NodeId argument, std::size_t offset);
    Type call_type(const Signature& signature, const std::vector<NodeId>& arguments);
    Type extreme_type(const std::vector<NodeId>& arguments);
    Type rate_type(NodeId argument, std::string_view from, std::string_view to);

    Expression::Body body_;
    std::vector<std::size_t> offsets_;
    std::vector<unsigned> depths_;
    Diagnostics errors_;
};

/// The nodes a node is made of, in evaluation order.
std::vector<NodeId> children(const SyntaxNode& node);

}  // namespace samenloop::feel
