#!/bin/sh
# Builds the page into crates/console/assets, where it is checked in: `cargo build` needs no Node, this script does.
set -eu
cd "$(dirname "$0")"
[ -d node_modules ] || npm ci
npx svelte-check --tsconfig tsconfig.json --fail-on-warnings
npx vite build
node notices.mjs > ../crates/console/assets/THIRD-PARTY.txt
node hash.mjs > ../crates/console/assets/SOURCES.sha256
