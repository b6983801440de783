#include "engine/unused.hpp"

#include "engine/notices.hpp"
#include "engine/repealed.hpp"
#include "model/wording.hpp"

namespace samenloop::engine {
namespace {

/// Which slots something reads.
class Used {
  public:
    explicit Used(const Program& program) : program_(program), base_(*program.base), read_(base_.items.size(), false) {
        for (Index r = 0; r < base_.rules.size(); ++r)
            if (!repealed(base_, r, program.day)) rule(r);  // also one that is still to come
        for (const auto& n : base_.needs) {
            expression(n.active);
            expression(n.covered);
        }
        for (const auto& o : base_.outcomes) {
            expression(o.holds);
            expression(o.organisation.instance);
        }
        for (const auto& s : base_.schemes) scheme(s);
        for (const auto& c : base_.charges) expression(c.creditor.instance);
        for (const auto& f : base_.floors) {
            slot(f.item);
            expression(f.stream);
            expression(f.at_risk);
        }
        for (const auto& x : base_.exchanges) exchange(x);
        for (const auto& part : base_.unmodelled) expression(part.when);
        for (const auto& i : base_.impossible) expression(i.when);
        expression(base_.disposable);
        if (base_.reference)
            for (const auto& set : base_.reference->sets) {
                slot(set.item);
                expression(set.when);
                expression(set.value);
            }
        for (const auto& item : base_.items) whole_item(item);
    }

    bool reads(Slot s) const { return read_[s]; }

  private:
    void slot(Slot s) {
        if (s != none) read_[s] = true;
    }
    void expression(const std::optional<Expression>& x) {
        if (x) expression(*x);
    }
    void expression(const Expression& x) {
        for (const auto& r : x.reads()) slot(r.slot);
    }

    void rule(Index r) {
        for (const auto s : program_.reads[r]) slot(s);
        const auto& rule = base_.rules[r];
        if (rule.against) expression(rule.against->value);
        for (const auto& effect : rule.effects) {
            if (effect.kind == EffectKind::requires_data || effect.kind == EffectKind::asks_citizen) slot(effect.item);
            for (const auto s : effect.items) slot(s);
        }
    }

    void scheme(const Scheme& s) {
        expression(s.executor.instance);
        expression(s.paid_from);
        slot(s.reported);
        if (!s.goal) return;
        expression(s.goal->reached);
        expression(s.goal->target);
    }

    void exchange(const Exchange& x) {
        slot(x.item);
        expression(x.from.instance);
        expression(x.to.instance);
        expression(x.person_class);
        expression(x.arrived);
    }

    void whole_item(const Item& item) {
        expression(item.fallback);
        expression(item.holder.instance);
        slot(item.since);
        slot(item.on);
        // The ordinary person's other facts may rest on it.
        expression(item.ordinary);
        for (const auto& x : item.field_ordinary) expression(x);
    }

    const Program& program_;
    const RuleBase& base_;
    std::vector<bool> read_;
};

}  // namespace

std::vector<Slot> unused_facts(const Program& program, const Situation& situation) {
    const Used used(program);
    std::vector<Slot> all;
    for (Slot s = 0; s < situation.facts.size(); ++s) {
        const auto& item = program.base->items[s];
        const bool assumed = s < situation.assumed.size() && situation.assumed[s];
        const bool special = item.earnings || item.assets || item.fixed_cost || item.concept_ != none;
        if (item.kind == SlotKind::item && !situation.facts[s].is_unknown() && !assumed && !special &&
            !item.id.starts_with("date.") && !used.reads(s))
            all.push_back(s);
    }
    return all;
}

void tell_unused(const Program& program, const Situation& situation, Judgement& judgement) {
    const auto slots = unused_facts(program, situation);
    for (const auto s : slots) {
        const auto& item = program.base->items[s];
        const auto id = "item:" + item.id;
        add(judgement,
            {NoticeKind::unused, {}, std::nullopt, {{id, item.title + model::plain(" [" + item.id + "]")}}, {}});
    }
}

}  // namespace samenloop::engine
