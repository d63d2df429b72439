#!/usr/bin/env python3
"""Makes mixed queries from the titles of articles, always the same for the same file.

    queries.py ARTICLES.tsv COUNT

Prints lines: kind (any, all, phrase, not) and words, with tabs between. Every third query takes one of
the commonest words of all titles.
"""
import collections
import random
import re
import sys


def main():
    rng = random.Random(5)
    titles = []
    counts = collections.Counter()
    with open(sys.argv[1], encoding="utf-8") as source:
        for line in source:
            words = re.findall(r"[a-z]{3,}", line.split("\t")[1].lower())
            if len(words) >= 4:
                titles.append(words)
            counts.update(set(words))
    common = [word for word, _ in counts.most_common(40)]
    kinds = ["any"] * 5 + ["all"] * 3 + ["phrase"] * 1 + ["not"] * 1
    for number in range(int(sys.argv[2])):
        kind = kinds[number % len(kinds)]
        title = rng.choice(titles)
        size = rng.randint(1, 4)
        if kind == "phrase":
            begin = rng.randrange(len(title) - 1)
            words = title[begin:begin + 2]
        elif kind == "any":
            words = rng.sample(title, min(size, len(title)))
        else:
            words = rng.sample(title, 2)
        if number % 3 == 0 and kind != "phrase":
            words[-1] = rng.choice(common)
        print("\t".join([kind] + words))


main()
