#!/bin/sh
# The Kinesis Client Library for Python with its multi-language daemon against a server of its own. Needs Python, a Java runtime (17 or newer);
# pip builds the package, which fetches the daemon's jars (about 100 MB) from Maven Central once.
set -eu
cd "$(dirname "$0")"
venv="${HEADWATER_CACHE:-$HOME/.cache/headwater}/kclpy-venv"
if ! cmp -s requirements.txt "$venv/installed.txt"; then
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r requirements.txt
  cp requirements.txt "$venv/installed.txt"
fi
exec ../with-server timeout 600 "$venv/bin/python" kclpy_test.py
