#!/usr/bin/env bash
# Builds the package into dist/: the module by wasm-pack, the element by esbuild, pages and data as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
module=target/wasm/khorgos_wasm_bg.wasm
compiled=target/wasm32-unknown-unknown/release/khorgos.wasm

# Messages of panics name files: without the folders of this machine.
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src="

# Cargo knows whether anything changed; binding and optimising take longer than asking it.
cargo build --release --lib --target wasm32-unknown-unknown
if [ ! -e "$module" ] || [ "$compiled" -nt "$module" ] || [ Cargo.toml -nt "$module" ]; then
  wasm-pack build --target web --release --no-pack --no-typescript --out-dir target/wasm --out-name khorgos_wasm
fi
node scripts/bundle.mjs
