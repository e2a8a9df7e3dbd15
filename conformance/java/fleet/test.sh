#!/bin/sh
# Fleets of the Kinesis Client Library, each against a server of its own. Needs a JDK (17 or newer) and Maven, which fetches the library once.
#
#   conformance/java/fleet/test.sh 2|3 [life|recovery [polling|fan-out]]…     everything for that version when nothing is named
#
# KCL_FAILOVER_MS sets the failover time (5000 when unset, but 750 where KCL 2 recovers); KCL_ROUNDS, how often a follower and a leader are
# killed (1); KCL_MARK=1 fails a recovery that takes longer than the failover time and five seconds.
set -eu
cd "$(dirname "$0")"
version="$1"
shift
classes="$(mktemp -d)"
trap 'rm -rf "$classes"' EXIT
class_path="$(./classes.sh "$version" "$classes")"
KCL_VERSION="$(echo "$class_path" | sed -n 's/.*amazon-kinesis-client-\([0-9.]*\)\.jar.*/\1/p')"
export KCL_VERSION
# Nothing asks the metadata service of a cloud that is not there.
export AWS_EC2_METADATA_DISABLED=true
mark=false
[ "${KCL_MARK:-0}" = 0 ] || mark=true
run() {
  failover=5000
  [ "$version $1" != "2 recovery" ] || failover=750
  KCL_FAILOVER_MS="${KCL_FAILOVER_MS:-$failover}" ../../with-server timeout 1800 java -Xmx256m -XX:TieredStopAtLevel=1 -Dmark=$mark -Drounds="${KCL_ROUNDS:-1}" -Dorg.slf4j.simpleLogger.defaultLogLevel=error \
    -cp "$class_path" Fleet "$@"
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
