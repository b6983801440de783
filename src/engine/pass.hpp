#pragma once
// One pass over an evaluation in dependency order, from what changed to what depends on it.
//
// What is touched waits in a queue, ordered by the steps of the program.  A step is taken once, after everything that
// it reads; where its slots turn out to have the values that they had, nothing is handed on.  So a what-if costs what
// depends on it, however large the rule base is: the queue and the marks are kept from one pass to the next, and are
// not cleared but numbered anew.

#include <memory>

#include "engine/evaluation.hpp"

namespace samenloop::engine {

struct PassScratch;

class Pass {
  public:
    /// The evaluation must outlive the pass, and its program stay the same.
    explicit Pass(Evaluation& e);
    ~Pass();
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    Pass(Pass&&) = delete;
    Pass& operator=(Pass&&) = delete;

    /// The slot is worked out again, for what was given of it has changed.
    void touch_slot(Slot s);
    /// The rule is asked again, for whether it is used has changed.
    void touch_rule(Index r);
    /// Works out what was touched and what depends on it.
    void run();
    /// Works out everything, whatever was touched.
    void run_all();

  private:
    void wait_for(Index step);
    void touch_readers(Slot s);
    void take(const Step& step);
    void slot(Slot s);
    void object(Index o);
    void ask_again(Index r);
    void hand_on(Slot s, const Value& before);

    Evaluation& e_;
    std::unique_ptr<PassScratch> scratch_;
    bool everything_ = false;
};

/// The steps that passes have taken in this thread: what a what-if cost, the same on every machine.
std::uint64_t steps_taken();

}  // namespace samenloop::engine
