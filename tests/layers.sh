#!/usr/bin/env bash
# A folder of SRC may include its own headers and those of the layers before it, never a sibling's.
# Usage: layers.sh SRC
set -euo pipefail

layers=("base" "feel" "model" "read graph solve" "engine propose" "detect verification data survey" "tracing comparison" "report" "cli")

bad=0
before=""
for layer in "${layers[@]}"; do
    for folder in $layer; do
        [[ -d $1/$folder ]] || continue
        while IFS=: read -r file line include; do
            other=$(sed -E 's|^#include "(\.\./)?([a-z]+)/.*|\2|' <<<"$include")
            [[ " $before $folder samenloop " == *" $other "* ]] && continue
            echo "$file:$line: $folder must not include $other"
            bad=1
        done < <(grep -rnE --include='*.[ch]pp' --include='*.def' '^#include "(\.\./)?[a-z]+/' "$1/$folder")
    done
    before+=" $layer"
done

for folder in "$1"/*/; do
    name=$(basename "$folder")
    [[ " ${layers[*]} " == *" $name "* ]] || { echo "src/$name has no place among the layers"; bad=1; }
done
exit $bad
