#!/usr/bin/env bash
# README.md and docs/*.md show what the program does now: a block that starts with "$ samenloop …" holds what that command
# prints, and each picture is what the tool draws.
# Usage: readme.sh SAMENLOOP ROOT; UPDATE_GOLDEN=1 writes the blocks and the pictures anew.
set -euo pipefail
samenloop=$1
cd "$2"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The words of a command line, run here with the rules of this tree; at its end there may be "| head -n 9" or "| tail -n 9".
run() {
    local words part=(cat)
    if [[ $1 =~ \ \|\ (head|tail)\ -n\ ([0-9]+)$ ]]; then part=("${BASH_REMATCH[1]}" -n "${BASH_REMATCH[2]}"); fi
    read -ra words <<<"${1%% | *}"
    "$samenloop" "${words[@]}" >"$work/printed" || [[ $? == [13] ]]
    "${part[@]}" "$work/printed"
}
export SAMENLOOP_RULES=rules SAMENLOOP_TODAY=2025-01-15

# A page with its blocks written anew.
fresh() {
    local block=no line
    while IFS= read -r line; do
        if [[ $block == no || $line == '```' ]]; then echo "$line"; fi
        if [[ $line == '```'* ]]; then
            block=no
        elif [[ $line == '$ samenloop '* && $line != *' -o '* ]]; then
            run "${line#'$ samenloop '}"
            block=yes
        fi
    done <"$1"
}

mkdir "$work/docs"
pages=(README.md docs/*.md)
for page in "${pages[@]}"; do fresh "$page" >"$work/$page"; done

# A picture is drawn by the line of a page that says so: "$ samenloop … -o docs/NAME.svg".
pictures=0
while IFS= read -r line; do
    run "${line#'$ samenloop '}" >/dev/null
    pictures=$((pictures + 1))
done < <(grep -h '^\$ samenloop .* -o docs/.*\.svg$' "${pages[@]}" | sed "s| -o | -o $work/|")
for page in README.md docs/compare.md; do
    grep -q '^\$ samenloop' "$page" || { echo "$page shows no command"; exit 1; }
done
((pictures)) || { echo "README.md shows no picture"; exit 1; }

if [[ -n ${UPDATE_GOLDEN:-} ]]; then
    for page in "${pages[@]}"; do cp "$work/$page" "$page"; done
    cp "$work"/docs/*.svg docs/
    exit 0
fi
bad=0
for page in "${pages[@]}"; do diff -u --label "$page" "$page" --label now "$work/$page" || bad=1; done
for picture in "$work"/docs/*.svg; do
    name=docs/$(basename "$picture")
    diff -u --label "$name" "$name" --label now "$picture" || bad=1
    grep -qF -e "]($name)" -e "]($(basename "$name"))" "${pages[@]}" || { echo "no page shows $name"; bad=1; }
done
if ((bad)); then echo "not as shown; UPDATE_GOLDEN=1 writes it anew"; fi
exit $bad
