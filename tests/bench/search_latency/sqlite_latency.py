#!/usr/bin/env python3
"""Ten hits with highlighted title and snippet() of what peers/sqlite_index.py wrote.

    sqlite_latency.py FOLDER QUERIES ROUNDS
"""
import os
import sqlite3
import sys
import time

SQL = """SELECT id, highlight(article, 1, '<b>', '</b>'), snippet(article, 2, '<b>', '</b>', '...', 40)
         FROM article WHERE article MATCH ? ORDER BY rank LIMIT 10"""


def match_of(line):
    kind, *words = line.split()
    quoted = ['"%s"' % word for word in words]
    if kind == "phrase":
        return '"%s"' % " ".join(words)
    if kind == "not":
        return " NOT ".join(quoted)
    return (" AND " if kind == "all" else " OR ").join(quoted)


def main():
    database = sqlite3.connect(os.path.join(sys.argv[1], "articles.db"))
    with open(sys.argv[2], encoding="utf-8") as source:
        queries = [match_of(line) for line in source]
    best = [float("inf")] * len(queries)
    for turn in range(int(sys.argv[3]) + 1):
        for i, query in enumerate(queries):
            begin = time.thread_time_ns()
            database.execute(SQL, (query,)).fetchall()
            took = (time.thread_time_ns() - begin) / 1e3
            if turn > 0:
                best[i] = min(best[i], took)
    for took in best:
        print("%.1f" % took)


main()
