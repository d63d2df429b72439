#!/usr/bin/env bash
# Indexes the same articles with Broadsheet and its peers, one after the other on this machine, and
# prints one table in Markdown. tests/bench/README.md says what is compared.
#
#   tests/bench/peers.sh [ARTICLES.jsonl]
#
# ARTICLES.jsonl has one object a line with id, title and text; without it, our sample articles are
# taken ROUNDS times over. From the environment:
#   ROUNDS      1000
#   BROADSHEET  build/release/indexer/broadsheet-index
# What is missing of the peers is installed from Debian, which has no package of Tantivy: it is not
# among them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
broadsheet=${BROADSHEET:-$root/build/release/indexer/broadsheet-index}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() {
  printf '%s\n' "$*" >&2
}

help() {
  sed -n '2,/^set /{s/^# \{0,1\}//;/^set /d;p}' "$0"
}

install_peers() {
  local wanted=(time python3 g++ libxapian-dev pkg-config liblucene8-java openjdk-17-jdk-headless) missing=()
  for package in "${wanted[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  ((${#missing[@]} == 0)) && return
  say "Installing ${missing[*]}"
  local as_root=()
  ((EUID == 0)) || as_root=(sudo)
  "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}" >&2
}

build_peers() {
  g++ -O2 -std=c++20 "$here/peers/xapian_index.cc" -o "$work/xapian_index" $(pkg-config --cflags --libs xapian-core)
  lucene=$(printf '%s:' /usr/share/java/lucene-core-8*.jar /usr/share/java/lucene-analyzers-common-8*.jar)
  javac -cp "$lucene" -d "$work" "$here/peers/LuceneIndex.java"
}

# Enough of our invented articles to take measurable time; each round has other ids.
write_samples() {
  "$root/corpora/make_samples" "$work/samples" >/dev/null 2>&1
  zstd -dcq "$work/samples/npa-wire.jsonl.zst" | python3 -c '
import json, sys
lines = [json.loads(line) for line in sys.stdin if line.strip()]
for turn in range(int(sys.argv[1])):
    for article in lines:
        print(json.dumps({**article, "id": "%s-%d" % (article.get("id"), turn)}, ensure_ascii=False))
' "${ROUNDS:-1000}" >"$work/articles.jsonl"
}

# measure NAME FOLDER COMMAND... - runs it and adds a row: name, CPU and wall seconds, KiB, bytes
measure() {
  local name=$1 folder=$2
  shift 2
  sync
  if ! /usr/bin/time -o "$work/time" -f '%U %S %e %M' "$@" >"$work/output" 2>&1; then
    say "$name failed: $(tail -n 1 "$work/output")"
    return
  fi
  local user system wall peak
  read -r user system wall peak < <(tail -n 1 "$work/time")
  printf '%s\t%s\t%s\t%s\t%s\n' "$name" "$(echo "$user $system" | awk '{print $1 + $2}')" "$wall" "$peak" \
    "$(du -sb "$folder" | cut -f1)" >>"$work/rows"
}

# The last column: how much less CPU the first row takes.
print_table() {
  awk -F '\t' -v text="$1" -v articles="$2" '
    BEGIN {
      printf "%d articles, %.1f MB of text\n\n", articles, text / 1e6
      print "| | CPU s | wall s | MB of text per CPU s | peak memory MiB | index / text | CPU against the first row |"
      print "|---|---|---|---|---|---|---|"
    }
    {
      cpu = $2 > 0.01 ? $2 : 0.01
      if (NR == 1) first = cpu
      printf "| %s | %.2f | %.2f | %.1f | %d | %.2f | %.1f |\n", $1, $2, $3, text / 1e6 / cpu, $4 / 1024, $5 / text, cpu / first
    }' "$work/rows"
}

case ${1:-} in
  -h | --help)
    help
    exit
    ;;
esac
[[ -x $broadsheet ]] || { say "$broadsheet is missing: build it, or name it in BROADSHEET (see --help)"; exit 2; }
(($# == 0)) || [[ -r $1 ]] || { say "$1 cannot be read (see --help)"; exit 2; }
install_peers
build_peers
if (($# > 0)); then
  cp "$1" "$work/articles.jsonl"
else
  write_samples
fi
read -r articles text < <(python3 "$here/peers/plain_articles.py" "$work/articles.jsonl" "$work/articles.tsv")

cores=$(nproc)
measure "Broadsheet, 1 job" "$work/one.idx" "$broadsheet" --jobs 1 "$work/one.idx" "$work/articles.jsonl"
measure "Broadsheet, $cores jobs" "$work/all.idx" "$broadsheet" --jobs "$cores" "$work/all.idx" "$work/articles.jsonl"
measure "Xapian $(pkg-config --modversion xapian-core), TermGenerator" "$work/xapian" \
  "$work/xapian_index" "$work/articles.tsv" "$work/xapian"
measure "SQLite FTS5" "$work/sqlite" python3 "$here/peers/sqlite_index.py" "$work/articles.tsv" "$work/sqlite"
measure "Lucene 8" "$work/lucene" java -cp "$lucene$work" LuceneIndex "$work/articles.tsv" "$work/lucene"
print_table "$text" "$articles"
