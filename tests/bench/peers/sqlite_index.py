#!/usr/bin/env python3
"""SQLite FTS5 with English stems; the text is stored in its content table.

    sqlite_index.py ARTICLES.tsv FOLDER
"""
import os
import sqlite3
import sys


def articles(path):
    with open(path, encoding="utf-8") as source:
        for line in source:
            yield line.rstrip("\n").split("\t")


def main():
    os.makedirs(sys.argv[2])
    database = sqlite3.connect(os.path.join(sys.argv[2], "articles.db"))
    database.execute(
        "CREATE VIRTUAL TABLE article USING fts5(id UNINDEXED, title, text, tokenize='porter unicode61')"
    )
    with database:
        database.executemany("INSERT INTO article VALUES (?, ?, ?)", articles(sys.argv[1]))
    database.close()


main()
