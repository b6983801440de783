#!/usr/bin/env bash
# rules amend -o writes a whole rule base or nothing, and replaces only what it wrote itself; the reverse proposal gives
# back every byte.
# Usage: amend.sh SAMENLOOP ROOT
set -euo pipefail
samenloop=$1 root=$2 work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cp -r "$root/tests/golden/amend/quay.xml" "$root/tests/golden/amend/nothing.xml" "$root/tests/golden/amend/rules" "$work"
cd "$work"

bad=0
# code, part of the message, arguments
expect() {
    local code=$1 message=$2 status=0
    shift 2
    "$samenloop" rules amend "$@" >out 2>err || status=$?
    if ((status != code)) || [[ $(<err) != *"$message"* ]]; then
        echo "amend $*: exit $status, wanted $code; said '$(cat err)', wanted '$message'"
        bad=1
    fi
    local left
    left=$(find . -name '*.partial*' -o -name '*.old')
    if [[ -n $left ]]; then echo "amend $* left behind: $left"; bad=1; fi
}
holds() {
    if ! "$@"; then
        echo "does not hold: $*"
        bad=1
    fi
}
same_rules() { diff -r --exclude=.consolidated "$1" "$2"; }

expect 0 '' nothing.xml --rules rules -o same
holds same_rules rules same
expect 0 '' quay.xml --rules rules -o amended --reverse back.xml
holds test -s amended/harbour.xml
holds test -s back.xml
expect 0 '' back.xml --rules amended -o again/
holds same_rules rules again

# what was written here may be written again
expect 0 '' nothing.xml --rules rules -o amended
holds same_rules rules amended
mkdir empty
expect 0 '' nothing.xml --rules rules -o empty
holds same_rules rules empty

# anything else stays as it is
expect 2 'niet door deze opdracht geschreven' nothing.xml --rules rules -o rules
echo mine >amended/notes.txt
expect 2 "'notes.txt' staat er ook in" quay.xml --rules rules -o amended
holds cmp rules/harbour.xml amended/harbour.xml
expect 2 'geen map' nothing.xml --rules rules -o back.xml
expect 2 'kan niet worden geschreven' nothing.xml --rules rules -o no/such/folder
sed 's/rule:HA-5/rule:HA-6/' quay.xml >wrong.xml
expect 2 "er is geen 'rule:HA-6'" wrong.xml --rules rules -o never --reverse never.xml
holds test ! -e never
holds test ! -e never.xml
exit $bad
