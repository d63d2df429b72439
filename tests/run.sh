#!/usr/bin/env bash
# Installs what the tests need, builds the developer preset and runs every test.
#
#   tests/run.sh          also the tests under AddressSanitizer and UndefinedBehaviorSanitizer, a
#                         short run of each fuzzer, and the checks of format and of clang-tidy
#   tests/run.sh --quick  the tests of the developer preset alone
#
# Environment: JOBS (processes at a time, default: all cores), FUZZ_SECONDS (for each fuzzer,
# default 15). Exits with 0 when everything passed. The last lines are the summary of the tests.
# shellcheck disable=SC2317  # the checks are called by their names
set -euo pipefail
cd "$(dirname "$0")/.."

jobs=${JOBS:-$(nproc)}
fuzz_seconds=${FUZZ_SECONDS:-15}
failed=()

say() {
  echo "== $* ($((SECONDS / 60)) min $((SECONDS % 60)) s)"
}

# Runs a check; a failure is remembered and the others go on.
check() {
  say "$1"
  "$2" || failed+=("$1")
}

# Configures a preset and builds it, or the targets named behind it.
build() {
  local launcher=() targets=()
  ! command -v ccache >/dev/null || launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  mkdir -p build
  cmake --preset "$1" "${launcher[@]}" >"build/$1.configure.log" 2>&1 || {
    cat "build/$1.configure.log"
    return 1
  }
  (($# == 1)) || targets=(--target "${@:2}")
  cmake --build --preset "$1" --parallel "$jobs" "${targets[@]}" -- --quiet
}

sources() {
  find common indexer searcher tests -name package -prune -o \( -name '*.cc' -o -name '*.h' \) -print |
    sort
}

check_format() {
  sources | xargs clang-format --dry-run -Werror
}

# Reads the compile commands of the developer preset. The static analyzer takes four times as long as
# all the other checks; run-clang-tidy -p build/dev runs it, too.
check_tidy() {
  local log=build/clang-tidy.log
  run-clang-tidy -p build/dev -quiet -j "$jobs" -checks='-clang-analyzer-*' \
    "^$PWD/(common|indexer|searcher)/.*\\.cc\$" >"$log" 2>/dev/null && return
  grep -E '(warning|error):' "$log" | sort -u | head -50
  return 1
}

# Debian's libxapian deletes a table of Database::check() by another size than it was made with; the
# preset tells AddressSanitizer to let that pass. Whole programs that are killed thirty times over, and the
# package, are left to the plain build.
check_sanitizers() {
  build asan && UBSAN_OPTIONS=print_stacktrace=1 ctest --preset asan -j "$jobs" --progress
}

run_fuzzer() {
  local name=${1##*/}
  local corpus=build/fuzz/corpus/$name log=build/fuzz/$name.log
  mkdir -p "$corpus" "tests/fuzz/seeds/$name"
  if "$1" -max_total_time="$fuzz_seconds" -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/$name-" "$corpus" "tests/fuzz/seeds/$name" >"$log" 2>&1; then
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs"
  else
    tail -40 "$log"
    return 1
  fi
}

check_fuzzers() {
  build fuzz fuzzers || return 1
  local fuzzer broken=0
  for fuzzer in build/fuzz/tests/fuzz/*_fuzzer; do
    [[ ! -x $fuzzer ]] || run_fuzzer "$fuzzer" || broken=1
  done
  return "$broken"
}

main() {
  local quick=no
  case ${1-} in
    --quick) quick=yes ;;
    '') ;;
    *)
      echo "usage: tests/run.sh [--quick]" >&2
      exit 2
      ;;
  esac

  cmake/install_packages.sh build test
  say "build of the developer preset"
  build dev
  if [[ $quick == no ]]; then
    check "format" check_format
    check "clang-tidy" check_tidy
    check "tests under the sanitizers" check_sanitizers
    check "fuzzers" check_fuzzers
  fi

  # Last, so that its summary ends the output.
  local status=0
  say "tests"
  ((${#failed[@]} == 0)) || printf 'FAILED: %s\n' "${failed[@]}"
  ctest --preset dev -j "$jobs" || status=1
  ((${#failed[@]} == 0)) || status=1
  exit "$status"
}

main "$@"
