#!/usr/bin/env bash
# What --format json prints follows its schema in docs/: of every shipped situation, several at once, and every run of
# every documented case and every detector test, in both languages; and what is said about data.
# Usage: json_schema.sh SAMENLOOP ROOT; CASE_RUNNER names the program that runs the cases.
set -euo pipefail
cd "$2"
samenloop=$1 work=$(mktemp -d)
mkdir "$work/data" "$work/trace"
trap 'rm -rf "$work"' EXIT

if ! command -v jsonschema >/dev/null; then
    echo "skipped: there is no jsonschema; scripts/install installs it"
    exit 77
fi

for language in nl en; do
    for situation in examples/situations/*.xml; do
        name=$language-$(basename "$situation" .xml).json
        "$samenloop" check "$situation" --rules rules --format json --lang "$language" -o "$work/example-$name" ||
            (($? == 1))
        "$samenloop" trace "$situation" --rules rules --format json --lang "$language" -o "$work/trace/$name" || (($? == 1))
        "$samenloop" data --situation "$situation" --rules rules --format json --lang "$language" -o "$work/data/$name"
    done
    "$samenloop" check examples/situations/*.xml --rules rules --format json --lang "$language" \
        -o "$work/several-$language.json" || (($? == 1))
done
for folder in tests/cases/*/ tests/detectors/*/; do
    [[ ! -f $folder/case.yaml ]] || "$CASE_RUNNER" "$folder" "$work"
done

# Schema, outputs.
follow() {
    local schema=$1 output instances=()
    shift
    for output in "$@"; do instances+=(-i "$output"); done
    jsonschema "${instances[@]}" "$schema"
    echo "$# outputs follow $schema"
}
follow docs/finding.schema.json "$work"/*.json
follow docs/data.schema.json "$work"/data/*.json
follow docs/trace.schema.json "$work"/trace/*.json

# A schema that accepts anything would do so silently: it must refuse a finding that lacks a key.
sed '0,/"severity"/s//"severe"/' "$work/example-en-briefadres.json" >"$work/spoilt"
if jsonschema -i "$work/spoilt" docs/finding.schema.json >/dev/null 2>&1; then
    echo "the schema accepts a finding without severity"
    exit 1
fi
