#!/bin/sh
# Installs the library of a build and builds and runs a consumer against it, once found by CMake and
# once by pkg-config. The consumer searches an index given as INDEX for "harbour".
# Usage: run.sh BUILD_DIRECTORY INDEX
set -eu
build=$1
index=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --component development --prefix "$work/installed" > "$work/install.log"

cmake -S "$here/consumer" -B "$work/by-cmake" -DCMAKE_PREFIX_PATH="$work/installed" > "$work/configure.log"
cmake --build "$work/by-cmake" > "$work/build.log"

pc=$(find "$work/installed" -name broadsheet.pc)
PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046 # the flags are words
${CXX:-c++} -std=c++20 "$here/consumer/consumer.cc" -o "$work/by-pkg-config" \
    $(pkg-config --cflags --libs --static broadsheet) -Wl,-rpath,"$(pkg-config --variable=libdir broadsheet)"

for consumer in "$work/by-cmake/consumer" "$work/by-pkg-config"; do
    "$consumer" "$index" harbour
    "$consumer" "$work/no-index" harbour missing
done
echo "the installed package works"
