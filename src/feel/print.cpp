// Canonical text: as few parentheses as the grammar needs, one blank around operators.

#include <array>

#include "../base/overloaded.hpp"
#include "body.hpp"
#include "functions.hpp"

namespace samenloop::feel {
namespace {

/// How tightly an expression binds; a looser one inside a tighter place gets parentheses.
enum class Level : std::uint8_t { open, disjunction, conjunction, comparison, sum, product, power, unary, path };

Level tighter(Level level) { return static_cast<Level>(static_cast<int>(level) + 1); }

std::string_view spelling(Relation op) {
    static constexpr std::array<std::string_view, 6> spellings{"=", "!=", "<", "<=", ">", ">="};
    return spellings[static_cast<std::size_t>(op)];
}

std::string_view spelling(Arithmetic op) {
    static constexpr std::array<std::string_view, 5> spellings{" + ", " - ", " * ", " / ", " ** "};
    return spellings[static_cast<std::size_t>(op)];
}

Level level_of(Arithmetic op) {
    if (op == Arithmetic::power) return Level::power;
    return op == Arithmetic::add || op == Arithmetic::subtract ? Level::sum : Level::product;
}

Level level_of(const SyntaxNode& node) {
    return std::visit(
        base::overloaded{
            [](const node::If&) { return Level::open; },
            [](const node::Quantifier&) { return Level::open; },
            [](const node::Logic& n) {
                return n.op == Connective::disjunction ? Level::disjunction : Level::conjunction;
            },
            [](const node::Compare&) { return Level::comparison; },
            [](const node::Between&) { return Level::comparison; },
            [](const node::Membership&) { return Level::comparison; },
            [](const node::Compute& n) { return level_of(n.op); },
            [](const node::Negate&) { return Level::unary; },
            [](const node::Constant& n) {
                const auto* number = n.value.get<Decimal>();
                return number != nullptr && *number < 0 ? Level::unary : Level::path;
            },
            [](const auto&) { return Level::path; },
        },
        node);
}

class Printer {
  public:
    Printer(const Expression::Body& body, const std::function<std::string(Slot)>& name_of)
        : body_(body), name_of_(name_of) {}

    std::string print(NodeId id, Level least = Level::open) const {
        const auto& node = body_.nodes[id];
        auto text = std::visit([&](const auto& n) { return of(n); }, node);
        return level_of(node) < least ? "(" + text + ")" : text;
    }

  private:
    std::string of(const node::Constant& n) const { return samenloop::to_string(n.value); }
    std::string of(const node::SlotRead& n) const { return name_of_(n.slot); }
    std::string of(const node::LocalRead& n) const { return n.name; }
    std::string of(const node::Field& n) const {
        const auto* local = std::get_if<node::LocalRead>(&body_.nodes[n.of]);
        if (local != nullptr && local->implicit) return n.name;
        return print(n.of, Level::path) + "." + n.name;
    }
    std::string of(const node::Index& n) const { return print(n.list, Level::path) + "[" + print(n.at) + "]"; }
    std::string of(const node::Filter& n) const { return print(n.list, Level::path) + "[" + print(n.condition) + "]"; }
    std::string of(const node::Negate& n) const { return "-" + print(n.of, Level::unary); }
    std::string of(const node::Not& n) const { return "not(" + print(n.of) + ")"; }
    std::string of(const node::Compute& n) const {
        const auto level = level_of(n.op);
        return print(n.left, level) + std::string(spelling(n.op)) + print(n.right, tighter(level));
    }
    std::string of(const node::Compare& n) const {
        return print(n.left, Level::sum) + " " + std::string(spelling(n.op)) + " " + print(n.right, Level::sum);
    }
    std::string of(const node::Between& n) const {
        return print(n.value, Level::sum) + " between " + print(n.low, Level::sum) + " and " +
               print(n.high, Level::sum);
    }
    std::string of(const node::Membership& n) const {
        const auto value = print(n.value, Level::sum) + " in ";
        const auto tests = join(n.tests, [&](const auto& test) { return of(test); });
        using Sort = node::Membership::Sort;
        const bool bare =
            n.tests.size() == 1 &&
            (n.tests[0].sort == Sort::range || (n.tests[0].sort == Sort::list && !tests.starts_with('(') &&
                                                level_of(body_.nodes[n.tests[0].a]) == Level::path));
        return bare ? value + tests : value + "(" + tests + ")";
    }
    std::string of(const node::Membership::Test& test) const {
        using Sort = node::Membership::Sort;
        if (test.sort == Sort::range)
            return (test.low_open ? "(" : "[") + print(test.a) + ".." + print(test.b) + (test.high_open ? ")" : "]");
        if (test.sort == Sort::list || test.op == Relation::equal) return print(test.a);
        return std::string(spelling(test.op)) + " " + print(test.a, Level::sum);
    }
    std::string of(const node::Logic& n) const {
        const bool all = n.op == Connective::conjunction;
        const auto least = tighter(all ? Level::conjunction : Level::disjunction);
        return join(n.operands, [&](NodeId id) { return print(id, least); }, all ? " and " : " or ");
    }
    std::string of(const node::If& n) const {
        return "if " + print(n.condition) + " then " + print(n.yes) + " else " + print(n.no);
    }
    std::string of(const node::Quantifier& n) const {
        return (n.op == Quantity::some ? "some " : "every ") + n.name + " in " + print(n.list) + " satisfies " +
               print(n.condition);
    }
    std::string of(const node::Call& n) const {
        return std::string(signature_of(n.function).name) + "(" +
               join(n.arguments, [&](NodeId id) { return print(id); }) + ")";
    }
    std::string of(const node::Given& n) const { return "given(" + print(n.of) + ")"; }
    std::string of(const node::MakeList& n) const {
        return "[" + join(n.items, [&](NodeId id) { return print(id); }) + "]";
    }

    template <class Items, class Print>
    static std::string join(const Items& items, Print print_item, std::string_view between = ", ") {
        std::string text;
        for (const auto& item : items) {
            if (&item != items.data()) text += between;
            text += print_item(item);
        }
        return text;
    }

    const Expression::Body& body_;
    const std::function<std::string(Slot)>& name_of_;
};

}  // namespace

}  // namespace samenloop::feel

namespace samenloop {

std::string to_string(const Expression& e, const std::function<std::string(Slot)>& name_of) {
    return e.empty() ? std::string() : feel::Printer(e.body(), name_of).print(e.body().root());
}

}  // namespace samenloop
