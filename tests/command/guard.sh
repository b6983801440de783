#!/usr/bin/env bash
# The recipe of docs/compare.md that guards a repository does what it says: the script of the page is run in a made-up
# repository, for a bill that mends, one that breaks and one that does not fit; and what its workflow uploads is new.
# Usage: guard.sh SAMENLOOP ROOT
set -euo pipefail
cd "$2"
root=$PWD work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/repository"
ln -s "$1" "$work/bin/samenloop"
PATH=$work/bin:$PATH
sed -n '/^```bash$/,/^```$/{//!p}' docs/compare.md >"$work/guard"
filter=$(sed -n 's/^ *run: \(jq .*\)$/\1/p' docs/compare.md)
[[ -s $work/guard && -n $filter ]] || { echo "docs/compare.md has no script or no filter"; exit 1; }

# A kingdom where bread and hearth mean different things by a household (CL-4, severity 2).
cd "$work/repository"
mkdir rules situations proposals
cp "$root"/tests/detectors/common/*.xml "$root"/tests/detectors/CL-4-positive/rules/*.xml rules
cp "$root/tests/detectors/CL-4-positive/situation.xml" situations

# Name, exit code, words that must be among what it prints.
guard() {
    local got=0
    rm -f samenloop.sarif
    bash "$work/guard" >"$work/out" 2>&1 || got=$?
    if ((got != $2)) || [[ $(<"$work/out") != *"$3"* ]]; then
        echo "$1: exit $got, not $2; or '$3' is not in:"
        cat "$work/out"
        exit 1
    fi
}
bill() {
    echo "<proposal xmlns=\"urn:samenloop:proposal:1\" id=\"$1\" title=\"$1\" proposer=\"x\" in-force=\"2025-01-01\">"
    echo "  <substitution target=\"rule:BREAD-1/define\" words=\"$2\">$3</substitution>"
    echo "</proposal>"
}

guard "no proposals" 0 ""
[[ ! -e samenloop.sarif ]]
bill mends table roof >proposals/one.xml
guard "a bill that mends" 0 ""
grep -q '"baselineState": "absent"' samenloop.sarif
cp samenloop.sarif "$work/mended.sarif"

bill misfits tabel roof >proposals/two.xml
guard "a bill that does not fit" 2 "proposals/two.xml:2:"
[[ ! -e samenloop.sarif ]]

samenloop rules amend proposals/one.xml --rules rules -o amended >/dev/null
rm -r rules proposals/*.xml
mv amended rules
bill breaks roof table >proposals/three.xml
guard "a bill that breaks" 1 "CL-4"
grep -q '"baselineState": "new"' samenloop.sarif

command -v jq >/dev/null || { echo "skipped: there is no jq; scripts/install --ci installs it"; exit 77; }
bash -c "$filter"
[[ $(jq -c '[.runs[].results[].baselineState]' new.sarif) == '["new"]' ]]
cp "$work/mended.sarif" samenloop.sarif
bash -c "$filter"
[[ $(jq -c '[.runs[].results | length]' new.sarif) == '[0]' ]]
