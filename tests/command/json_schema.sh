#!/usr/bin/env bash
# What --format json prints follows its schema in docs/: of every shipped situation, several at once, and every run of
# every documented case (of so many in a hundred where SAMENLOOP_SAMPLE says so) and every detector test, in both
# languages; what is said about data; proposals compared; and what stands most in the way.
# Usage: json_schema.sh SAMENLOOP ROOT; CASE_RUNNER names the program that runs the cases.
set -euo pipefail
cd "$2"
export SAMENLOOP_TODAY=2025-01-15
samenloop=$1 work=$(mktemp -d)
mkdir "$work/data" "$work/trace" "$work/compare" "$work/rank"
trap 'rm -rf "$work"' EXIT

if ! command -v jsonschema >/dev/null; then
    echo "skipped: there is no jsonschema; scripts/install installs it"
    exit 77
fi

for language in nl en; do
    for situation in examples/situations/*.xml; do
        name=$language-$(basename "$situation" .xml).json
        "$samenloop" check "$situation" --rules rules --format json --lang "$language" -o "$work/example-$name" ||
            [[ $? == [13] ]]
        "$samenloop" trace "$situation" --rules rules --format json --lang "$language" -o "$work/trace/$name" || [[ $? == [13] ]]
        "$samenloop" data --situation "$situation" --rules rules --format json --lang "$language" -o "$work/data/$name" ||
            [[ $? == 3 ]]
    done
    "$samenloop" check examples/situations/*.xml --rules rules --format json --lang "$language" \
        -o "$work/several-$language.json" || [[ $? == [13] ]]
    "$samenloop" check tests/golden/people/family.xml --until 2028-01-01 --rules rules --format json \
        --lang "$language" -o "$work/example-ahead-$language.json" || [[ $? == [13] ]]
    "$samenloop" compare examples/proposals/{met-fouten,algemene-grondslag-gegevens}.xml --rules rules --format json \
        --lang "$language" -o "$work/compare/$language.json" || [[ $? == [13] ]]
    "$samenloop" trace tests/golden/people/family.xml --goal kgb --until 2028-01-01 --rules rules --format json \
        --lang "$language" -o "$work/trace/ahead-$language.json" || [[ $? == [13] ]]
    "$samenloop" compare examples/proposals/kostendeler-21.xml --situations tests/golden/ahead/situations \
        --until 2026-01-01 --rules rules --format json --lang "$language" -o "$work/compare/ahead-$language.json" ||
        [[ $? == [13] ]]
    "$samenloop" rank --rules tests/golden/rank/rules --format json --lang "$language" -o "$work/rank/$language.json"
done
# A part of the documented cases where a sample is asked for; of the detectors all.
every=$((100 / ${SAMENLOOP_SAMPLE:-100}))
number=0
for folder in tests/cases/*/; do
    if ((number++ % every == 0)) && [[ -f $folder/case.yaml ]]; then "$CASE_RUNNER" "$folder" "$work"; fi
done
for folder in tests/detectors/*/; do
    [[ ! -f $folder/case.yaml ]] || "$CASE_RUNNER" "$folder" "$work"
done

# A schema that refers to another one beside it has no name of its own but its place.
where() { grep -q '"$id"' "$1" || echo "--base-uri=file://$PWD/docs/"; }

# Schema, outputs.
follow() {
    local schema=$1 output instances=()
    shift
    for output in "$@"; do instances+=(-i "$output"); done
    jsonschema $(where "$schema") "${instances[@]}" "$schema"
    echo "$# outputs follow $schema"
}
follow docs/finding.schema.json "$work"/*.json
follow docs/data.schema.json "$work"/data/*.json
follow docs/trace.schema.json "$work"/trace/*.json
follow docs/compare.schema.json "$work"/compare/*.json
follow docs/rank.schema.json "$work"/rank/*.json

# A schema that accepts anything would do so silently: it must refuse a finding that lacks a key.
refuse() {
    sed '0,/"severity"/s//"severe"/' "$2" >"$work/spoilt"
    if jsonschema $(where "$1") -i "$work/spoilt" "$1" >/dev/null 2>&1; then
        echo "$1 accepts a finding without severity"
        exit 1
    fi
}
refuse docs/finding.schema.json "$work/example-en-briefadres.json"
refuse docs/compare.schema.json "$work/compare/en.json"
refuse docs/rank.schema.json "$work/rank/en.json"
