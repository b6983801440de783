#include "work.hpp"

namespace samenloop {

TooMuchWork::TooMuchWork()
    : std::runtime_error(
          "too much to work out: rules that go over long lists inside one another, or hundreds of rules "
          "about one thing") {}

}  // namespace samenloop

namespace samenloop::feel::work {

void give_up() { throw TooMuchWork(); }

}  // namespace samenloop::feel::work
