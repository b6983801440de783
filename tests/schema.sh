#!/usr/bin/env bash
# The shipped XML files follow their schema (rules/KIND.rng, else rules/KIND.xsd); exit 77 if there is none.
# Usage: schema.sh rules|situation ROOT
set -euo pipefail
shopt -s nullglob globstar

kind=$1
cd "$2"
if [[ -f rules/$kind.rng ]]; then
    validate=(xmllint --noout --relaxng "rules/$kind.rng")
elif [[ -f rules/$kind.xsd ]]; then
    validate=(xmllint --noout --schema "rules/$kind.xsd")
else
    echo "skipped: no schema rules/$kind.rng or rules/$kind.xsd"
    exit 77
fi

case $kind in
    rules) files=(rules/**/*.xml) ;;
    situation) files=(examples/**/*.xml tests/cases/*/*.xml) ;;
esac
if ((${#files[@]} == 0)); then
    echo "skipped: no $kind files"
    exit 77
fi
"${validate[@]}" "${files[@]}"
