"""Answers topics with SQLite FTS5: porter stemmer, any of the words, bm25()."""

import re
import sqlite3
import statistics
import sys
import time

WANTED = 1000


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t", 1)


def main(docs, topics):
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE news USING fts5(id UNINDEXED, text, tokenize='porter')")
    database.executemany("INSERT INTO news VALUES (?, ?)", lines(docs))
    times = []
    for topic, text in lines(topics):
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
        begin = time.perf_counter()
        found = database.execute(
            "SELECT id, bm25(news) FROM news WHERE news MATCH ? ORDER BY bm25(news) LIMIT ?",
            (words, WANTED),
        ).fetchall()
        times.append((time.perf_counter() - begin) * 1000)
        for rank, (article, score) in enumerate(found, 1):
            print(topic, "Q0", article, rank, -score, "fts5")
    print(statistics.median(times), file=sys.stderr)


main(*sys.argv[1:])
