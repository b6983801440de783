#!/usr/bin/env bash
# The page of `check` on each shipped situation, and on cases with many findings, has at most two screens in both languages
# and leaves out no finding: each has its number there.
# Usage: two_screens.sh SAMENLOOP ROOT
set -euo pipefail
export LC_ALL=C.UTF-8
samenloop=$1
cd "$2"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bad=0
look() {
    local situation=$1 language=$2 status=0
    "$samenloop" check "$situation" --rules rules --lang "$language" >"$work/page" || status=$?
    ((status == 0 || status == 1 || status == 3)) || { echo "$situation $language: exit $status"; bad=1; }
    local lines
    lines=$(wc -l <"$work/page")
    if ((lines > 80)); then echo "$situation $language: $lines lines"; bad=1; fi
    "$samenloop" check "$situation" --rules rules --lang "$language" --verbose >"$work/all" || true
    local number
    while read -r number; do
        grep -qE "^ *$number\.?( |$)" "$work/page" ||
            { echo "$situation $language: nothing is said of finding $number"; bad=1; }
    done < <(grep -oE '^ *[0-9]+(\. |\.[0-9]+ )' "$work/all" | sed 's/^ *//; s/\.\? *$//')
    # Less only by the line that tells of --verbose.
    if (($(wc -l <"$work/all") + 1 < lines)); then echo "$situation $language: --verbose tells less"; bad=1; fi
}
for situation in examples/situations/*.xml tests/cases/{C06,C10,C15,C28}/situation.xml; do
    for language in nl en; do look "$situation" "$language"; done
done
exit $bad
