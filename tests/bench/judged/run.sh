#!/usr/bin/env bash
# Answers the topics of judged collections with Broadsheet and its peers and prints how well.
#
#   tests/bench/judged/run.sh BUILD COLLECTIONS [NAME...]
#
# BUILD is a build tree with the targets broadsheet-index and judged_bench; COLLECTIONS a folder with
# NAME/docs.jsonl.zst, NAME/topics.tsv (number, tab, text) and NAME/qrels.txt for each collection.
# Lucene is left out where there is no javac or no liblucene8-java.
set -euo pipefail

build=$(realpath "$1")
collections=$(realpath "$2")
shift 2
here=$(realpath "$(dirname "$0")")
programs=$build/tests/bench/judged
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- $(ls "$collections")

lucene=
if command -v javac > /dev/null; then
    lucene=$(find /usr/share/java -name 'lucene-core-8*.jar' -o -name 'lucene-analyzers-common-8*.jar' |
        paste -sd:)
fi
if [ -n "$lucene" ]; then
    javac -cp "$lucene" -d "$work" "$here/LuceneRun.java"
fi

# Every program writes a run to standard output and its median milliseconds a query to standard error.
answer() {
    local name=$1
    shift
    "$@" > "$runs/$name.run" 2> "$runs/$name.ms"
}

for collection in "$@"; do
    runs=$work/runs/$collection
    mkdir -p "$runs"
    topics=$collections/$collection/topics.tsv
    zstd -dcq "$collections/$collection/docs.jsonl.zst" > "$work/$collection.jsonl"
    python3 "$here/plain_text.py" < "$work/$collection.jsonl" > "$work/docs.tsv"
    rm -rf "$work/index"
    "$build/indexer/broadsheet-index" "$work/index" "$work/$collection.jsonl" > "$work/index.log" 2>&1

    answer broadsheet "$programs/broadsheet_run" "$work/index" "$topics"
    answer broadsheet_expand "$programs/broadsheet_run" "$work/index" "$topics" --expand
    answer xapian_bm25 "$programs/xapian_run" "$work/docs.tsv" "$topics"
    answer sqlite_fts5 python3 "$here/fts5_run.py" "$work/docs.tsv" "$topics"
    if [ -n "$lucene" ]; then
        for model in bm25 dirichlet; do
            answer "lucene_$model" java -cp "$lucene:$work" LuceneRun "$work/docs.tsv" "$topics" $model
        done
    fi
done
"$programs/judged_table" "$collections" "$work/runs" "$@"
