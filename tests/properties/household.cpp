#include "household.hpp"

#include "samenloop/read.hpp"

namespace samenloop::test {
namespace {

class Maker {
  public:
    explicit Maker(Random& random) : random_(random) {}

    Household make() && {
        person();
        children();
        income();
        dwelling();
        savings();
        others();
        return std::move(h_);
    }

  private:
    void fact(const std::string& item, const std::string& value) { h_.facts.emplace_back(item, value); }
    void fact(const std::string& item, std::int64_t value) { fact(item, std::to_string(value)); }

    void person() {
        const auto dice = random_.between(1, 100);
        age_ = dice <= 12 ? random_.between(18, 26) : dice <= 84 ? random_.between(27, 66) : random_.between(67, 88);
        fact("p.age", age_);
        partner_ = random_.percent(age_ < 27 ? 25 : 62);
        if (!partner_) return;
        const auto their_age = std::max<std::int64_t>(18, age_ + random_.between(-6, 6));
        const bool married = random_.percent(75);
        fact("partner.married", married ? "true" : "false");
        if (!married && random_.percent(70)) fact("contract.notarial", "true");
        fact("partner.same_addr", "true");
        fact("partner.age", their_age);
        fact("partner.birth", std::to_string(2024 - their_age) + "-09-01");
        partner_wage_ = their_age >= 67       ? random_.between(13000, 24000)  // a pension
                        : random_.percent(76) ? random_.spread({9000, 21000, 31000, 44000, 80000})
                                              : 0;
        fact("partner.income", partner_wage_);
    }

    void children() {
        if (age_ < 24 || age_ > 56 || !random_.percent(partner_ ? 58 : 22)) return;
        std::string list;
        const auto oldest = std::min<std::int64_t>(17, age_ - 22);
        for (auto n = random_.between(1, 3); n > 0; --n) {
            list += (list.empty() ? "" : ", ") + ("{age: " + std::to_string(random_.between(0, oldest)) + "}");
            ++kids_;
        }
        fact("kids", "[" + list + "]");
        if (partner_) fact("partner.joint_child", "true");
    }

    void benefit(const std::string& kind, std::int64_t monthly) {
        fact("inc.benefit_type", kind);
        if (kind == "bijstand") fact("inc.toets", partner_ ? 26377 : 17500);
        else fact("inc.benefit_m", monthly);
        h_.special = true;
    }

    void income() {
        if (age_ >= 67) return benefit("aow", random_.spread({1550, 1800, 2200, 2800, 4500}));
        if (age_ < 27 && random_.percent(40)) return study();
        const auto dice = random_.between(1, 100);
        if (dice <= 7 && partner_wage_ == 0) return benefit("bijstand", 0);
        if (dice <= 9) return benefit("ww", random_.spread({1200, 1700, 2200, 3000, 4200}));
        if (dice <= 13)
            return benefit(
                random_.one_of<std::string>({"wia", "wga", "iva"}), random_.spread({1100, 1500, 1900, 2500, 3600}));
        if (dice <= 15 && partner_wage_ > 20000) {
            fact("inc.toets", std::int64_t{0});
            return;
        }
        const auto young = age_ < 21;
        wage_ = random_.spread(young ? std::vector<std::int64_t>{9000, 13000, 16000, 19000, 24000}
                                     : std::vector<std::int64_t>{20000, 32000, 43000, 58000, 110000});
        h_.earns = !young;
        if (random_.percent(50)) fact("inc.toets", wage_);
        else fact("inc.wage_m", wage_ / 12);
    }

    void study() {
        fact("study.follows", "true");
        fact("study.can_follow", "true");
        fact("study.wsf", "true");
        wage_ = random_.percent(70) ? random_.between(200, 1000) : 0;
        fact("inc.wage_m", wage_);
        h_.special = true;
    }

    void dwelling() {
        const bool owns = random_.percent(age_ < 27 ? 15 : 60);
        if (owns) return fact("dwelling", "owned");
        const bool room = age_ < 25 && random_.percent(60);
        fact("rent", room ? random_.between(300, 650) : random_.spread({420, 560, 680, 850, 1400}));
        fact("dwelling", room ? "room" : "self");
    }

    void savings() {
        const bool poor = h_.special && wage_ == 0 && age_ < 67;
        const auto most = poor || age_ < 27 ? std::vector<std::int64_t>{0, 300, 1500, 4000, 7000}
                                            : std::vector<std::int64_t>{0, 4000, 12000, 30000, 120000};
        fact("assets.jan1", random_.spread(most));
    }

