#!/usr/bin/env bash
# Puts on this machine what the project needs to be built and tested, and nothing else.
# Every step says what it does and why, and is skipped when its work is already done.
#
# Where things go:
#   ~/.cache/khorgos/tools    command-line tools compiled from crates.io (survives `make clean` and fresh clones)
#   node_modules/             JavaScript build tools, at the versions of package-lock.json
#   target/setup/env.sh       which toolchain, tools and browser were chosen; the Makefile's steps read it
#   system packages           only through apt-get, only what lacks, each named before it is installed
# usage: setup.sh [pictures|fuzz]  with a word, also the fonts that `make pictures` sets Chinese in, or what `make fuzz` runs
set -euo pipefail
cd "$(dirname "$0")/.."

readonly WASM=wasm32-unknown-unknown
readonly LINKED=khorgos-web # the rustup name for Debian's toolchain
readonly NEXTEST=0.9.143 WASM_PACK=0.15.1 CARGO_DENY=0.20.2 CARGO_FUZZ=0.13.2
readonly NODE_MAJOR=18
# The wasm-bindgen command has to equal the crate, so the crate's pin is the only one.
WASM_BINDGEN=$(sed -n 's/^wasm-bindgen *= *"=\([0-9.]*\)".*/\1/p' Cargo.toml)
RUST_MINIMUM=$(sed -n 's/^rust-version *= *"\([0-9.]*\)".*/\1/p' Cargo.toml)
readonly WASM_BINDGEN RUST_MINIMUM

readonly CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/khorgos"
readonly TOOLS="$CACHE/tools" BUILD="$CACHE/build" OUT=target/setup
mkdir -p "$TOOLS/bin" "$OUT"
export PATH="$TOOLS/bin:$PATH"

# ---- how a step speaks -------------------------------------------------------------------------

