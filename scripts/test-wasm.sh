#!/usr/bin/env bash
# Runs tests/web*.rs in headless Chrome.
set -euo pipefail
cd "$(dirname "$0")/.."
targets=()
for file in tests/web*.rs; do
  [ -e "$file" ] && targets+=(--test "$(basename "$file" .rs)")
done
if ((${#targets[@]} == 0)); then
  echo "no tests/web*.rs to run" >&2
  exit 1
fi
# The limit is for a whole test binary, and a busy machine needs longer than the default 20 s.
export WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-180}
exec wasm-pack test --headless --chrome --chromedriver "$CHROMEDRIVER" -- "${targets[@]}"
