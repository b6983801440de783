#!/usr/bin/env bash
# All of the library as one file: two things of one name in one namespace, which separate files hide and a linker merges
# in silence, are an error in it.
# Usage: together.sh ROOT COMPILER
set -euo pipefail
root=$1 compiler=$2
all=$(mktemp --suffix=.cpp)
trap 'rm -f "$all"' EXIT
find "$root/src" -name '*.cpp' -not -path "$root/src/cli/*" | LC_ALL=C sort | sed 's/.*/#include "&"/' >"$all"
read -ra flags < <(pkg-config --cflags libgvc libcgraph)
"$compiler" "${flags[@]}" -isystem /usr/include/utf8cpp -DFMT_SHARED -DBOOST_ALL_NO_LIB -std=c++20 -w -fsyntax-only -DSAMENLOOP_VERSION='"0"' -I"$root/include" -I"$root/src" "$all"
