#!/usr/bin/env bash
# Installs the Debian packages Broadsheet needs, unless they are there already.
#
#   cmake/install_packages.sh build        what building the programs takes
#   cmake/install_packages.sh build test   and what the tests, linters and fuzzers take besides
#
# Asks nothing. Uses sudo where it is not run as root. Needs no package mirror when nothing is missing.
set -euo pipefail

build_packages=(
  cmake g++ make ninja-build pkg-config
  libarchive-dev libboost-program-options-dev libbrotli-dev libcld2-dev libdeflate-dev libfmt-dev libgmime-3.0-dev
  libicu-dev libsimdjson-dev libuchardet-dev libxapian-dev libxml2-dev libxxhash-dev
  nlohmann-json3-dev zlib1g-dev
  python3 zstd
)
test_packages=(
  clang clang-format clang-tidy libclang-rt-14-dev
  libbenchmark-dev libgmock-dev libgtest-dev
  bzip2 chromium-headless-shell git p7zip-full xapian-tools xz-utils zip
)

die() {
  echo "install_packages.sh: $*" >&2
  exit 1
}

is_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

packages_of() {
  case $1 in
    build) printf '%s\n' "${build_packages[@]}" ;;
    test) printf '%s\n' "${test_packages[@]}" ;;
    *) die "no list '$1'; there are: build, test" ;;
  esac
}

main() {
  (($# > 0)) || die "say which list: build, test"
  local list names package missing=()
  for list in "$@"; do
    names=$(packages_of "$list")
    if ! command -v dpkg-query >/dev/null; then
      echo "install_packages.sh: this is no Debian; the list '$list' is:" "${names//$'\n'/ }" >&2
      continue
    fi
    for package in $names; do
      is_installed "$package" || missing+=("$package")
    done
  done
  ((${#missing[@]} > 0)) || return 0

  local as_root=()
  if (($(id -u) != 0)); then
    command -v sudo >/dev/null ||
      die "missing packages, and neither root nor sudo to install them: ${missing[*]}"
    as_root=(sudo)
  fi
  echo "Installing: ${missing[*]}" >&2
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
  # A stale list is no reason to stop: the packages may be in it all the same.
  "${apt[@]}" update >&2 || echo "install_packages.sh: cannot refresh the package lists" >&2
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null ||
    die "apt-get could not install: ${missing[*]}"
}

main "$@"
