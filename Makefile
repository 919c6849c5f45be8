# Two commands: `make serve` and `make test`. Both install what lacks first; `make` alone lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

STEP := scripts/step.sh
WASM_TARGET := wasm32-unknown-unknown
WEB_TESTS = $(patsubst tests/%.rs,--test %,$(wildcard tests/web*.rs))
PORT ?= 8080
SECONDS ?= 20
# Where the base map's source data lies; see DATA-LICENSES.md.
MAP_DATA ?= ../shared/data

.PHONY: help
help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /\1\t/' | awk -F '\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

.PHONY: setup
setup: ## installs what lacks (every other target that needs it calls it)
	@scripts/setup.sh

.PHONY: serve
serve: build ## builds, then serves the map on this machine (PORT=8080, or a free one)
	@. target/setup/env.sh; exec node scripts/serve.mjs --port $(PORT)

.PHONY: build
build: setup ## the package, in dist/
	@$(STEP) "package in dist/" scripts/build.sh

.PHONY: test
test: lint test-native test-doc test-fuzz test-wasm test-size test-e2e test-builds ## every check and every test
	@printf '\n== all checks and tests passed\n'

.PHONY: lint lint-fmt lint-clippy lint-clippy-wasm lint-boundary lint-deny
lint: lint-fmt lint-clippy lint-clippy-wasm lint-boundary lint-deny ## formatting, clippy (native and wasm32), the browser boundary, the dependencies
lint-fmt: setup
	@$(STEP) "formatting" cargo fmt --check
lint-clippy: setup
	@$(STEP) "clippy, native" cargo clippy --quiet --all-targets --all-features -- -D warnings
lint-clippy-wasm: setup
	@$(STEP) "clippy, wasm32" cargo clippy --quiet --target $(WASM_TARGET) --lib $(WEB_TESTS) -- -D warnings
	@$(STEP) "clippy, wasm32, the page's module" cargo clippy --quiet --target $(WASM_TARGET) --lib --no-default-features --features page -- -D warnings
	@$(STEP) "clippy, wasm32, the module to take away" cargo clippy --quiet --target $(WASM_TARGET) --lib --no-default-features --features takeaway -- -D warnings
	@$(STEP) "clippy, wasm32, the module that reads maps" cargo clippy --quiet --target $(WASM_TARGET) --lib --no-default-features --features reading -- -D warnings
lint-boundary: setup
	@$(STEP) "only src/web knows the browser" scripts/check-boundary.sh

lint-deny: setup
	@$(STEP) "licences and sources of the dependencies" cargo deny --offline check licenses bans sources

.PHONY: audit
audit: setup ## known faults and signatures of the dependencies, where advisories and registries can be asked
	@$(STEP) "advisories on the crates" cargo deny check advisories
	@for at in . tests/builds benches/peers scripts/map; do \
	  $(STEP) "advisories on the npm packages of $$at" npm audit --prefix $$at --package-lock-only; \
	  $(STEP) "npm packages of $$at" npm ci --prefix $$at --ignore-scripts; \
	  $(STEP) "signatures of the npm packages of $$at" npm audit signatures --prefix $$at; \
	done

.PHONY: test-native test-doc test-fuzz test-wasm test-size test-e2e test-builds
test-native: setup ## native tests
	@$(STEP) "native tests" cargo nextest run --all-features
test-doc: setup ## the documentation's examples
	@$(STEP) "documentation's examples" cargo test --quiet --doc
test-fuzz: fuzz ## every fuzz target for a little while
test-wasm: setup ## tests of src/web in headless Chrome
	@$(STEP) "tests in headless Chrome" scripts/test-wasm.sh
test-size: build ## what a reader downloads, against scripts/size-limits.json
	@$(STEP) "weight of the package" node scripts/check-size.mjs
test-e2e: build ## end-to-end tests of dist/ in Chromium; pictures go to target/pictures/
	@$(STEP) "native command" cargo build --quiet --all-features --bin khorgos
	@$(STEP) "end-to-end tests" node --test --test-reporter=spec tests/e2e/*.test.mjs
test-builds: build ## the packed package in pages that Vite, webpack, esbuild, Rollup, React, Vue and Svelte build
	@$(STEP) "bundlers' npm packages" npm ci --prefix tests/builds --ignore-scripts
	@$(STEP) "pages built of the packed package" node tests/builds/build.mjs
	@$(STEP) "tests of what they built" node --test --test-reporter=spec tests/builds/builds.test.mjs

.PHONY: pictures
pictures: build ## every lens, theme, size and language in target/pictures/, native and browser, with contact sheets
	@scripts/setup.sh pictures
	@$(STEP) "native command" env CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 cargo build --quiet --release --features cli
	@$(STEP) "pictures of the native command" node scripts/pictures/native.mjs
	@$(STEP) "pictures of the browser" node scripts/pictures/browser.mjs
	@$(STEP) "contact sheets" node scripts/pictures/sheets.mjs

.PHONY: fuzz soak
fuzz: ## every fuzz target for some time (SECONDS=20); what it finds is in target/fuzz/found/
	@scripts/setup.sh fuzz
	@$(STEP) "fuzz targets, $(SECONDS) s each" scripts/fuzz.sh $(SECONDS)
soak: SECONDS = 600
soak: fuzz build ## the same for ten minutes each; native tests with other lots; a thousand maps that come and go and an hour of use: what they leave behind
	@$(STEP) "native tests with other lots" env PROPTEST_RNG_SEED=$${SEED:-$$RANDOM} PROPTEST_CASES=25600 PROPTEST_MAX_GLOBAL_REJECTS=1000000 cargo nextest run --profile soak --all-features
	@$(STEP) "maps that come and go" node tests/soak/cycles.mjs
	@$(STEP) "a page of fifty maps" node tests/soak/scroll.mjs

.PHONY: guide
guide: build ## takes the pictures of www/guide/ anew
	@$(STEP) "pictures of the guide" node scripts/pictures/guide.mjs

.PHONY: bench
bench: build ## ours beside its peers, in target/bench/ (WORK=b,c ROUNDS=n; PICTURE=1 draws assets/pictures/bench.svg)
	@$(STEP) "peers' npm packages" npm ci --prefix benches/peers --ignore-scripts
	@$(STEP) "side by side" node benches/peers/run.mjs --work "$(WORK)" --rounds "$(ROUNDS)" $(if $(PICTURE),--picture)

.PHONY: map
map: setup ## builds assets/map/ anew from its sources (MAP_DATA=folder)
	@$(STEP) "base map's npm packages" npm ci --prefix scripts/map --ignore-scripts
	@$(STEP) "base map" node scripts/map/build.mjs --data $(MAP_DATA) --out assets/map

.PHONY: fmt
fmt: setup ## formats the Rust code
	@$(STEP) "formatting" cargo fmt

.PHONY: clean
clean: ## removes what was built; the tools in ~/.cache/khorgos stay
	rm -rf target dist
