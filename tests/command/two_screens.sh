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

# One household's data, and a trace a goal, have two screens, too; bodies that have nothing to do with it are left out.
lines_of() { { "$samenloop" "$@" --rules rules || true; } | wc -l; }
households=(tests/data/newcomer-households/*.xml)
for situation in examples/situations/*.xml "${households[@]}"; do
    if (($(lines_of data --situation "$situation") > 80)); then echo "data $situation: too long"; bad=1; fi
    if (($(lines_of check "$situation") > 80)); then echo "check $situation: too long"; bad=1; fi
done
for goal in need:income_minimum need:health_insurance need:registration_identity; do
    if (($(lines_of trace examples/situations/briefadres.xml --goal $goal) > 80)); then echo "trace $goal: too long"; bad=1; fi
done
"$samenloop" data --situation "${households[0]}" --rules rules >"$work/data"
for body in "Bureau Financieel Toezicht" NVWA CJIB DUO "Landelijk Bureau Bibob"; do
    if grep -q "^$body" "$work/data"; then echo "$body has nothing to do with ${households[0]}"; bad=1; fi
done
for body in "Dienst Toeslagen" "gemeente, Werk en Inkomen"; do
    grep -q "^$body" "$work/data" || { echo "$body has to do with ${households[0]}"; bad=1; }
done
# What an event costs a month, and from which day, stands on the page.
"$samenloop" check "${households[0]}" --rules rules >"$work/page" || true
grep -q "per maand minder" "$work/page" || { echo "no euros for ${households[0]}"; bad=1; }
exit $bad
