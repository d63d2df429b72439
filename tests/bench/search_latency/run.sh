#!/usr/bin/env bash
# The whole job, from query to ten hits with headline and highlighted snippet, side by side with the
# peers on the same articles and the same mixed queries: CPU time of one warm thread.
#
#   tests/bench/search_latency/run.sh ARTICLES.jsonl [WORK_FOLDER]
#
# QUERIES (380) and ROUNDS (10) are taken from the environment. Needs the packages that
# tests/bench/peers.sh installs, and build/release with -DBROADSHEET_BENCHMARKS=ON or LATENCY=PROGRAM.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
release=$root/build/release
latency=${LATENCY:-$release/tests/bench/search_latency/broadsheet_latency}
work=${2:-$(mktemp -d)}
mkdir -p "$work"
[[ -n ${2:-} ]] || trap 'rm -rf "$work"' EXIT
rounds=${ROUNDS:-10}

read -r articles text < <(python3 "$here/../peers/plain_articles.py" "$1" "$work/articles.tsv")
python3 "$here/queries.py" "$work/articles.tsv" "${QUERIES:-380}" >"$work/queries.tsv"

[[ -e $work/news.idx ]] || "$release/indexer/broadsheet-index" -q "$work/news.idx" "$1" || (($? == 1))
g++ -O2 -std=c++20 "$here/../peers/xapian_index.cc" -o "$work/xapian_index" $(pkg-config --cflags --libs xapian-core)
g++ -O2 -std=c++20 "$here/xapian_latency.cc" -o "$work/xapian_latency" $(pkg-config --cflags --libs xapian-core)
[[ -e $work/xapian ]] || "$work/xapian_index" "$work/articles.tsv" "$work/xapian"
[[ -e $work/sqlite ]] || python3 "$here/../peers/sqlite_index.py" "$work/articles.tsv" "$work/sqlite"
lucene=$(printf '%s:' /usr/share/java/lucene-{core,analyzers-common,highlighter,memory,queries}-8*.jar)
javac -cp "$lucene" -d "$work" "$here/LuceneLatency.java"

row() {
  local name=$1
  shift
  "$@" 2>/dev/null | sort -n | awk -v name="$name" '
    { took[NR] = $1; sum += $1 }
    END {
      printf "| %s | %.2f | %.2f | %.2f |\n", name, took[int((NR + 1) / 2)] / 1e3,
        took[int(NR * 0.99 + 0.5)] / 1e3, sum / NR / 1e3
    }'
}

printf '%d articles, %.1f MB of text, %d queries, CPU milliseconds\n\n' "$articles" \
  "$(awk -v t="$text" 'BEGIN { print t / 1e6 }')" "$(wc -l <"$work/queries.tsv")"
echo "| | median | 99th percentile | mean |"
echo "|---|---|---|---|"
row "Broadsheet" "$latency" "$work/news.idx" "$work/queries.tsv" "$rounds"
row "Broadsheet, without snippets" "$latency" "$work/news.idx" "$work/queries.tsv" "$rounds" bare
row "Lucene 8, UnifiedHighlighter" java -Xmx2g -cp "$lucene$work" LuceneLatency \
  "$work/articles.tsv" "$work/lucene" "$work/queries.tsv" "$rounds"
row "SQLite FTS5, snippet()" python3 "$here/sqlite_latency.py" "$work/sqlite" "$work/queries.tsv" "$rounds"
row "Xapian, MSet::snippet()" "$work/xapian_latency" "$work/xapian" "$work/queries.tsv" 1
