#!/usr/bin/env bash
# What --format json prints follows docs/finding.schema.json: of every shipped situation, several at once, and every run
# of every documented case and every detector test, in both languages.
# Usage: json_schema.sh SAMENLOOP ROOT; CASE_RUNNER names the program that runs the cases.
set -euo pipefail
cd "$2"
samenloop=$1 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v jsonschema >/dev/null; then
    echo "skipped: there is no jsonschema; scripts/install installs it"
    exit 77
fi

for language in nl en; do
    for situation in examples/situations/*.xml; do
        "$samenloop" check "$situation" --rules rules --format json --lang "$language" \
            -o "$work/example-$language-$(basename "$situation" .xml).json" || (($? == 1))
    done
    "$samenloop" check examples/situations/*.xml --rules rules --format json --lang "$language" \
        -o "$work/several-$language.json" || (($? == 1))
done
for folder in tests/cases/*/ tests/detectors/*/; do
    if [[ -f $folder/case.yaml ]]; then "$CASE_RUNNER" "$folder" "$work" >/dev/null; fi
done

outputs=("$work"/*.json)
instances=()
for output in "${outputs[@]}"; do instances+=(-i "$output"); done
jsonschema "${instances[@]}" docs/finding.schema.json

# A schema that accepts anything would do so silently: it must refuse a finding that lacks a key.
sed '0,/"severity"/s//"severe"/' "$work/example-en-briefadres.json" >"$work/spoilt"
if jsonschema -i "$work/spoilt" docs/finding.schema.json >/dev/null 2>&1; then
    echo "the schema accepts a finding without severity"
    exit 1
fi
echo "${#outputs[@]} outputs follow the schema"
