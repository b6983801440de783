#!/usr/bin/env bash
# A folder of src is a namespace; outside it, in plain `samenloop`, a file defines nothing but what include/ declares.
# A name counts as declared where a public header says it; of a member its class does.
# Usage: namespaces.sh ROOT
set -euo pipefail
root=$1
declare -A declared
while read -r name; do declared[$name]=1; done < <(cat "$root"/include/samenloop/*.hpp | grep -oE '[A-Za-z_][A-Za-z_0-9]*')

# FILE:LINE NAME of what stands at the left margin of such a block.
defined() {
    awk '
        /^namespace samenloop \{/ { inside = 1; next }
        /^\}  \/\/ namespace samenloop$/ { inside = 0 }
        !inside { next }
        /^namespace / { nested = 1 }
        /^\}  \/\/ namespace/ { nested = 0; next }
        nested || !/^[A-Za-z]/ { next }
        match($0, /[A-Za-z_0-9:~]+(\(|operator)/) { name = substr($0, RSTART, RLENGTH - 1) }
        /^(class|struct|enum|using) / { name = $2 }
        name { sub(/::.*/, "", name); sub(/;$/, "", name); print FILENAME ":" FNR, name; name = "" }
    ' "$@"
}

bad=0 seen=0
mapfile -t files < <(grep -rlE --include='*.[ch]pp' '^namespace samenloop \{' "$root/src")
while read -r place name; do
    seen=$((seen + 1))
    [[ $name == operator* || -n ${declared[$name]:-} ]] && continue
    echo "$place: '$name' is not declared in include/samenloop: it belongs to the namespace of its folder"
    bad=1
done < <(defined "${files[@]}")

while read -r file; do
    folder=$(basename "$(dirname "$file")")
    grep -qE "^namespace samenloop(::$folder(::[a-z_]+)?)? \{" "$file" && continue
    echo "$file: its namespace is not samenloop::$folder"
    bad=1
done < <(grep -rlE --include='*.[ch]pp' '^namespace [a-z]' "$root/src")

((seen >= 50)) || { echo "only $seen definitions were seen"; bad=1; }
exit $bad
