#!/usr/bin/env bash
# On a day for which the shipped rules have no amounts no command says that nothing was found, and none exits with 0,
# in whatever format; with the last known values carried forward each says so.  Prints a table.
# Usage: nothing_known.sh SAMENLOOP ROOT.
set -euo pipefail
samenloop=$1
cd "$2"
day=${DAY:-2032-01-01}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SAMENLOOP_RULES=rules SAMENLOOP_TODAY=$day

mkdir "$work/one"
cp examples/situations/meer-werken.xml "$work/one/"
sed 's/in-force="[0-9-]*"/in-force="'$day'"/' examples/proposals/kostendeler-21.xml >"$work/bill.xml"

# What says that all is well.
well='Geen botsing, vacuüm|No clash, vacuum|Elke behoefte die er is, is gedekt|^(Nieuw|New): 0$|geen gat$'
bad=0
row() {
    local wanted=$1 said=$2 format=$3 status=0 notice=no
    shift 3
    "$samenloop" "$@" --format "$format" >"$work/out" 2>"$work/err" || status=$?
    if cat "$work/out" "$work/err" | tr '\n' ' ' | grep -qE "$said"; then notice=yes; fi
    printf '%-10s %-6s %-4s exit %s  notice %s\n' "$1" "$format" "$wanted" "$status" "$notice"
    if [[ $wanted == none ]] && { [[ $status != [13] ]] || grep -qE "$well" "$work/out"; }; then bad=1; fi
    if [[ $notice != yes ]]; then bad=1; fi
}

situation=$work/one/meer-werken.xml
commands() {
    local wanted=$1 said=$2 format
    shift 2
    for format in text json dot svg; do row "$wanted" "$said" $format check "$situation" "$@"; done
    for format in text json sarif svg; do row "$wanted" "$said" $format compare "$work/bill.xml" --situations "$work/one" --everything "$@"; done
    for format in text json svg html; do row "$wanted" "$said" $format trace "$situation" --goal income_minimum "$@"; done
    for format in text csv json svg; do
        row "$wanted" "$said" $format curve "$situation" --over inc.toets --from 20000 --to 40000 "$@"
    done
    for format in text json; do row "$wanted" "$said" $format rank --situations "$work/one" "$@"; done
}
commands none 'geen waarde|zonder waarde|niet gelezen|"kind": "(amount|unread)"' --date $day
for format in text json; do
    row none 'waarde|niet gelezen|gestaakt|"kind"' $format holes health_insurance --date $day
    row none 'waarde|niet gelezen|gestaakt|"kind"' $format concepts partner --date $day
done
# All of the minimum income takes minutes: where all is looked at.
if [[ -z ${SAMENLOOP_SAMPLE:-} ]]; then
    row none 'waarde|niet gelezen|gestaakt|"kind"' text holes income_minimum --date $day
fi
for format in text json svg; do row none 'waarde|niet gelezen|"kind"' $format data --situation "$situation" --date $day; done
commands last 'doorgetrokken|"kind": "carried"|"id": "carried"' --date $day --amounts last
exit $bad
