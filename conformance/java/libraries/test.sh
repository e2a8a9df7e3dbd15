#!/bin/sh
# The Kinesis Producer Library (its native daemon needs x86-64 or ARM Linux with glibc) and the Kinesis Client Library, each against a
# server of its own; KplTest reads what Headwater's own producer puts, too, and KclMixedTest runs Headwater's own consumer beside. Needs
# a JDK (17 or newer) and Maven, which fetches about 200 MB once. Tests may be named: KplTest, KplMetricsTest, KclTest, KclMixedTest.
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
cargo build --quiet --locked --manifest-path "$root/Cargo.toml" -p headwater-client --example produce --example consume
export HEADWATER_PRODUCE="${CARGO_TARGET_DIR:-$root/target}/debug/examples/produce"
export HEADWATER_CONSUME="${CARGO_TARGET_DIR:-$root/target}/debug/examples/consume"
[ $# -gt 0 ] || set -- KplTest
case " $* " in
  *" KclMixedTest "*)
    # Its workers of KCL 2 are those of the fleets.
    classes="$(mktemp -d)"
    trap 'rm -rf "$classes"' EXIT
    HEADWATER_KCL2="$(../fleet/classes.sh 2 "$classes")"
    export HEADWATER_KCL2
    ;;
esac
for test in "$@"; do
  ../../with-server timeout 2400 java -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$(cat "$cache/classpath")" "$test.java"
done
