#!/bin/sh
# The AWS SDK for Rust against a server of its own.
set -eu
cd "$(dirname "$0")"
CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/../../target}"
export CARGO_TARGET_DIR
cargo test --locked --quiet --test kinesis --no-run
exec ../with-server cargo test --locked --quiet --test kinesis
