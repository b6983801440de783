#!/usr/bin/env bash
# docs/coverage.md is what `rules coverage` prints of the shipped rules; UPDATE_GOLDEN=1 writes it again.
# Usage: coverage.sh SAMENLOOP ROOT
set -euo pipefail
cd "$2"
if [[ ${UPDATE_GOLDEN-} ]]; then
    "$1" rules coverage --rules rules --lang en -o docs/coverage.md
    exit
fi
diff docs/coverage.md <("$1" rules coverage --rules rules --lang en)
diff <("$1" rules coverage --rules rules --lang nl | grep -c '^|') <(grep -c '^|' docs/coverage.md)
