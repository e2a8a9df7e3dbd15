#!/bin/sh
# The Kinesis Producer Library (its native daemon needs x86-64 or ARM Linux with glibc) and the Kinesis Client Library, each against a
# server of its own; KplTest reads what Headwater's own producer puts, too. Needs a JDK (17 or newer) and Maven, which fetches about
# 200 MB once. Tests may be named: KplTest, KplMetricsTest, KclTest.
set -eu
cd "$(dirname "$0")"
cache="${HEADWATER_CACHE:-$HOME/.cache/headwater}/java-libraries"
mkdir -p "$cache"
if ! cmp -s pom.xml "$cache/pom.xml"; then
  mvn -q -B dependency:build-classpath -Dmdep.outputFile="$cache/classpath"
  cp pom.xml "$cache/pom.xml"
fi
# Nothing asks the metadata service of a cloud that is not there.
export AWS_EC2_METADATA_DISABLED=true
root="$(cd ../../.. && pwd)"
cargo build --quiet --locked --manifest-path "$root/Cargo.toml" -p headwater-client --example produce
export HEADWATER_PRODUCE="${CARGO_TARGET_DIR:-$root/target}/debug/examples/produce"
[ $# -gt 0 ] || set -- KplTest
for test in "$@"; do
  ../../with-server timeout 600 java -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$(cat "$cache/classpath")" "$test.java"
done
