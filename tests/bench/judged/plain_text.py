"""Makes one line of each article for the peers: its id, a tab and all its text."""

import json
import sys

for line in sys.stdin:
    article = json.loads(line)
    parts = [article.get(key) or "" for key in ("title", "author", "body")]
    print(article["id"], " ".join(" ".join(parts).split()), sep="\t")
