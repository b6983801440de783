#include <cstdio>

int main() { std::puts("samenloop " SAMENLOOP_VERSION); }
