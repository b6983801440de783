#pragma once
// The parts of a view, each found on its own.

#include "data/view.hpp"

namespace samenloop::data {

std::vector<DataRow> data_rows(const engine::Evaluation& e);
std::vector<Proactive> proactive_grants(const engine::Evaluation& e);
std::vector<SeveralBases> several_bases(const engine::Evaluation& e);
/// Of the exchanges in force those on a covenant beside which no statute carries the item from there to there.
std::vector<Index> covenants_only(const engine::Evaluation& e);

}  // namespace samenloop::data
