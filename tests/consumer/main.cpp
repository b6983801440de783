#include <samenloop/source.hpp>

int main() {
    const samenloop::Source source("inline", "one\ntwo\n");
    return source.position(4).line == 2 ? 0 : 1;
}
