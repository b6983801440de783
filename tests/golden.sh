#!/usr/bin/env bash
# Runs each line of FOLDER/command as arguments of SAMENLOOP, in FOLDER, and compares with FOLDER/expected.
# Usage: golden.sh SAMENLOOP FOLDER; UPDATE_GOLDEN=1 rewrites FOLDER/expected instead.
set -euo pipefail
# No transcript depends on the day on which it is made.
export SAMENLOOP_TODAY=2025-01-15
export LC_ALL=C.UTF-8

samenloop=$1 folder=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$folder"

mapfile -t lines < <(grep -v '^[[:space:]]*$' command)
for line in "${lines[@]}"; do
    if ((${#lines[@]} > 1)); then echo "\$ samenloop $line"; fi
    arguments=()
    eval "arguments=($line)"
    status=0
    "$samenloop" "${arguments[@]}" >"$work/out" 2>"$work/err" </dev/null || status=$?
    cat "$work/out" "$work/err"
    echo "exit: $status"
done >"$work/actual"

if [[ -n ${UPDATE_GOLDEN:-} ]]; then
    cp "$work/actual" expected
elif ! diff -u --label expected expected --label actual "$work/actual"; then
    echo "not as expected; UPDATE_GOLDEN=1 accepts it"
    exit 1
fi
