#!/bin/sh
# Compiles the fleets' workers and this test against a version of the Kinesis Client Library, into a directory, and prints the class path
# to run them by.
#
#   conformance/java/fleet/classes.sh 2|3 DIRECTORY
set -eu
cd "$(dirname "$0")"
case "$1" in
  2) pom=kcl2/pom.xml ;;
  3) pom=../libraries/pom.xml ;;
  *) echo "version 2 or 3" >&2; exit 2 ;;
esac
cache="${HEADWATER_CACHE:-$HOME/.cache/headwater}/java-fleet-$1"
mkdir -p "$cache"
if ! cmp -s "$pom" "$cache/pom.xml"; then
  mvn -q -B -f "$pom" dependency:build-classpath -Dmdep.outputFile="$cache/classpath" >&2
  cp "$pom" "$cache/pom.xml"
fi
javac -nowarn -d "$2" -cp "$(cat "$cache/classpath")" common/*.java "kcl$1"/*.java >&2
echo "$2:$(cat "$cache/classpath")"