    void others() {
        if (age_ >= 45 && age_ < 67 && random_.percent(15)) {
            const auto theirs = random_.between(18, std::min<std::int64_t>(30, age_ - 22));
            fact("hh", "[{age: " + std::to_string(theirs) + ", rel: \"child\", income: " +
                           std::to_string(random_.percent(60) ? random_.between(4000, 34000) : 0) + "}]");
            h_.special = true;
        }
        if (random_.percent(8)) debts();
        if (h_.earns && random_.percent(6)) more_work();
    }

    void debts() {
        static const std::vector<std::string> creditors{
            "CAK", "CJIB", "DUO", "Dienst Toeslagen", "Belastingdienst", "landlord", "webshop"};
        std::string list;
        for (auto n = random_.between(1, 4); n > 0; --n)
            list += (list.empty() ? "" : ", ") + ("{creditor: \"" + random_.one_of(creditors) +
                                                  "\", eur: " + std::to_string(random_.between(2, 40) * 100) + "}");
        fact("debts", "[" + list + "]");
        h_.special = true;
    }

    void more_work() {
        const auto& [item, now] = *std::find_if(h_.facts.begin(), h_.facts.end(), [](const auto& f) {
            return f.first == "inc.toets" || f.first == "inc.wage_m";
        });
        h_.event = "<event id=\"more_work\" date=\"2025-02-01\" item=\"" + item + "\" from=\"" + now + "\" to=\"" +
                   std::to_string(std::stoll(now) * random_.between(110, 140) / 100) + "\" title=\"meer werken\"/>";
        h_.special = true;
    }

    Random& random_;
    Household h_;
    std::int64_t age_ = 0;
    bool partner_ = false;
    int kids_ = 0;
    std::int64_t partner_wage_ = 0;
    std::int64_t wage_ = 0;
};

}  // namespace

std::string Household::xml(const std::string& id) const {
    std::string text = R"(<situation xmlns="urn:samenloop:situation:1" id=")" + id +
                       R"(" title="huishouden" date="2025-01-15" rest="ordinary">)"
                       "\n";
    for (const auto& [item, value] : facts) text += "  <fact item=\"" + item + "\">" + value + "</fact>\n";
    return text + (event.empty() ? "" : "  " + event + "\n") + "</situation>\n";
}

Household household(Random& random) { return Maker(random).make(); }

Household household_in_trouble(Random& random) {
    using Trouble = std::vector<std::pair<std::string, std::string>>;
    static const std::vector<Trouble> troubles{
        {{"brp.resident", "false"}, {"brp.kind", "none"}, {"stay.dwelling", "friends"}},
        {{"brp.resident", "false"},
         {"stay.dwelling", "street"},
         {"p.cannot_cope", "true"},
         {"shelter.reported", "true"}},
        {{"p.nl", "false"}, {"p.vw8", "f"}},
        {{"p.nl", "false"}, {"p.vw8", "none"}},
        {{"partner.married", "true"}, {"partner.nl", "false"}, {"partner.vw8", "none"}},
        {{"partner.married", "true"}, {"partner.abroad", "true"}, {"partner.same_addr", "false"}},
        {{"partner.married", "true"}, {"partner.detained", "true"}},
        {{"partner.married", "true"}, {"partner.same_addr", "false"}, {"partner.separated", "true"}},
        {{"p.detained", "true"}, {"stay.dwelling", "pi"}},
        {{"p.in_inrichting", "true"}},
        {{"zvw.insured", "false"}, {"insurer.needs_brp", "true"}},
        {{"zvw.arrears_months", "7"}},
        {{"parents.reachable", "false"}, {"p.age", "19"}},
        {{"work.capacity_now", "false"}, {"work.durable", "unclear"}, {"p.age", "18"}},
        {{"stay.mun", "A"},
         {"brp.mun", "B"},
         {"mun", "[{name: \"A\", region_binding: true}, {name: \"B\", region_binding: true}]"}},
        {{"inc.benefit_type", "bijstand"}, {"inc.wage_net_m", "400"}},
        {{"wsnp.admitted_on", "2024-06-01"}},
    };
    auto h = household(random);
    h.special = true;
    for (auto n = random.between(1, 2); n > 0; --n)
        for (const auto& [item, value] : random.one_of(troubles)) {
            // A wage given net is not given gross as well, nor told by an event.
            if (item == "inc.wage_net_m") {
                std::erase_if(h.facts, [](const auto& f) { return f.first == "inc.wage_m"; });
                h.event.clear();
            }
            std::erase_if(h.facts, [&](const auto& f) { return f.first == item; });
            h.facts.emplace_back(item, value);
        }
    return h;
}

Situation read(const Household& h, const RuleBase& rules, const std::string& id) {
    auto situation = read_situation(std::make_shared<const Source>(id + ".xml", h.xml(id)), rules);
    if (!situation) throw std::runtime_error(render(situation.error(), Language::en));
    return std::move(*situation);
}

}  // namespace samenloop::test
