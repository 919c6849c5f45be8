#!/usr/bin/env bash
# Holds the boundary between the core and the browser: only src/web names browser crates, only src/lib.rs asks
# whether the target is wasm32, and a native build depends on none of them.
set -euo pipefail
cd "$(dirname "$0")/.."
crates='web_sys|js_sys|wasm_bindgen|wasm_bindgen_futures|serde_wasm_bindgen'
bad=0

if grep -rnE "\b($crates)\b" src --include='*.rs' | grep -vE '^src/web(/|\.rs:)'; then
  echo "boundary: the lines above name a browser crate outside src/web" >&2
  bad=1
fi

if grep -rnE '\btarget_(arch|family|os)\b|cfg!?\((not\()?wasm' src --include='*.rs' |
  grep -vE '^src/(web(/|\.rs:)|lib\.rs:[0-9]+:#\[cfg\(target_arch = "wasm32"\)\])'; then
  echo "boundary: the lines above make the core depend on its target; only src/lib.rs may, to include src/web" >&2
  bad=1
fi

host=$(rustc -vV | sed -n 's/^host: //p')
if cargo tree --quiet --edges normal,build --prefix none --target "$host" | cut -d ' ' -f 1 | tr - _ | grep -xE "$crates"; then
  echo "boundary: a native build depends on the crates above; they belong under [target.'cfg(target_arch = \"wasm32\")']" >&2
  bad=1
fi

exit $bad
