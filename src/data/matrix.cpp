// The matrix: every need for data that a rule states and every question to the citizen, then the exchanges that serve
// none of these, by their purpose.

#include "data/matrix.hpp"

#include <algorithm>
#include <map>

#include "engine/flows.hpp"

namespace samenloop::data {
namespace {

using Key = std::tuple<std::string, Decision, Slot>;

Decision decision_of(const Effect& effect) { return {effect.scheme, effect.act, {}}; }

/// Who acts, as a kind; also where the instances are not known.
std::string consumer_of(const engine::Evaluation& e, engine::ArgumentId a) {
    const auto& effect = *e.program->effect(a);
    const auto& ref = effect.actor.empty() ? e.program->rule(a).actor : effect.actor;
    return ref.organisation == none ? "" : e.base().organisations[ref.organisation].id;
}

bool purpose_fits(const Exchange& x, const DataRow& row, const std::string& purpose) {
    return x.purpose.empty() || purpose.empty() || x.purpose == purpose || row.decision.purpose == x.purpose;
}

Standing standing_of(Basis basis) {
    switch (basis) {
    case Basis::statute: return Standing::statute;
    case Basis::covenant: return Standing::covenant;
    case Basis::consent: return Standing::consent;
    case Basis::none: break;
    }
    return Standing::missing;
}

class Matrix {
  public:
    explicit Matrix(const engine::Evaluation& e) : e_(e) {}

    std::vector<DataRow> take() && {
        for (engine::ArgumentId a = 0; a < e_.program->arguments.size(); ++a) need(a);
        for (auto& [key, row] : rows_) bring(row);
        for (Index x = 0; x < e_.base().exchanges.size(); ++x) flow(x);
        std::vector<DataRow> all;
        for (auto& [key, row] : rows_) all.push_back(std::move(row));
        return all;
    }

  private:
    DataRow& row(const std::string& consumer, const Decision& decision, Slot item) {
        auto& row = rows_[{consumer, decision, item}];
        row.consumer = consumer;
        row.decision = decision;
        row.item = item;
        return row;
    }

    void need(engine::ArgumentId a) {
        const auto* effect = e_.program->effect(a);
        if (effect == nullptr || e_.accepted(a) == Truth::no) return;
        if (effect->kind != EffectKind::requires_data && effect->kind != EffectKind::asks_citizen) return;
        const auto rule = e_.program->arguments[a].rule;
        auto& here = row(consumer_of(e_, a), decision_of(*effect), effect->item);
        if (effect->kind == EffectKind::asks_citizen) here.asked.push_back({rule, effect->form});
        else {
            here.required.push_back(rule);
            purposes_[&here] = effect->purpose;
        }
    }

    /// Who holds it, what brings it, and how well that is founded.
    void bring(DataRow& row) {
        const auto& base = e_.base();
        row.holders = engine::holders(e_, row.item);
        row.standing = engine::has_holder(base, row.item) ? Standing::missing : Standing::nobody;
        const auto purpose = purposes_.contains(&row) ? purposes_.at(&row) : std::string();
        for (Index i = 0; i < base.exchanges.size(); ++i) {
            const auto& x = base.exchanges[i];
            if (!engine::leads_to(base, x, row.item, row.consumer) || !x.in_force.contains(e_.day)) continue;
            if (!purpose_fits(x, row, purpose)) continue;
            served_.push_back(i);
            row.exchanges.push_back(i);
            const auto may = engine::usable(e_, x);
            if (may == Truth::no || standing_of(x.basis) >= row.standing) continue;
            row.standing = standing_of(x.basis);
            row.limited = may == Truth::unknown;
        }
        if (engine::keeps(base, row.item, row.consumer)) row.standing = Standing::own;
    }

    void flow(Index i) {
        const auto& base = e_.base();
        const auto& x = base.exchanges[i];
        if (!x.in_force.contains(e_.day) || std::ranges::find(served_, i) != served_.end()) return;
        if (x.to.organisation == none) return;
        const auto known = rows_.size();
        auto& here = row(base.organisations[x.to.organisation].id, {none, none, x.purpose}, x.item);
        if (rows_.size() > known) bring(here);
    }

    const engine::Evaluation& e_;
    std::map<Key, DataRow> rows_;
    std::map<const DataRow*, std::string> purposes_;
    std::vector<Index> served_;
};

}  // namespace

std::vector<DataRow> data_rows(const engine::Evaluation& e) { return Matrix(e).take(); }

std::vector<SeveralBases> several_bases(const engine::Evaluation& e) {
    const auto& base = e.base();
    std::map<std::pair<std::string, Slot>, std::vector<Index>> all;
    for (Index i = 0; i < base.exchanges.size(); ++i) {
        const auto& x = base.exchanges[i];
        if (x.basis != Basis::none && x.to.organisation != none && x.in_force.contains(e.day))
            all[{base.organisations[x.to.organisation].id, x.item}].push_back(i);
    }
    std::vector<SeveralBases> several;
    for (auto& [key, exchanges] : all) {
        std::vector<std::string> citations;
        for (const auto i : exchanges) citations.push_back(base.exchanges[i].citation);
        std::ranges::sort(citations);
        if (std::unique(citations.begin(), citations.end()) - citations.begin() >= 2)
            several.push_back({key.second, key.first, std::move(exchanges)});
    }
    return several;
}

std::vector<Index> covenants_only(const engine::Evaluation& e) {
    const auto& base = e.base();
    const auto same_way = [](const Exchange& a, const Exchange& b) {
        return a.item == b.item && a.from.organisation == b.from.organisation && a.to.organisation == b.to.organisation;
    };
    std::vector<Index> all;
    for (Index i = 0; i < base.exchanges.size(); ++i) {
        const auto& x = base.exchanges[i];
        if (x.basis != Basis::covenant || !x.in_force.contains(e.day)) continue;
        const auto founded = [&](const Exchange& y) {
            return y.basis == Basis::statute && y.in_force.contains(e.day) && same_way(x, y);
        };
        if (std::ranges::none_of(base.exchanges, founded)) all.push_back(i);
    }
    return all;
}

}  // namespace samenloop::data
