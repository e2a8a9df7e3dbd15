#!/bin/sh
# The AWS SDK for JavaScript against a server of its own.
set -eu
cd "$(dirname "$0")"
# Once per lock file.
if [ ! -e node_modules/.lock.copy ] || ! cmp -s package-lock.json node_modules/.lock.copy; then
  npm ci --no-audit --no-fund
  cp package-lock.json node_modules/.lock.copy
fi
# Open subscriptions keep the SDK's connections alive after the last test.
exec ../with-server node --test --test-reporter=spec --test-timeout=120000 --test-force-exit .
