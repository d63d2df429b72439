#!/usr/bin/env python3
"""Turns JSON lines into what the peers read: a line for each article, id, title and text with tabs between.

    plain_articles.py FROM.jsonl TO.tsv

Prints the number of articles and the bytes of their titles and texts.
"""
import json
import sys


def first_of(article, names):
    for name in names:
        value = article.get(name)
        if isinstance(value, list):
            value = " ".join(text for text in value if isinstance(text, str))
        if isinstance(value, str) and value:
            return " ".join(value.split())
    return ""


def main():
    articles = 0
    text_bytes = 0
    with open(sys.argv[1], encoding="utf-8", errors="replace") as source:
        with open(sys.argv[2], "w", encoding="utf-8") as plain:
            for number, line in enumerate(source):
                if not line.strip():
                    continue
                article = json.loads(line)
                identity = first_of(article, ["id", "guid"]) or str(number)
                title = first_of(article, ["headline", "title"])
                text = first_of(article, ["text", "body", "body_text", "paragraphs", "content"])
                plain.write(f"{identity}\t{title}\t{text}\n")
                articles += 1
                text_bytes += len(title.encode()) + len(text.encode())
    print(articles, text_bytes)


main()
