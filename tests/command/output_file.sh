#!/usr/bin/env bash
# -o FILE leaves all of the new bytes or all of the old ones, and nothing beside them; what cannot be written is told.
# Usage: output_file.sh SAMENLOOP ROOT
set -euo pipefail
samenloop=$1 root=$2 work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work"
cp "$root/tests/data/situation.xml" s.xml

bad=0
# code, part of the message, arguments: the command ends with the code and says that.
expect() {
    local code=$1 message=$2 status=0
    shift 2
    "$samenloop" check s.xml --rules "$root/tests/data/mini" "$@" >out 2>err || status=$?
    if ((status != code)) || [[ $(<err) != *"$message"* ]]; then
        echo "check $*: exit $status, wanted $code; said '$(cat err)', wanted '$message'"
        bad=1
    fi
}
holds() {
    if ! "$@"; then
        echo "does not hold: $*"
        bad=1
    fi
}
nothing_left() {
    local left
    left=$(find . -name '*partial*')
    if [[ -n $left ]]; then
        echo "left behind: $left"
        bad=1
    fi
}

"$samenloop" check s.xml --rules "$root/tests/data/mini" >wanted || true

expect 1 '' -o new.txt
holds cmp wanted new.txt

echo old >old.txt
expect 1 '' -o old.txt
holds cmp wanted old.txt

echo old >behind.txt
ln -s behind.txt link.txt
expect 1 '' -o link.txt
holds cmp wanted behind.txt
holds test -L link.txt

# Bad input: the old file stays.
echo old >kept.txt
expect 2 "er is geen regel 'NOPE'" -o kept.txt --without NOPE
holds grep -qx old kept.txt

# A write that fails half-way: no more room than one block, the old file stays.
expect_limited() {
    local status=0
    (ulimit -f 1; trap '' XFSZ; "$samenloop" check s.xml --rules "$root/tests/data/mini" --format json -o kept.txt) \
        >out 2>err || status=$?
    if ((status != 2)) || ! grep -qF "'kept.txt' kan niet worden geschreven: het bestand wordt te groot" err; then
        echo "a full disk: exit $status, said '$(cat err)'"
        bad=1
    fi
}
expect_limited
holds grep -qx old kept.txt

mkdir folder
expect 2 "'folder' kan niet worden geschreven: dit is een map" -o folder
expect 2 "'nowhere/x.txt' kan niet worden geschreven: bestand of map bestaat niet" -o nowhere/x.txt
expect 2 "'s.xml/x.txt' kan niet worden geschreven: dit is geen map" -o s.xml/x.txt
expect 2 "'/dev/full' kan niet worden geschreven: er is geen ruimte meer op de schijf" -o /dev/full
expect 2 "cannot write '/dev/full': No space left on device" -o /dev/full --lang en
holds test -c /dev/full
expect 1 '' -o /dev/null
holds test -c /dev/null
expect 1 '' -o /dev/stdout
holds cmp wanted out

# The file stays what it was: mode, links, names.
echo old >private.txt
chmod 600 private.txt
expect 1 '' -o private.txt
holds test "$(stat -c %a private.txt)" = 600
ln -s not-there-yet.txt dangling.txt
expect 1 '' -o dangling.txt
holds test -L dangling.txt
holds cmp wanted not-there-yet.txt
ln -s loop-b loop-a
ln -s loop-a loop-b
expect 2 "'loop-a' kan niet worden geschreven: te veel verwijzingen naar verwijzingen" -o loop-a
echo old >one-name.txt
ln one-name.txt other-name.txt
expect 1 '' -o one-name.txt
holds cmp wanted other-name.txt

# A file that was read is not written over, by whatever name.
cp s.xml kept-input.xml
ln -s s.xml by-another-name.xml
expect 2 "dit bestand is gelezen" -o s.xml
expect 2 "dit bestand is gelezen" -o by-another-name.xml
holds cmp s.xml kept-input.xml

# Whoever asks to stop while a rule base is written leaves it whole or not there.
printf '<proposal xmlns="urn:samenloop:proposal:1" id="p" title="P" in-force="2025-01-01"/>' >p.xml
for pause in 0.02 0.04 0.06 0.1; do
    (trap - EXIT; exec "$samenloop" rules amend p.xml --rules "$root/rules" -o amended >out 2>err) &
    sleep "$pause"
    kill $! 2>/dev/null || true
    wait $! || true
done
nothing_left

# What cannot be read is named with its reason.
unread() {
    local message=$1 status=0
    shift
    "$samenloop" "$@" >out 2>err || status=$?
    if ((status != 2)) || [[ $(<err) != *"$message"* ]]; then
        echo "$*: exit $status, said '$(cat err)', wanted '$message'"
        bad=1
    fi
}
mkfifo pipe
: >empty.xml
unread 'dit is een map, geen bestand' check folder --rules "$root/tests/data/mini"
unread 'dit is geen gewoon bestand' check pipe --rules "$root/tests/data/mini"
unread 'dit is geen gewoon bestand' check /dev/zero --rules "$root/tests/data/mini"
unread 'empty.xml:1:1: fout: het bestand is leeg' check empty.xml --rules "$root/tests/data/mini"
unread 'empty.xml:1:1: error: the file is empty' check empty.xml --rules "$root/tests/data/mini" --lang en
if ((EUID != 0)); then
    mkdir unreadable
    chmod a-r unreadable
    unread 'niet te lezen: geen toegang' check s.xml --rules unreadable
fi

# As root every folder can be written.
if ((EUID != 0)); then
    mkdir locked
    chmod a-w locked
    expect 2 "'locked/x.txt' kan niet worden geschreven: geen toegang" -o locked/x.txt
fi

# Standard output that is full is told as well, by every command.
for arguments in "check s.xml --rules $root/tests/data/mini" detectors "rules check $root/tests/data/mini" \
    "rules show aid --rules $root/tests/data/mini"; do
    status=0
    # shellcheck disable=SC2086
    "$samenloop" $arguments >/dev/full 2>err || status=$?
    if ((status != 2)) || ! grep -q 'de standaarduitvoer kan niet worden geschreven' err; then
        echo "$arguments >/dev/full: exit $status, said '$(cat err)'"
        bad=1
    fi
done

nothing_left
exit $bad
