#!/usr/bin/env bash
# No command ends by a signal, whatever becomes of its streams: each closed, full, or a pipe that nobody reads; and no
# result goes into a stream by accident.
# Usage: streams.sh SAMENLOOP ROOT
set -euo pipefail
samenloop=$1 root=$2 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$root/tests/data/situation.xml" s.xml
mini="--rules $root/tests/data/mini"

commands=(
    "check s.xml $mini"
    "check s.xml $mini --format json"
    "check nope.xml $mini"
    "trace s.xml $mini"
    "curve s.xml $mini --over wage --from 0 --to 1"
    "data $mini"
    "concepts $mini"
    "holes $mini"
    "rank $mini --situations ."
    "rules check $root/tests/data/mini"
    "rules check nowhere"
    "rules show aid $mini"
    "rules show nothing_of_that_name $mini"
    "rules amend nope.xml $mini"
    "compare nope.xml $mini"
    "detectors"
    "no_such_command"
    "--help"
    "--version"
)

bad=0
check_status() { # HOW STATUS COMMAND
    if (($2 > 3)); then
        echo "$3, $1: exit $2"
        bad=1
    fi
}
for command in "${commands[@]}"; do
    # shellcheck disable=SC2086
    {
        status=0; "$samenloop" $command >&- 2>/dev/null || status=$?; check_status "stdout closed" $status "$command"
        status=0; "$samenloop" $command >/dev/null 2>&- || status=$?; check_status "stderr closed" $status "$command"
        status=0; "$samenloop" $command <&- >/dev/null 2>&1 || status=$?; check_status "stdin closed" $status "$command"
        status=0; "$samenloop" $command >&- 2>&- <&- || status=$?; check_status "all closed" $status "$command"
        status=0; "$samenloop" $command >/dev/full 2>/dev/null || status=$?; check_status "stdout full" $status "$command"
        status=0; "$samenloop" $command >/dev/full 2>/dev/full || status=$?; check_status "both full" $status "$command"
        set +e
        "$samenloop" $command 2>/dev/null | true
        check_status "stdout broken" "${PIPESTATUS[0]}" "$command"
        "$samenloop" $command 2>&1 >/dev/null | true
        check_status "stderr broken" "${PIPESTATUS[0]}" "$command"
        set -e
    }
done

# What cannot be printed is no success.
for stream in '>&-' '>/dev/full'; do
    status=0
    eval "\"\$samenloop\" detectors $stream" 2>/dev/null || status=$?
    if ((status != 2)); then
        echo "detectors $stream: exit $status, wanted 2"
        bad=1
    fi
done

# The result file is not opened in the place of a closed stream: a complaint does not end in it.
status=0
"$samenloop" check s.xml $mini -o out.txt >&- 2>&- || status=$?
"$samenloop" check s.xml $mini >wanted.txt || true
if ((status > 1)) || ! cmp -s out.txt wanted.txt; then
    echo "-o with closed streams: exit $status, or another text"
    bad=1
fi

# A file name is a way in for escapes, too.
name=$'a\x9b31m\u202eb\u200bc\x1b[2J.xml'
printf '<situation/>' >"$name"
"$samenloop" check "$name" $mini >told 2>&1 || true
if LC_ALL=C grep -q $'\x1b\|\xc2\x9b\|\xe2\x80\xae\|\xe2\x80\x8b' told; then
    echo "a file name reaches the terminal as it is: $(cat -v told)"
    bad=1
fi
exit $bad
