#pragma once
// Plausible households of the Netherlands in 2025, by chance with a seed.  The shares are round numbers near those of
// the country: four in ten alone, six in ten own their home, seven in ten of working age earn, one in fourteen is on
// social assistance, few have debts.  Wages, rents and savings lie between quartiles.

#include <string>
#include <vector>

#include "random.hpp"
#include "samenloop/situation.hpp"

namespace samenloop::test {

struct Household {
    std::vector<std::pair<std::string, std::string>> facts;
    std::string event;     // an <event/> of the situation, or nothing
    bool earns = false;    // from 21 on, a wage on which one person can live
    bool special = false;  // a benefit, study, debt, adult child or lodger at home, or something that happens

    std::string xml(const std::string& id) const;
};

Household household(Random& random);

/// A household that something is the matter with: stay, address, detention, institution, separation, benefits.
Household household_in_trouble(Random& random);

Situation read(const Household& h, const RuleBase& rules, const std::string& id = "household");

}  // namespace samenloop::test
