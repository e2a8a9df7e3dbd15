#!/bin/sh
# The AWS SDK for Go against a server of its own. Needs Go 1.24 or newer, which fetches the SDK once.
set -eu
cd "$(dirname "$0")"
binary="$(mktemp)"
trap 'rm -f "$binary"' EXIT
go vet ./...
go test -c -o "$binary" .
../with-server "$binary" -test.v -test.timeout 240s
