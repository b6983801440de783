#!/usr/bin/env bash
# Three hundred spoilt inputs over all commands (SAMENLOOP_MUTANTS: another number; SAMENLOOP_SAMPLE: a percentage of
# it): see mutated_inputs.py.
# Usage: mutated_inputs.sh SAMENLOOP ROOT
set -euo pipefail
count=$((${SAMENLOOP_MUTANTS:-300} * ${SAMENLOOP_SAMPLE:-100} / 100))
exec /usr/bin/python3 "$(dirname "$0")/mutated_inputs.py" "$1" "$2" "$count"
