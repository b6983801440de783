#include "work.hpp"

namespace samenloop {

TooMuchWork::TooMuchWork() : std::runtime_error(in_words().en) {}

Text TooMuchWork::in_words() {
    return {"te veel rekenwerk: regels die lange lijsten in elkaar doorlopen, of honderden regels over één ding",
            "too much to work out: rules that go over long lists inside one another, or hundreds of rules "
            "about one thing"};
}

}  // namespace samenloop

namespace samenloop::feel::work {

void give_up() { throw TooMuchWork(); }

}  // namespace samenloop::feel::work
