#pragma once
// How far a change reaches: the rules that read a slot, the objects that they bear on, the slots that these decide, and
// so on.  What is not reached keeps its value; that is what makes a what-if cheap.

#include <array>
#include <vector>

#include "evaluate/program.hpp"

namespace samenloop {

/// What a change reaches: everything at first, later only what depends on it.
struct Dirty {
    std::vector<bool> rules;
    std::vector<bool> objects;
    std::vector<bool> slots;
    std::vector<bool> touched_rules;  // changed itself, not through what it reads
    std::vector<bool> touched_slots;
};

/// The slots that an object decides; none where it decides fewer.
inline std::array<Slot, 2> slots_of(const RuleBase& base, const Object& object) {
    switch (object.kind) {
    case ObjectKind::item: return {object.index, none};
    case ObjectKind::charge: return {base.charges[object.index].slot, none};
    case ObjectKind::scheme: return {base.schemes[object.index].granted, base.schemes[object.index].sum};
    default: return {none, none};
    }
}

/// From the slots and rules that change to all that depends on them.
class Spread {
  public:
    explicit Spread(const Program& program) : program_(program) {
        dirty_.rules.assign(program.base->rules.size(), false);
        dirty_.objects.assign(program.objects.size(), false);
        dirty_.slots.assign(program.base->items.size(), false);
        dirty_.touched_rules = dirty_.rules;
        dirty_.touched_slots = dirty_.slots;
    }

    void touch_slot(Slot s) {
        dirty_.touched_slots[s] = true;
        slot(s);
    }

    void touch_rule(Index r) {
        dirty_.touched_rules[r] = true;
        rule(r);
    }

    Dirty finish() {
        while (!pending_.empty()) {
            const auto s = pending_.back();
            pending_.pop_back();
            for (const auto r : program_.readers[s]) rule(r);
            for (const auto f : program_.fallback_readers[s]) slot(f);
            for (const auto open : program_.left_open_by[s]) slot(open);
        }
        return std::move(dirty_);
    }

  private:
    void slot(Slot s) {
        if (dirty_.slots[s]) return;
        dirty_.slots[s] = true;
        pending_.push_back(s);
        // What rules define is decided with its object, also when only its fallback reads something else.
        if (const auto o = program_.object_of_slot[s]; o != none) object(o);
    }

    void rule(Index r) {
        if (dirty_.rules[r]) return;
        dirty_.rules[r] = true;
        for (const auto a : program_.arguments_of_rule[r]) object(program_.arguments[a].object);
    }

    void object(Index o) {
        if (dirty_.objects[o]) return;
        dirty_.objects[o] = true;
        for (const auto s : slots_of(*program_.base, program_.objects[o]))
            if (s != none) slot(s);
    }

    const Program& program_;
    Dirty dirty_;
    std::vector<Slot> pending_;
};

}  // namespace samenloop
