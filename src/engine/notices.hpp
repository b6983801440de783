#pragma once
// Reasons as notices: one a law for amounts, one a law for a text that was not read, one for all facts, one for each
// part that the rules leave out.

#include <functional>
#include <map>

#include "engine/known.hpp"

namespace samenloop::engine {

std::vector<std::string> typed_ids(const RuleBase& base, const Lacking& lacking);

class Notices {
  public:
    explicit Notices(const Evaluation& e) : e_(e) {}

    /// What lacks it rests on all of that.
    void lacks(const std::string& what, const Lacking& lacking);
    /// The same of amounts that have a value only because it is carried forward.
    void carried(const std::string& what, const std::set<Slot>& amounts);
    /// What looks at rules of which the text was not read up to the day.
    void unread(const std::string& what, Index rule);
    void given_up(const Text& text, const std::vector<std::string>& searched, std::vector<std::string> rests);

    std::vector<Notice> take() const;

  private:
    void amounts(NoticeKind kind, const std::map<Slot, std::set<std::string>>& all, Judgement& into) const;
    void laws(Judgement& into) const;
    void facts(Judgement& into) const;
    void not_defined(Judgement& into) const;
    void left_out(Judgement& into) const;

    const Evaluation& e_;
    std::map<Slot, std::set<std::string>> amounts_;
    std::map<Slot, std::set<std::string>> carried_;
    std::map<model::Path, std::set<std::string>> facts_;
    std::map<Index, std::set<std::string>> unmodelled_;
    std::map<Slot, std::set<std::string>> undefined_;
    std::map<Index, std::set<std::string>> laws_;
    std::vector<Notice> given_up_;
};

/// What was asked, by its typed id, what it lacks, the rules it rests on, and whether the search for it gave up.
struct Query {
    std::string id;
    Lacking lacking;
    std::vector<Index> rules;
    bool gave_up = false;
};

/// The questions judged together: each that lacks something, rests on a text that was not read up to the day, or was
/// given up, is not answered.  `ask` is called again without the amounts that are only carried forward.
Judgement judge(const Evaluation& e, const std::function<std::vector<Query>(const Evaluation&)>& ask);

}  // namespace samenloop::engine
