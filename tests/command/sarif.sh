#!/usr/bin/env bash
# What compare --format sarif prints is SARIF 2.1.0: by the schema of OASIS, of every example proposal that differs, in
# both languages; the same bytes each time; without a path of this machine; and of a made-up law each result is what and
# where it should be, with a fingerprint that survives moved lines and renamed files.
# Usage: sarif.sh SAMENLOOP ROOT
set -euo pipefail
cd "$2"
samenloop=$1 root=$PWD schema=$PWD/../shared/data/sarif/sarif-schema-2.1.0.json work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "skipped: $1"
    exit 77
}
"$samenloop" compare --help >/dev/null 2>&1 || skip "this samenloop does not compare"
[[ -f $schema ]] || skip "../shared is not there"
command -v jsonschema >/dev/null || skip "there is no jsonschema; scripts/install installs it"

compare() { "$samenloop" compare "$@" --format sarif || [[ $? == [13] ]]; }
follow() {
    local instances=() each
    for each in "$@"; do instances+=(-i "$each"); done
    jsonschema "${instances[@]}" "$schema"
    echo "$# outputs follow the schema"
}

# A kingdom where bread and hearth mean different things by a household, and a bill that ends it.
mkdir "$work/rules" "$work/situations"
cp tests/detectors/common/*.xml tests/detectors/CL-4-positive/rules/*.xml "$work/rules"
cp tests/detectors/CL-4-positive/situation.xml "$work/situations"
cd "$work"
cat >"one household.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<proposal xmlns="urn:samenloop:proposal:1" id="one" title="Eén huishouden" title-en="One household" proposer="x" in-force="2025-01-01">
  <substitution target="law:bread/@title" words="Bread">Bröd</substitution>
  <substitution target="rule:BREAD-1/define" words="table">roof</substitution>
</proposal>
XML
sed -e 's/ title-en="One household"//' "one household.xml" >two.xml
"$samenloop" rules amend "one household.xml" --rules rules -o amended --reverse back.xml >amend.out
compare "one household.xml" --rules rules --situations situations --lang en >gone.sarif
compare back.xml --rules amended --situations "$work/situations" --lang nl >new.sarif
# An unrelated edit: everything a few lines further down, in a file of another name.
mkdir moved
for file in rules/*.xml; do sed '2s/^/<!-- moved -->\n\n\n/' "$file" >"moved/a-$(basename "$file")"; done
sed '2s/^/<!-- moved -->\n\n\n/' "one household.xml" >moved.xml
compare moved.xml --rules "$work/moved" --situations situations --lang en >moved.sarif
follow gone.sarif new.sarif moved.sarif

cat >look.py <<'PY'
import json

def result(name):
    results = json.load(open(name))["runs"][0]["results"]
    assert len(results) == 1, f"{name}: {len(results)} results"
    return results[0]

def same(what, got, wanted):
    assert got == wanted, f"{what}: {got!r}, not {wanted!r}"

def place(location):
    at = location["physicalLocation"]
    region = at["region"]
    return at["artifactLocation"]["uri"], region["startLine"], region["startColumn"]

# An id of a run ends with a slash where it names the kind of run and not the one run; names are not words of a language.
for name, proposal in ("gone", "one"), ("new", "one_reverse"):
    run = json.load(open(name + ".sarif"))["runs"][0]
    same("run", run["automationDetails"]["id"], f"samenloop/{proposal}/")
    same("name", {r["id"]: r["name"] for r in run["tool"]["driver"]["rules"]}["CL-4"], "ConceptMismatch")

gone, new, moved = result("gone.sarif"), result("new.sarif"), result("moved.sarif")
same("rule", gone["ruleId"], "CL-4")
same("level", gone["level"], "warning")
same("states", [gone["baselineState"], new["baselineState"]], ["absent", "new"])
same("cause", gone["properties"]["modifications"], [2])
same("amounts", gone["properties"]["amounts"], {"eur_month": 60})
same("location", place(gone["locations"][0]), ("one%20household.xml", 4, 3))
same("snippet", gone["locations"][0]["physicalLocation"]["region"]["snippet"]["text"],
     '<substitution target="rule:BREAD-1/define" words="table">roof</substitution>')
same("moved location", place(moved["locations"][0]), ("moved.xml", 7, 3))
same("fingerprints", gone["partialFingerprints"], moved["partialFingerprints"])
same("fingerprint", gone["partialFingerprints"]["samenloop/v1"], new["partialFingerprints"]["samenloop/v1"])
rules = ["BREAD-1", "BREAD-2", "HEARTH-1", "HEARTH-2"]
same("members", [l["fullyQualifiedName"] for l in gone["locations"][0]["logicalLocations"]],
     ["bread.BREAD-1", "bread.BREAD-2", "hearth.HEARTH-1", "hearth.HEARTH-2"])
same("related", [l["logicalLocations"][0]["name"] for l in gone["relatedLocations"]], rules)
lines = {rule: number + 1 for number, line in enumerate(open("rules/laws.xml")) for rule in rules if f'id="{rule}"' in line}
same("related lines", [place(l)[:2] for l in gone["relatedLocations"]], [("rules/laws.xml", lines[r]) for r in rules])
same("moved lines", [place(l)[:2] for l in moved["relatedLocations"]], [("moved/a-laws.xml", lines[r] + 3) for r in rules])
# The law that BREAD-1 stands in after the reverse is the proposal's as far as the words go, and the file's for the rest.
same("new related", [place(l)[0] for l in new["relatedLocations"]], ["amended/laws.xml"] * 4)
same("flows", len(gone["codeFlows"]), 1)
steps = [s["location"]["message"]["text"] for s in gone["codeFlows"][0]["threadFlows"][0]["locations"]]
same("steps", steps, ["household → household under the Bread Act: yes", "household → household under the Hearth Tax Act: no"])
PY
python3 look.py

cd "$root"
for language in nl en; do
    for proposal in met-fouten algemene-grondslag-gegevens; do
        compare "examples/proposals/$proposal.xml" --rules rules --lang "$language" >"$work/$proposal-$language.sarif"
    done
done
compare "$root"/examples/proposals/{met-fouten,algemene-grondslag-gegevens}.xml --lang en >"$work/both.sarif"
follow "$work"/{met-fouten,algemene-grondslag-gegevens}-{nl,en}.sarif "$work/both.sarif"
compare examples/proposals/met-fouten.xml --rules rules --lang en | cmp - "$work/met-fouten-en.sarif"
if grep -nF "$root" "$work"/*.sarif || grep -nF "$work" "$work"/*.sarif; then
    echo "tells where the files of this machine stand"
    exit 1
fi

# A schema that accepts anything would do so silently.
sed '0,/"baselineState": "[a-z]*"/s//"baselineState": "gone"/' "$work/gone.sarif" >"$work/spoilt"
if jsonschema -i "$work/spoilt" "$schema" >/dev/null 2>&1; then
    echo "the schema accepts a state that is none"
    exit 1
fi