STEP="" STEP_BEGAN=0
step() { STEP=$1 STEP_BEGAN=$(date +%s); printf 'setup: %s (%s)\n' "$1" "$2"; }
ready() { printf 'setup:   ready: %s, %d s\n' "$1" $(($(date +%s) - STEP_BEGAN)); }
note() { printf 'setup:   %s\n' "$*"; }
fail() { printf 'setup: FAILED at "%s": %s. What to do: %s.\n' "$STEP" "$1" "$2" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Runs a long command: its output goes to a log, its last line is shown now and then.
# usage: long NAME COMMAND…
long() {
  local log="$OUT/$1.log" began pid rc=0 line
  shift
  began=$(date +%s)
  # The command without its settings, which only this script cares about.
  note "\$ $(sed -E 's/^(as_root )?(env (-u [A-Z_]+ )?([A-Z_]+=[^ ]* )*)?//' <<<"$*")"
  "$@" >"$log" 2>&1 9>&- &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1
    if (((($(date +%s) - began) % 15) == 14)); then
      line=$(tail -n 1 "$log" | tr -d '\r' | cut -c 1-90)
      printf 'setup:     %3d s  %s\n' $(($(date +%s) - began)) "$line"
    fi
  done
  wait "$pid" || rc=$?
  if ((rc)); then
    printf 'setup:     the last lines of %s:\n' "$log" >&2
    tail -n 15 "$log" | sed 's/^/    | /' >&2
  fi
  return "$rc"
}

# A time limit where the system has the command for it.
limited() { if has timeout; then timeout "$@"; else shift && "$@"; fi; }

# ---- system packages ---------------------------------------------------------------------------

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
can_apt() { has apt-get && { [ "$(id -u)" = 0 ] || has sudo; }; }
APT_FRESH=""
apt_install() {
  can_apt || return 1
  if [ -z "$APT_FRESH" ]; then
    long apt-update as_root apt-get update || return 1
    APT_FRESH=yes
  fi
  long "apt-$1" as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# ---- Rust that compiles to WebAssembly ---------------------------------------------------------

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

# Does the Rust that is now in force do all we ask of it: recent, formatter and linter there, and
# std for wasm32 that links with LTO, as a release build does, and as a test?
rust_works() {
  local version dir ok=0
  has cargo && has rustc || return 1
  version=$(rustc --version 2>/dev/null | cut -d ' ' -f 2) || return 1
  at_least "$RUST_MINIMUM" "$version" || return 1
  cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 || return 1
  dir=$(mktemp -d)
  # shellcheck disable=SC2016
  echo '#[unsafe(no_mangle)] pub extern "C" fn f(n: usize) -> usize { vec![1u8; n].len() } #[test] fn t() {}' >"$dir/probe.rs"
  {
    rustc --edition 2024 --target $WASM --crate-type cdylib -Copt-level=s -Clto=fat -o "$dir/a.wasm" "$dir/probe.rs" &&
      rustc --edition 2024 --target $WASM --test -o "$dir/b.wasm" "$dir/probe.rs"
  } >"$OUT/rust-probe.log" 2>&1 || ok=1
  rm -rf "$dir"
  return $ok
}

# Debian packages a current Rust with the source of std for the web; std for wasm32 is built from it once.
debian_rust() {
  local lib dir lld
  local wanted=(rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web) lacking=() package
  for package in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || lacking+=("$package")
  done
  if ((${#lacking[@]})); then
    note "Debian's Rust, next to any other: ${lacking[*]}"
    apt_install "${lacking[@]}" || return 1
  fi
  # rust-lld is a link to the linker of one LLVM version, which is a package of its own.
  lld=$(readlink /usr/bin/rust-lld | grep -oE 'lld-[0-9]+' | head -n 1)
  [ -x /usr/bin/rust-lld ] || apt_install "${lld:-lld}" || return 1

  if (unset RUSTUP_TOOLCHAIN && PATH="/usr/bin:$PATH" rust_works); then return 0; fi
  note "building std for $WASM once (about a minute)"
  lib="$(/usr/bin/rustc --print sysroot)/lib/rustlib/$WASM/lib"
  dir="$BUILD/std"
  rm -rf "$dir" && mkdir -p "$dir/src"
  : >"$dir/src/lib.rs"
  cat >"$dir/Cargo.toml" <<'TOML'
[package]
name = "std-for-the-web"
version = "0.0.0"
edition = "2024"
[lib]
crate-type = ["cdylib"]
[profile.release]
lto = "fat"
TOML
  # Bitcode stays in, or a build with link-time optimisation could not use this std.
  long std env -u RUSTUP_TOOLCHAIN PATH="/usr/bin:$PATH" RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$dir/target" \
    cargo build --manifest-path "$dir/Cargo.toml" --release --target $WASM \
    -Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro || return 1
  note "copying it to $lib"
  # An older std goes first: two of them would be ambiguous.
  as_root mkdir -p "$lib" && as_root find "$lib" -name 'lib*.rlib' -delete &&
    as_root cp "$dir/target/$WASM/release/deps/"lib*.rlib "$lib/" || return 1
  rm -rf "$dir"
}

TOOLCHAIN="" RUST_DIR=""
set_up_rust() {
  step "Rust for WebAssembly" "compiles the map's core to the browser"
  if [ -z "${KHORGOS_DEBIAN_RUST:-}" ]; then # set it to try the second way where the first would do
    if rust_works; then
      TOOLCHAIN=${RUSTUP_TOOLCHAIN:-}
      ready "$(rustc --version)"
      return
    fi
    if has rustup && ! (RUSTUP_TOOLCHAIN=$LINKED rust_works); then
      note "\$ rustup target add $WASM"
      if limited 90 rustup target add $WASM >"$OUT/rustup.log" 2>&1 && rust_works; then
        TOOLCHAIN=${RUSTUP_TOOLCHAIN:-}
        ready "$(rustc --version)"
        return
      fi
      note "rustup cannot give a working $WASM here; trying the system's packages"
    fi
  fi
  if has rustup && (RUSTUP_TOOLCHAIN=$LINKED rust_works); then
    TOOLCHAIN=$LINKED
  elif can_apt; then
    debian_rust || fail "Debian's Rust could not be set up" \
      "look at $OUT/*.log, or install rustup (https://rustup.rs) and run 'rustup update stable && rustup target add $WASM'"
    if has rustup; then
      rustup toolchain link $LINKED /usr
      TOOLCHAIN=$LINKED
    else
      RUST_DIR=/usr/bin
    fi
  else
    fail "no Rust $RUST_MINIMUM or newer with rustfmt, clippy and $WASM" \
      "install rustup (https://rustup.rs) and run 'rustup update stable && rustup target add $WASM', then this again"
  fi
  [ -z "$TOOLCHAIN" ] || export RUSTUP_TOOLCHAIN=$TOOLCHAIN
  [ -z "$RUST_DIR" ] || export PATH="$RUST_DIR:$PATH"
  rust_works || fail "the toolchain that was set up does not compile to $WASM" "look at $OUT/rust-probe.log"
  ready "$(rustc --version)${TOOLCHAIN:+, rustup name $TOOLCHAIN}"
}

# ---- the other tools ---------------------------------------------------------------------------

set_up_c() {
  step "C compiler" "links native tests and build scripts"
  has cc || apt_install build-essential || fail "no cc" "install a C compiler and linker"
  ready "$(cc --version | head -n 1)"
}

first_of() { local name; for name in "$@"; do has "$name" && command -v "$name" && return 0; done; return 1; }
CHROME="" CHROMEDRIVER=""
set_up_browser() {
  step "Chromium and chromedriver" "the tests run in a real browser"
  find_browser() {
    CHROME=$(first_of chromium chromium-browser google-chrome google-chrome-stable) && CHROMEDRIVER=$(first_of chromedriver)
  }
  find_browser || { apt_install chromium chromium-driver && find_browser; } ||
    fail "no Chromium with its chromedriver" "install Chromium or Chrome and the chromedriver of the same version"
  ready "$CHROME, $("$CHROMEDRIVER" --version | cut -d ' ' -f 1,2)"
}

# Compiles a command of crates.io into the tools' directory. Compile time counts here, not the tool's speed.
# usage: cargo_tool CRATE VERSION [cargo's options]
cargo_tool() {
  local crate=$1 version=$2
  shift 2
  note "compiling $crate $version into $TOOLS (a few minutes, once)"
  long "$crate" env CARGO_TARGET_DIR="$BUILD/tools" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=true \
    cargo install --locked --force --root "$TOOLS" "$@" "$crate@$version" ||
    fail "$crate $version did not install" "look at $OUT/$crate.log; is crates.io to be reached?"
}

set_up_nextest() {
  local version
  step "cargo-nextest" "runs the native tests"
  version=$(cargo-nextest nextest --version 2>/dev/null | sed -n '1s/cargo-nextest \([0-9.]*\).*/\1/p') || true
  if ! at_least 0.9.90 "${version:-0}"; then
    cargo_tool cargo-nextest $NEXTEST --no-default-features --features default-no-update
    version=$NEXTEST
  fi
  ready "$version"
}

set_up_wasm_tools() {
  [ -n "$WASM_BINDGEN" ] || fail "Cargo.toml pins no wasm-bindgen" "write wasm-bindgen = \"=x.y.z\""
  step "wasm-bindgen" "writes the JavaScript side of the module; has to equal the crate's version"
  [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $WASM_BINDGEN" ] && has wasm-bindgen-test-runner ||
    cargo_tool wasm-bindgen-cli "$WASM_BINDGEN"
  ready "$WASM_BINDGEN"
  step "wasm-pack" "builds the module and runs its tests in the browser"
  [ "$(wasm-pack --version 2>/dev/null)" = "wasm-pack $WASM_PACK" ] || cargo_tool wasm-pack $WASM_PACK
  ready "$WASM_PACK"
  rm -rf "$BUILD"
}

set_up_deny() {
  step "cargo-deny" "checks licences and sources of the dependencies"
  [ "$(cargo-deny --version 2>/dev/null)" = "cargo-deny $CARGO_DENY" ] || cargo_tool cargo-deny $CARGO_DENY
  ready "$CARGO_DENY"
}

set_up_fuzz() {
  step "cargo-fuzz" "builds and runs the fuzz targets"
  [ "$(cargo-fuzz --version 2>/dev/null)" = "cargo-fuzz $CARGO_FUZZ" ] || cargo_tool cargo-fuzz $CARGO_FUZZ
  ready "$CARGO_FUZZ"
  has c++ || apt_install g++ || fail "no c++" "install a C++ compiler: libFuzzer is compiled by it"
  rm -rf "$BUILD"
}

set_up_node() {
  local major lock
  step "Node.js" "bundles the element, serves it, drives the browser in tests"
  major=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/') || true
  if [ "${major:-0}" -lt $NODE_MAJOR ] || ! has npm; then
    apt_install nodejs npm || fail "no Node.js $NODE_MAJOR or newer with npm" "install it from https://nodejs.org"
  fi
  ready "$(node --version)"
  step "npm packages" "wasm-opt, esbuild and playwright-core at the lock file's versions"
  lock=$(cksum <package-lock.json)
  if [ "$(cat node_modules/.lock-cksum 2>/dev/null)" != "$lock" ]; then
    # Without scripts: none of the packages needs its own, and no browser is downloaded.
    long npm npm ci --ignore-scripts || fail "npm ci" "look at $OUT/npm.log; is the npm registry to be reached?"
    printf '%s' "$lock" >node_modules/.lock-cksum
  fi
  ready "$(node -p 'Object.entries(require("./package.json").devDependencies).map((e) => e.join(" ")).join(", ")')"
}

# Pictures in Chinese need a font that has it; nothing else does.
set_up_fonts() {
  step "a font with Chinese" "make pictures draws in it"
  has_chinese() { find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" -iname '*cjk*' -o -iname '*wqy*' 2>/dev/null | grep -q .; }
  has_chinese || apt_install fonts-wqy-microhei ||
    fail "no font with Chinese" "install one, such as Noto Sans CJK or WenQuanYi Micro Hei"
  ready "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" -iname '*cjk*' -o -iname '*wqy*' 2>/dev/null | grep '\.tt\|\.otf' | head -n 1)"
}

write_env() {
  {
    echo "# Written by scripts/setup.sh; read by the Makefile's steps."
    printf 'export PATH=%q:"$PATH"\n' "$PWD/node_modules/.bin:$TOOLS/bin${RUST_DIR:+:$RUST_DIR}"
    [ -z "$TOOLCHAIN" ] || printf 'export RUSTUP_TOOLCHAIN=%q\n' "$TOOLCHAIN"
    printf 'export CHROME=%q CHROMEDRIVER=%q\n' "$CHROME" "$CHROMEDRIVER"
  } >"$OUT/env.sh"
}

# An interrupted run leaves no compiler working in the background.
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
# Two runs at once would write the same files.
exec 9>"$CACHE/lock"
if has flock && ! flock -n 9; then
  echo "setup: another set-up is running; waiting for it"
  flock 9
fi

BEGAN=$(date +%s)
set_up_c
set_up_rust
set_up_node
set_up_browser
set_up_nextest
set_up_deny
set_up_wasm_tools
[ "${1:-}" != pictures ] || set_up_fonts
[ "${1:-}" != fuzz ] || set_up_fuzz
write_env
printf 'setup: all there, %d s\n' $(($(date +%s) - BEGAN))
