#!/usr/bin/env bash
# No file below ROOT/src or ROOT/include is longer than 400 lines.
# Usage: sizes.sh ROOT
set -euo pipefail

find "$1/src" "$1/include" -type f -exec wc -l {} + |
    awk '$2 != "total" && $1 > 400 { print $2 ": " $1 " lines, at most 400"; bad = 1 } END { exit bad }'
