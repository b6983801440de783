#include "names.hpp"

#include "../base/both.hpp"
#include "../base/suggest.hpp"
#include "type.hpp"

namespace samenloop::feel {
namespace {

std::string_view head_of(std::string_view name) { return name.substr(0, name.find('.')); }

/// What follows `head` and its dot.
std::string_view rest_after(std::string_view name, std::size_t head) {
    return head < name.size() ? name.substr(head + 1) : std::string_view();
}

}  // namespace

NodeId Names::resolve(std::string_view name, std::size_t offset) {
    for (auto depth = frames_.size(); depth-- > 0;)
        if (const auto found = from_frame(depth, name, offset)) return *found;
    if (const auto found = from_locals(name, offset)) return *found;
    if (const auto found = from_items(name, offset)) return *found;
    report_unknown(name, offset);
    return builder_.add(node::Constant{}, {}, offset);
}

bool Names::push(Frame frame) {
    frames_.push_back(std::move(frame));
    return frames_.size() <= max_bound;
}

std::uint32_t Names::innermost() const { return static_cast<std::uint32_t>(scope_.locals.size() + frames_.size() - 1); }

NodeId Names::element(std::size_t depth, bool implicit, std::size_t offset) {
    const auto& frame = frames_[depth];
    node::LocalRead read{
        static_cast<std::uint32_t>(scope_.locals.size() + depth), true, implicit, frame.list, frame.name};
    if (read.name.empty()) read.name = "item";
    return builder_.add(std::move(read), frame.element, offset);
}

std::optional<NodeId> Names::from_frame(std::size_t depth, std::string_view name, std::size_t offset) {
    const auto& frame = frames_[depth];
    const auto head = head_of(name);
    const auto rest = rest_after(name, head.size());
    if (!frame.name.empty()) {
        if (head != frame.name) return std::nullopt;
        return fields(element(depth, false, offset), rest, offset + head.size() + 1);
    }
    if (const auto index = index_of_field(frame.element, head)) {
        const auto kind = frame.element.fields[*index].second.kind;
        if (rest.empty() || kind == Kind::record || kind == Kind::list)
            return fields(element(depth, true, offset), name, offset);
    }
    if (head != "item") return std::nullopt;
    return fields(element(depth, false, offset), rest, offset + head.size() + 1);
}

std::optional<NodeId> Names::from_items(std::string_view name, std::size_t offset) {
    if (scope_.names == nullptr) return std::nullopt;
    for (auto length = name.size(); length != std::string_view::npos && length > 0;
         length = name.rfind('.', length - 1)) {
        const auto found = scope_.names->find(name.substr(0, length));
        if (found == scope_.names->end()) continue;
        const auto slot = builder_.add(node::SlotRead{found->second.slot}, found->second.type, offset);
        return fields(slot, rest_after(name, length), offset + length + 1);
    }
    return std::nullopt;
}

std::optional<NodeId> Names::from_locals(std::string_view name, std::size_t offset) {
    const auto head = head_of(name);
    for (auto i = scope_.locals.size(); i-- > 0;) {
        if (scope_.locals[i].first != head) continue;
        const node::LocalRead read{static_cast<std::uint32_t>(i), false, false, 0, std::string(head)};
        return fields(builder_.add(read, scope_.locals[i].second, offset), rest_after(name, head.size()),
                      offset + head.size() + 1);
    }
    return std::nullopt;
}

NodeId Names::fields(NodeId of, std::string_view rest, std::size_t offset) {
    while (!rest.empty()) {
        const auto head = head_of(rest);
        of = builder_.field(of, std::string(head), offset);
        offset += head.size() + 1;
        rest = rest_after(rest, head.size());
    }
    return of;
}

void Names::report_unknown(std::string_view name, std::size_t offset) {
    std::vector<std::string_view> known;
    for (const auto& frame : frames_) {
        if (!frame.name.empty()) known.push_back(frame.name);
        else
            for (const auto& [field, type] : frame.element.fields) known.push_back(field);
    }
    for (const auto& [local, type] : scope_.locals) known.push_back(local);
    if (scope_.names != nullptr)
        for (const auto& [item, symbol] : *scope_.names) known.push_back(item);
    builder_.report(
        base::both("er is geen gegeven '{}'", "unknown item '{}'", name), offset, base::did_you_mean(name, known));
}

}  // namespace samenloop::feel
