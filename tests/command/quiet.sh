#!/usr/bin/env bash
# Ordinary households stay quiet: on four days nothing above severity 1 is found, and what is found at severity 1 stands in
# true.txt, with the article that makes it true, or in faults.txt, with what is wrong with it.  Fails with a line for each
# other finding, and for a line of these lists that is no longer needed.  What could not be answered (exit 3) is told beside
# it and fails nothing.
# Usage: quiet.sh SAMENLOOP ROOT [FILE…]
set -euo pipefail
export LC_ALL=C.UTF-8
samenloop=$(realpath "$1") root=$(realpath "$2")
shift 2
days=(2024-03-15 2025-03-15 2026-03-15 2026-11-27)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root/tests/quiet"
files=("$@")
if ((${#files[@]} == 0)); then files=(*.xml); fi

look() { # FILE DAY
    local file=$1 day=$2 status=0 name
    name=$work/$(basename "$file" .xml)_$day
    "$samenloop" check --rules "$root/rules" "$file" --date "$day" --format json -o "$name.json" >"$name.said" 2>&1 || status=$?
    if ((status != 0 && status != 1 && status != 3)); then
        echo "$file, $day: exit $status: $(head -n 3 "$name.said")" >"$name.refused"
    fi
}
export -f look
export samenloop root work

# shellcheck disable=SC2016
for file in "${files[@]}"; do
    for day in "${days[@]}"; do printf '%s\0%s\0' "$file" "$day"; done
done | xargs -0 -P2 -n2 bash -c 'look "$1" "$2"' look

/usr/bin/python3 - "$work" true.txt faults.txt <<'PY'
import glob, json, os, sys

work, listed = sys.argv[1], {}
for path in sys.argv[2:]:
    for line in open(path, encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            file, code, why = line.split(None, 2)
            listed[file, code] = False

bad, partial = [], []
for name in sorted(glob.glob(work + "/*.refused")):
    bad.append(open(name, encoding="utf-8").read().strip())
for name in sorted(glob.glob(work + "/*.json")):
    file, day = os.path.basename(name)[: -len(".json")].rsplit("_", 1)
    report = json.load(open(name, encoding="utf-8"))
    for f in report["findings"]:
        if f["severity"] == 0:
            continue
        if f["severity"] == 1 and (file, f["code"]) in listed and f["rules"]:
            listed[file, f["code"]] = True
            continue
        rules = " ".join(r["id"] for r in f["rules"])
        bad.append(f"{file}, {day}: [{f['severity']}] {f['code']} {f['title']} ({rules})")
    lacks = sorted({x for u in report["unanswered"] for x in u["lacks"]})
    if lacks:
        partial.append(f"{file}, {day}: {report['verdict']}, lacks {' '.join(lacks)}")

for line in partial:
    print("not everything answered:", line)
for line in bad:
    print("NOT QUIET:", line)
if len(os.listdir(work)) and not bad:
    for (file, code), seen in listed.items():
        if not seen and len(glob.glob(work + f"/{file}_*.json")):
            bad.append(file)
            print(f"NOT FOUND: {file} {code} is listed and no longer found")
sys.exit(1 if bad else 0)
PY
