#!/usr/bin/env bash
# The situations of today can be judged in full by every analysis: no amount and no text of that day is missing.
# Usage: today.sh SAMENLOOP ROOT
set -euo pipefail
samenloop=$1 root=$2
cd "$root"

bad=0
# The JSON of the command must say `complete`, and nothing else.
complete() {
    local verdicts
    verdicts=$({ "$samenloop" "$@" --rules rules --format json || [[ $? == [13] ]]; } |
        grep -o '"verdict": "[a-z]*"' | sort -u)
    if [[ $verdicts != '"verdict": "complete"' ]]; then
        echo "not complete: samenloop $*: ${verdicts:-no verdict}"
        bad=1
    fi
}

count=0
for file in examples/today/*.xml; do
    complete check "$file"
    complete trace "$file"
    count=$((count + 1))
done
((count >= 11)) || { echo "only $count situations of today"; exit 1; }
for name in gescheiden-gezin kind-wordt-18 meer-werken; do
    complete curve "examples/today/$name.xml" --over inc.wage_m --from 0 --to 3500
done
for proposal in examples/proposals/{kostendeler-21,een-vermogensgrens}.xml; do
    complete compare "$proposal" --situations examples/today
done
exit $bad
