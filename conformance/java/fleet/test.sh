#!/bin/sh
# Fleets of the Kinesis Client Library, each against a server of its own. Needs a JDK (17 or newer) and Maven, which fetches the library once.
#
#   conformance/java/fleet/test.sh 2|3 [life|recovery [polling|fan-out]]…     everything for that version when nothing is named
#
# KCL_FAILOVER_MS sets the failover time (5000 when unset, but 1000 where KCL 2 recovers); KCL_MARK=1 fails a recovery that takes longer
# than that and five seconds.
set -eu
cd "$(dirname "$0")"
version="$1"
shift
case "$version" in
  2) pom=kcl2/pom.xml ;;
  3) pom=../libraries/pom.xml ;;
  *) echo "version 2 or 3" >&2; exit 2 ;;
esac
cache="${HEADWATER_CACHE:-$HOME/.cache/headwater}/java-fleet-$version"
mkdir -p "$cache"
if ! cmp -s "$pom" "$cache/pom.xml"; then
  mvn -q -B -f "$pom" dependency:build-classpath -Dmdep.outputFile="$cache/classpath"
  cp "$pom" "$cache/pom.xml"
fi
rm -rf "$cache/classes"
javac -nowarn -d "$cache/classes" -cp "$(cat "$cache/classpath")" common/*.java "kcl$version"/*.java
KCL_VERSION="$(sed -n 's/.*amazon-kinesis-client-\([0-9.]*\)\.jar.*/\1/p' "$cache/classpath")"
export KCL_VERSION
# Nothing asks the metadata service of a cloud that is not there.
export AWS_EC2_METADATA_DISABLED=true
mark=false
[ "${KCL_MARK:-0}" = 0 ] || mark=true
run() {
  failover=5000
  [ "$version $1" != "2 recovery" ] || failover=1000
  KCL_FAILOVER_MS="${KCL_FAILOVER_MS:-$failover}" ../../with-server timeout 900 java -Xmx256m -XX:TieredStopAtLevel=1 -Dmark=$mark -Dorg.slf4j.simpleLogger.defaultLogLevel=error \
    -cp "$cache/classes:$(cat "$cache/classpath")" Fleet "$@"
}
if [ $# -gt 0 ]; then
  while [ $# -gt 0 ]; do
    run "$1" "${2:-polling}"
    shift
    [ $# -eq 0 ] || shift
  done
else
  run life polling
  run life fan-out
  run recovery polling
fi
