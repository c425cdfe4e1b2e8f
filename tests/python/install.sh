#!/bin/sh
# Makes a Python environment in the folder $2 with what the file $1 names, unless it is there already.
# An environment that was left unfinished, or has other requirements, is made anew.
set -eu
requirements=$1
environment=$2

if cmp --silent "$requirements" "$environment/installed.txt"; then
    exit 0
fi
rm -rf "$environment"
python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$requirements"
"$environment/bin/pip" check
cp "$requirements" "$environment/installed.txt"
