#!/bin/sh
# What Headwater leaves of compressed batches, told by Kafka's own client library beside what Kafka's log cleaner leaves of
# them. Needs a JDK (17 or newer) and Maven, which fetches the library once. `test.sh write` writes the batches anew that
# the tests of crates/kafka-wire read.
set -eu
cd "$(dirname "$0")"
fixtures="$(cd ../../crates/kafka-wire/fixtures && pwd)"
cache="${HEADWATER_CACHE:-$HOME/.cache/headwater}/kafka"
mkdir -p "$cache"
if ! cmp -s pom.xml "$cache/pom.xml"; then
  mvn -q -B dependency:build-classpath -Dmdep.outputFile="$cache/classpath"
  cp pom.xml "$cache/pom.xml"
fi
kafka() { java -cp "$(cat "$cache/classpath")" Batches.java "$@"; }
if [ "${1:-}" = write ]; then
  kafka write "$fixtures"
  exit
fi
mkdir -p "$cache/batches"
cp "$fixtures"/*.batch "$fixtures"/*.cleaned "$cache/batches"
cargo run --quiet --locked -p headwater-kafka-wire --example retain -- "$cache/batches"
kafka check "$cache/batches"
