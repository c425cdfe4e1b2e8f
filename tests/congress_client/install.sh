#!/bin/sh
# Makes a Python environment in the folder $1 with what requirements.txt names, unless it is there already.
# An environment that was left unfinished, or has other requirements, is made anew.
set -eu
requirements=$(dirname "$0")/requirements.txt
environment=$1

if cmp --silent "$requirements" "$environment/installed.txt"; then
    exit 0
fi
rm -rf "$environment"
python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$requirements"
"$environment/bin/pip" check
cp "$requirements" "$environment/installed.txt"
