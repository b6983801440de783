#!/usr/bin/env bash
# The pictures of proposals are well-formed XML on one sheet of A4; names in them stay words, whatever markup they try.
# Usage: compare_picture.sh SAMENLOOP ROOT
set -euo pipefail
samenloop=$1 root=$2 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root/tests/golden/compare-picture"
command -v xmllint >"$work/which" || { echo "skipped: there is no xmllint"; exit 77; }

bad=0
complain() { echo "$1"; bad=1; }
for proposals in bill.xml other.xml nothing.xml "bill.xml other.xml" "other.xml bill.xml nothing.xml other.xml bill.xml"; do
    for language in nl en; do
        # shellcheck disable=SC2086 # several files
        "$samenloop" compare $proposals --rules rules --situations situations --format svg --lang "$language" \
            -o "$work/picture.svg" || [[ $? == [13] ]]
        xmllint --noout "$work/picture.svg" || complain "$proposals: not XML"
        [[ $(xmllint --xpath 'count(//*[local-name()="script" or local-name()="b"])' "$work/picture.svg") == 0 ]] ||
            complain "$proposals: a name became markup"
        grep -qE 'width="(210|297)mm" height="(210|297)mm"' "$work/picture.svg" || complain "$proposals: not A4"
        # Nothing is drawn beside the sheet.
        awk -v RS='<' -v upright="$(grep -c 'width="210mm"' "$work/picture.svg" || true)" '
            function outside(name, most,   at) {
                if (match($0, " " name "=\"[-0-9.]+\"")) {
                    at = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0
                    if (at < 0 || at > most) { print "outside: <" $0; bad = 1 }
                }
            }
            BEGIN { wide = upright ? 794 : 1122; high = upright ? 1122 : 794 }
            /^(text|line|circle|rect) / {
                outside("x", wide); outside("x1", wide); outside("x2", wide); outside("cx", wide)
                outside("y", high); outside("y1", high); outside("y2", high); outside("cy", high)
            }
            END { exit bad }' "$work/picture.svg" || complain "$proposals: outside the sheet"
    done
done
exit $bad
