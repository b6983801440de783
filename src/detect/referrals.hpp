#pragma once
// For one need: who sends away to whom, and who is there for it.  Organisations are told apart by instance:
// "gemeente[A]" and "gemeente[B]" are two nodes of the graph.

#include <set>
#include <string>
#include <vector>

#include "detect/detection_context.hpp"
#include "model/components.hpp"

namespace samenloop::detect {

struct Referral {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    engine::ArgumentId argument = 0;
    Truth holds = Truth::no;
};

struct Referrals {
    Index need = none;
    Truth active = Truth::yes;
    std::vector<std::string> organisations;  // the nodes, by name
    std::vector<Referral> edges;
    std::vector<Truth> provides;   // per node: is responsible, or gives on request what covers the need
    std::vector<Truth> competent;  // per node: provides, or may at all grant what covers it
};

/// The needs that somebody refers for, each with its graph; needs that are not active are left out.
std::vector<Referrals> referrals(const DetectionContext& scene);

/// Adjacency with the edges that hold at least so much.
model::Needs edges_of(const Referrals& r, Truth at_least);

/// The nodes that can be reached from these, themselves included.
std::set<std::uint32_t> reachable(const model::Needs& edges, const std::vector<std::uint32_t>& from);

/// The need's title, the links of the chain for these nodes, and who the law makes responsible.
void tell_referrals(const DetectionContext& scene, const Referrals& r, const std::set<std::string>& organisations,
                    Finding& f);

}  // namespace samenloop::detect
