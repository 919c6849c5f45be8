#!/usr/bin/env bash
# Runs one step of the Makefile with the toolchain that set-up chose, and says what it was and how long it took.
# usage: step.sh "what it does" COMMAND…
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=/dev/null
. target/setup/env.sh
export CARGO_TARGET_DIR="$PWD/target" # one place, wherever the user's own settings point

title=$1
shift
began=$(date +%s)
printf '\n== %s\n' "$title"
code=0
"$@" || code=$?
took=$(($(date +%s) - began))
if ((code)); then
  printf '== FAILED: %s (status %d, %d s): %s\n' "$title" "$code" "$took" "$*" >&2
else
  printf '== ok: %s (%d s)\n' "$title" "$took"
fi
exit "$code"
