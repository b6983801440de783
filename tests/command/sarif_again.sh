#!/usr/bin/env bash
# The SARIF of every example proposal by a second validator, which has nothing in common with the one of sarif.sh.
# Usage: sarif_again.sh SAMENLOOP ROOT
set -euo pipefail
cd "$2"
samenloop=$1 schema=$PWD/../shared/data/sarif/sarif-schema-2.1.0.json work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "skipped: $1"
    exit 77
}
python=/usr/bin/python3  # that of the Debian package
[[ -f $schema ]] || skip "../shared is not there"
"$python" -c 'import fastjsonschema' 2>/dev/null || skip "there is no fastjsonschema; scripts/install --ci installs it"

"$samenloop" compare examples/proposals/*.xml --rules rules --format sarif >"$work/all.sarif" || [[ $? == [13] ]]
"$python" - "$schema" "$work/all.sarif" <<'PY'
import glob, json, sys
import fastjsonschema

# Formats that draft 4 does not have: this library wants to be told what they are.
formats = {"uri-reference": r"^\S*$"}
follows = fastjsonschema.compile(json.load(open(sys.argv[1])), formats=formats)
log = json.load(open(sys.argv[2]))
follows(log)
proposals = len(glob.glob("examples/proposals/*.xml"))
assert len(log["runs"]) == proposals, f"{len(log['runs'])} runs, not {proposals}"
print(f"{proposals} proposals follow the schema")

# Each of these must be refused, or the schema would accept anything.
for path, value in (("baselineState", "gone"), ("level", "fatal"), ("message", {}), ("ruleIndex", "nine"), ("extra", 1)):
    spoilt = json.load(open(sys.argv[2]))
    spoilt["runs"][0]["results"][0][path] = value
    try:
        follows(spoilt)
    except fastjsonschema.JsonSchemaException:
        continue
    sys.exit(f"the schema accepts {path} = {value!r}")
PY
