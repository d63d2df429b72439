#!/usr/bin/env bash
# From a fresh Debian 12 to a first search: installs the packages, builds the release, packs our
# sample articles into bundles, indexes them and searches. Asks nothing and needs no terminal.
#
#   corpora/try.sh [FOLDER]   FOLDER (default: build/try) takes the sample bundles and the index
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1:-build/try}
jobs=${JOBS:-$(nproc)}
index=$target/samples.idx

say() {
  printf '\n== %s\n' "$*"
}

# Shows a command and runs it. Finding nothing (exit 1) is an answer, too.
show() {
  local status=0
  printf '\n$'
  printf ' %q' "${@/#build\/release\/*\/broadsheet/broadsheet}"
  printf '\n'
  "$@" || status=$?
  ((status <= 1)) || exit "$status"
}

say "Packages"
cmake/install_packages.sh build
echo "all there"

say "Build"
launcher=()
! command -v ccache >/dev/null || launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
mkdir -p build
cmake --preset release "${launcher[@]}" >build/release.configure.log 2>&1 || {
  cat build/release.configure.log
  exit 1
}
cmake --build --preset release --parallel "$jobs" --target broadsheet-index broadsheet-search \
  -- --quiet
indexer=build/release/indexer/broadsheet-index
searcher=build/release/searcher/broadsheet-search
ls "$indexer" "$searcher"

say "Samples"
corpora/make_samples "$target/bundles"
ls "$target/bundles"

say "Index"
show "$indexer" "$index" "$target"/bundles/*

say "Search"
# Highlights are to be seen in a log, too.
color=always
[[ -z ${NO_COLOR-} ]] || color=never
show "$searcher" --color "$color" --limit 3 "$index" ferry reef rescue
show "$searcher" --color "$color" --limit 2 "$index" '"fuel filter" headline:ferry'
show "$searcher" --color "$color" --limit 2 --from 2020 --until 2023 "$index" tag:swimming vaccine
show "$searcher" --color "$color" --limit 1 "$index" école fromagerie

cat <<END

== Next
Add your own bundles:   $indexer $index dump.tar.gz more.zip folder/
Search them:            $searcher $index 'title:coup "armed forces" -sudan' --from 2019-04
Every option:           $indexer --help; $searcher --help
Public news archives:   corpora/README.md says where they are
END
