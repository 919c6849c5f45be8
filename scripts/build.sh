#!/usr/bin/env bash
# Builds the package into dist/: the modules by wasm-pack, the element by esbuild, pages and data as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
compiled=target/wasm32-unknown-unknown/release/khorgos.wasm

# Messages of panics name files: without the folders of this machine.
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src="
# After a panic JavaScript gives the stack back: www/element/mending.js.
RUSTFLAGS+=" -C link-arg=--export=__stack_pointer"

# The library compiled with one of its features, as a module of a name.
# Cargo knows whether anything changed; binding and optimising take longer than asking it.
module() {
  local feature=$1 name=$2 out=target/wasm/$1
  local module=$out/${name}_bg.wasm
  cargo build --release --lib --target wasm32-unknown-unknown --no-default-features --features "$feature"
  if [ ! -e "$module" ] || [ "$compiled" -nt "$module" ] || [ Cargo.toml -nt "$module" ]; then
    wasm-pack build --target web --release --no-pack --no-typescript --out-dir "$out" --out-name "$name" -- --no-default-features --features "$feature"
  fi
}
module page khorgos_wasm
module takeaway khorgos_takeaway
module reading khorgos_reader
node scripts/bundle.mjs
