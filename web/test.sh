#!/bin/sh
# Tests the console's page in headless Chromium against a real server (HEADWATER_BIN, else the newest build in target/).
set -eu
cd "$(dirname "$0")"

if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "chromium is missing; installing it with apt-get"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium
  else
    echo "chromium is missing: apt-get install chromium, or set CHROMIUM to its path" >&2
    exit 1
  fi
fi
if ! command -v npm >/dev/null; then
  echo "npm is missing: install node 20 or newer" >&2
  exit 1
fi
# Once per lock file.
if [ ! -e node_modules/.lock.copy ] || ! cmp -s package-lock.json node_modules/.lock.copy; then
  npm ci --no-audit --no-fund
  cp package-lock.json node_modules/.lock.copy
fi
exec node --test --test-reporter=spec --test-concurrency=1 --test-timeout=120000 tests/
