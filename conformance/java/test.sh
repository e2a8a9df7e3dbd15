#!/bin/sh
# The AWS SDK for Java against a server of its own. Needs a JDK (17 or newer) and Maven, which fetches the SDK once.
set -eu
cd "$(dirname "$0")"
cache="${HEADWATER_CACHE:-$HOME/.cache/headwater}/java"
mkdir -p "$cache"
if ! cmp -s pom.xml "$cache/pom.xml"; then
  mvn -q -B dependency:build-classpath -Dmdep.outputFile="$cache/classpath"
  cp pom.xml "$cache/pom.xml"
fi
for test in KinesisTest StateTest; do
  ../with-server timeout 300 java -cp "$(cat "$cache/classpath")" "$test.java"
done
