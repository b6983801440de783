#!/usr/bin/env bash
# README.md shows what the program does now: a block that starts with "$ samenloop …" holds what that command prints,
# and each picture it shows is what the tool draws.
# Usage: readme.sh SAMENLOOP ROOT; UPDATE_GOLDEN=1 writes the blocks and the pictures anew.
set -euo pipefail
samenloop=$1
cd "$2"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The words of a command line of the README, run here with the rules of this tree.
run() {
    local words
    read -ra words <<<"$1"
    "$samenloop" "${words[@]}" || (($? == 1))
}
export SAMENLOOP_RULES=rules

fresh=$work/README.md
block=no
while IFS= read -r line; do
    if [[ $block == no || $line == '```' ]]; then echo "$line"; fi
    if [[ $line == '```'* ]]; then
        block=no
    elif [[ $line == '$ samenloop '* && $line != *' -o '* ]]; then
        run "${line#'$ samenloop '}"
        block=yes
    fi
done <README.md >"$fresh"

# A picture is drawn by the line of the README that says so: "$ samenloop … -o docs/NAME.svg".
mkdir "$work/docs"
pictures=0
while IFS= read -r line; do
    picture=${line##* -o }
    run "${line#'$ samenloop '}" >/dev/null
    pictures=$((pictures + 1))
done < <(grep '^\$ samenloop .* -o docs/.*\.svg$' README.md | sed "s| -o | -o $work/|")
blocks=$(grep -c '^\$ samenloop' README.md)
if ((blocks < 2 || pictures == 0)); then
    echo "README.md shows no command or no picture"
    exit 1
fi

if [[ -n ${UPDATE_GOLDEN:-} ]]; then
    cp "$fresh" README.md
    cp "$work"/docs/*.svg docs/
    exit 0
fi
bad=0
diff -u --label README.md README.md --label now "$fresh" || bad=1
for picture in "$work"/docs/*.svg; do
    name=docs/$(basename "$picture")
    diff -u --label "$name" "$name" --label now "$picture" || bad=1
    grep -qF "]($name)" README.md || { echo "README.md does not show $name"; bad=1; }
done
if ((bad)); then echo "not as shown; UPDATE_GOLDEN=1 writes it anew"; fi
exit $bad
