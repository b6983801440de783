#!/usr/bin/env bash
# The same question has the same answer, byte for byte: in ten runs, most of them under another locale, time zone or
# memory filling, one with the files of the rule base copied in another order.
# Where SAMENLOOP_SAMPLE asks for a part of it: of one situation.  Memory is filled by the C library's allocator only.
# Usage: same_bytes.sh SAMENLOOP ROOT
set -euo pipefail
samenloop=$1 root=$2 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"

mkdir "$work/locales" "$work/reversed"
for name in tr_TR de_DE; do
    if ! localedef -i "$name" -f UTF-8 "$work/locales/$name.UTF-8" 2>/dev/null; then
        echo "skipped: the locale $name cannot be made; scripts/install installs what it needs"
        exit 77
    fi
done
export LOCPATH=$work/locales

# As far as the disk lets names be in another order.
for file in $(printf '%s\n' rules/*.xml | sort -r); do cp "$file" "$work/reversed"; done

# Every format and language as one text; the first and the last run have every situation.
answer() {
    local language format
    for language in nl en; do
        for format in text json dot; do
            "$samenloop" check "${situations[@]}" --rules "$1" --lang "$language" --format "$format" || [[ $? == [13] ]]
        done
        "$samenloop" check "${situations[0]}" --rules "$1" --lang "$language" --format svg || [[ $? == [13] ]]
        for format in text json svg html; do
            "$samenloop" trace "${situations[0]}" --rules "$1" --lang "$language" --format "$format" || [[ $? == [13] ]]
        done
    done
}

bad=0
# The answer to the arguments, as a command, must be what the first one was.
same() {
    local what=$1
    shift
    if ! "$@" | cmp - "$work/first"; then
        echo "other bytes: $what"
        bad=1
    fi
}
under() { (export "$1"; answer rules); }

situations=(examples/situations/{briefadres,partner-zonder-status}.xml)
if [[ -n ${SAMENLOOP_SAMPLE:-} ]]; then situations=(examples/situations/partner-zonder-status.xml); fi
answer rules >"$work/first"
[[ $(wc -c <"$work/first") -gt 50000 ]] || { echo "there is next to nothing to compare"; exit 1; }
for run in 2 3; do same "run $run" answer rules; done
for variable in LC_ALL=tr_TR.UTF-8 LC_ALL=de_DE.UTF-8 LC_ALL=C TZ=Asia/Kathmandu MALLOC_PERTURB_=85 COLUMNS=40; do
    same "$variable" under "$variable"
done
same "files copied in another order" answer "$work/reversed"

# What is coming is looked for on all cores, and everybody is asked at once.
ahead() {
    local cores=$1 extra
    for extra in "--until 2026-07-01" "--for all"; do
        # shellcheck disable=SC2086
        taskset -c "$cores" "$samenloop" check examples/situations/gescheiden-gezin.xml --rules rules $extra || [[ $? == [13] ]]
    done
}
ahead "0-$(($(nproc) - 1))" >"$work/first"
for run in 1 2; do same "on one core, run $run" ahead 0; done

# Situations are looked at side by side, and the findings of one of them where it is alone.
with_jobs() {
    "$samenloop" check examples/situations/{ontslag,gescheiden-gezin}.xml --rules rules --format json --jobs "$1" || [[ $? == [13] ]]
}
alone() { taskset -c "$1" "$samenloop" check examples/situations/ontslag.xml --rules rules --format json || [[ $? == [13] ]]; }
with_jobs 1 >"$work/first"
for jobs in 2 4; do same "$jobs jobs" with_jobs "$jobs"; done
alone "0-$(($(nproc) - 1))" >"$work/first"
same "one situation on one core" alone 0

if [[ -z ${SAMENLOOP_SAMPLE:-} ]]; then
    situations=(examples/situations/*.xml)
    answer rules >"$work/first"
    same "all situations" answer "$work/reversed"
fi
exit $bad
