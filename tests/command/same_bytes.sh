#!/usr/bin/env bash
# The same question has the same answer, byte for byte: in ten runs, each under another locale, time zone, folder or
# memory filling, and with the files of the rule base under other names and so in another order.
# Usage: same_bytes.sh SAMENLOOP ROOT
set -euo pipefail
samenloop=$1 root=$2 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

mkdir "$work/locales" "$work/there" "$work/reversed" "$work/situations"
cp examples/situations/*.xml "$work/situations"
for name in tr_TR de_DE; do
    if ! localedef -i "$name" -f UTF-8 "$work/locales/$name.UTF-8" 2>/dev/null; then
        echo "skipped: the locale $name cannot be made; scripts/install installs what it needs"
        exit 77
    fi
done
export LOCPATH=$work/locales

number=1000
for file in rules/*.xml; do cp "$file" "$work/reversed/$((number--)).xml"; done

# Every format and language, of every situation, as one text.  File names are no part of it: each run is in the folder
# of the situations.
answer() {
    local language format situation
    for language in nl en; do
        for format in text json dot; do
            "$samenloop" check *.xml --rules "$1" --lang "$language" --format "$format" || (($? == 1))
        done
        for situation in briefadres partner-zonder-status; do
            "$samenloop" check "$situation.xml" --rules "$1" --lang "$language" --format svg || (($? == 1))
        done
    done
}

cd "$work/situations"
answer "$root/rules" >"$work/first"
[[ $(wc -c <"$work/first") -gt 100000 ]] || { echo "there is next to nothing to compare"; exit 1; }

bad=0
same() {
    local what=$1
    shift
    if ! "$@" | cmp - "$work/first"; then
        echo "other bytes: $what"
        bad=1
    fi
}
under() { (export "$1"; answer "$root/rules"); }

for run in 2 3; do same "run $run" answer "$root/rules"; done
for variable in LC_ALL=tr_TR.UTF-8 LC_ALL=de_DE.UTF-8 LC_ALL=C TZ=Asia/Kathmandu MALLOC_PERTURB_=85 COLUMNS=40; do
    same "$variable" under "$variable"
done
same "files in another order" answer "$work/reversed"
exit $bad
