#!/usr/bin/env bash
# Our XML files follow their schema, rules/KIND.rng; exit 77 when there is nothing to check.
# Usage: schema.sh rules|situation|proposal ROOT
set -euo pipefail
shopt -s nullglob globstar

kind=$1
cd "$2"
case $kind in
rules) root='<rulebase' ;;
situation) root='<situation' ;;
proposal) root='<proposal' ;;
esac

# Golden folders named error-* hold files that are meant to be wrong.
files=()
for file in {rules,examples,tests/cases,tests/golden}/**/*.xml; do
    if [[ $file != tests/golden/error-* ]] && grep -q -- "$root" "$file"; then files+=("$file"); fi
done
if [[ ! -f rules/$kind.rng || ${#files[@]} == 0 ]]; then
    echo "skipped: schema rules/$kind.rng, files: ${#files[@]}"
    exit 77
fi
xmllint --noout --relaxng "rules/$kind.rng" "${files[@]}"
