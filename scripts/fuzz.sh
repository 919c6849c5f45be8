#!/usr/bin/env bash
# Runs every fuzz target for some time. What a target finds is kept in target/fuzz/found/TARGET/; mended,
# it becomes a file in tests/fixtures/found/TARGET/.
# usage: fuzz.sh SECONDS [TARGET…]
set -euo pipefail
cd "$(dirname "$0")/.."

readonly SECONDS_EACH=${1:?usage: fuzz.sh SECONDS [TARGET…]}
shift
targets=("$@")
((${#targets[@]})) || targets=(parse_brief parse_geojson parse_topojson scene interact)

# Without a sanitizer a stable compiler does: it only has to count where the program goes.
export RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$PWD/target/fuzz/build"
HOST=$(rustc -vV | sed -n 's/^host: //p')
readonly HOST

# A short run draws the same lots each time: what it tells is of what was changed. A long one looks further.
seed=0
((SECONDS_EACH >= 60)) || seed=1

# What a target begins with: the project's own documents, copied, for it adds to them.
seeds() {
  case $1 in
    parse_brief) echo assets/briefs/*.json tests/fixtures/briefs/*.json ;;
    parse_geojson) find target/fuzz/geojson -type f ;;
    parse_topojson) echo tests/fixtures/maps/*.json assets/map/osm.topo.json ;;
  esac
  find "tests/fixtures/found/$1" -type f 2>/dev/null || true
}

node scripts/fixtures/seeds.mjs tests/fixtures/suites/geojson.json target/fuzz/geojson
cargo fuzz build --fuzz-dir fuzz --sanitizer none --target "$HOST"
for target in "${targets[@]}"; do
  corpus=target/fuzz/corpus/$target found=target/fuzz/found/$target
  mkdir -p "$corpus" "$found"
  seeds "$target" | tr ' ' '\n' | while read -r seed; do
    cp "$seed" "$corpus/$(cksum <"$seed" | tr ' ' '-')"
  done
  # An input that takes a minute is a fault as well, however busy the machine is.
  "$CARGO_TARGET_DIR/$HOST/release/$target" "$corpus" -max_total_time="$SECONDS_EACH" -seed="$seed" -timeout=60 -rss_limit_mb=2048 -max_len=16384 -len_control=0 \
    -dict=fuzz/json.dict -artifact_prefix="$found/" -print_final_stats=1 -verbosity=0
done
