#!/usr/bin/env bash
# Three hundred spoilt inputs over all commands (SAMENLOOP_MUTANTS: another number): see mutated_inputs.py.
# Usage: mutated_inputs.sh SAMENLOOP ROOT
set -euo pipefail
exec /usr/bin/python3 "$(dirname "$0")/mutated_inputs.py" "$1" "$2" "${SAMENLOOP_MUTANTS:-300}"
