#!/usr/bin/env bash
# Each shipped file, spoilt in four ways: the command ends with 2 and tells a place in that file.
# (tests/unit/broken_inputs_test.cpp has many more ways, and looks at the line; this is the program as a whole.)
# Usage: broken_files.sh SAMENLOOP ROOT
set -euo pipefail
samenloop=$1 root=$2 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/rules" "$root/examples/situations" "$work"
cd "$work"

spoil() {
    case $1 in
    "cut off") head -c $(($(wc -c <"$2") / 2)) "$2" ;;
    "crossed tags") sed '0,\|</[a-z]*>|s||</crossed>|' "$2" | sed '$s|</[a-z]*>|</crossed>|' ;;
    "unknown attribute") sed '0,/ id="/s// idd="/' "$2" ;;
    "no UTF-8") sed 's/title="/&\xff/' "$2" ;;
    esac
}

count=0 bad=0
for file in rules/*.xml situations/*.xml; do
    for way in "cut off" "crossed tags" "unknown attribute" "no UTF-8"; do
        spoil "$way" "$root/${file/situations/examples/situations}" >"$file"
        [[ $file == situations/* ]] && situation=$file || situation=situations/briefadres.xml
        status=0
        "$samenloop" check "$situation" --rules rules -o result >out 2>err || status=$?
        if ((status != 2)) || ! grep -qE "^$file:[0-9]+:[0-9]+: fout: " err || [[ -s out || -e result ]]; then
            if ! cmp -s "$file" "$root/${file/situations/examples/situations}"; then
                echo "$file, $way: exit $status, said: $(head -n 3 err)"
                bad=1
            fi
        fi
        count=$((count + 1))
    done
    cp "$root/${file/situations/examples/situations}" "$file"
done
if ((count < 100)); then
    echo "only $count broken files"
    bad=1
fi
exit $bad
