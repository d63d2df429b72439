"""Makes judged collections of Reuters-21578, whose editors labelled articles by subject and country.

    labelled_news.py REUTERS FOLDER

REUTERS is the folder with the .sgm files. FOLDER gets four collections as run.sh reads them, all with
short queries on newswire: `reuters-labels` (a subject), `reuters-pairs` (a subject and a country),
`reuters-names` (people and organisations) and `reuters-headlines`, where a headline is to find its
own article, from which it was taken away. What has the label counts as relevant, which editors'
labels are only nearly.
"""

import glob
import html
import json
import pathlib
import re
import subprocess
import sys

SUBJECTS = {
    "acq": "company takeovers mergers acquisitions", "earn": "company earnings results dividends",
    "money-fx": "foreign exchange currency intervention", "crude": "crude oil", "grain": "grain",
    "trade": "foreign trade", "interest": "interest rates", "wheat": "wheat", "ship": "shipping",
    "corn": "corn", "dlr": "dollar exchange rate", "oilseed": "oilseeds",
    "money-supply": "money supply", "sugar": "sugar", "gnp": "economic growth gross national product",
    "coffee": "coffee", "veg-oil": "vegetable oil", "gold": "gold", "nat-gas": "natural gas",
    "soybean": "soybeans", "bop": "balance of payments", "livestock": "livestock cattle",
    "cpi": "consumer prices inflation", "reserves": "foreign exchange reserves", "copper": "copper",
    "cocoa": "cocoa", "jobs": "unemployment jobs", "carcass": "beef pork meat", "yen": "yen",
    "rice": "rice", "iron-steel": "iron steel", "ipi": "industrial production", "gas": "gasoline",
    "cotton": "cotton", "alum": "aluminium", "barley": "barley", "meal-feed": "animal feed meal",
    "rubber": "natural rubber", "zinc": "zinc", "palm-oil": "palm oil", "pet-chem": "petrochemicals",
    "silver": "silver", "sorghum": "sorghum", "rapeseed": "rapeseed", "lead": "lead metal",
    "tin": "tin", "strategic-metal": "strategic metals", "wpi": "wholesale producer prices",
    "orange": "orange juice", "fuel": "fuel oil", "soy-meal": "soybean meal", "retail": "retail sales",
    "hog": "hogs pigs", "soy-oil": "soybean oil", "heat": "heating oil", "housing": "housing starts",
    "stg": "sterling pound", "income": "personal income", "sunseed": "sunflower seed",
    "lei": "leading indicators", "lumber": "lumber timber", "tea": "tea", "dmk": "mark currency",
    "oat": "oats", "platinum": "platinum", "nickel": "nickel", "groundnut": "groundnuts peanuts",
    "jet": "jet fuel", "instal-debt": "consumer instalment credit", "coconut": "coconut",
    "inventories": "business inventories", "naphtha": "naphtha", "propane": "propane",
    "potato": "potatoes",
}
COUNTRIES = {
    "usa": "United States", "uk": "Britain", "ussr": "Soviet Union", "west-germany": "West Germany",
    "japan": "Japan", "canada": "Canada", "france": "France", "brazil": "Brazil", "china": "China",
    "australia": "Australia", "switzerland": "Switzerland", "italy": "Italy", "belgium": "Belgium",
    "netherlands": "Netherlands", "south-korea": "South Korea", "taiwan": "Taiwan", "india": "India",
    "saudi-arabia": "Saudi Arabia", "iran": "Iran", "iraq": "Iraq", "kuwait": "Kuwait",
    "indonesia": "Indonesia", "malaysia": "Malaysia", "philippines": "Philippines",
    "thailand": "Thailand", "hong-kong": "Hong Kong", "south-africa": "South Africa",
    "argentina": "Argentina", "mexico": "Mexico", "venezuela": "Venezuela", "colombia": "Colombia",
    "ecuador": "Ecuador", "spain": "Spain", "sweden": "Sweden", "norway": "Norway",
    "denmark": "Denmark", "new-zealand": "New Zealand", "turkey": "Turkey", "egypt": "Egypt",
    "pakistan": "Pakistan", "nigeria": "Nigeria", "ivory-coast": "Ivory Coast", "bahrain": "Bahrain",
    "singapore": "Singapore", "poland": "Poland", "peru": "Peru", "zambia": "Zambia",
}
NAMES = {
    "ec": "European Community", "imf": "International Monetary Fund", "opec": "OPEC",
    "worldbank": "World Bank", "gatt": "GATT", "ico-coffee": "International Coffee Organization",
    "oecd": "OECD", "icco": "International Cocoa Organization", "adb-asia": "Asian Development Bank",
    "itc": "International Tin Council", "un": "United Nations", "unctad": "UNCTAD",
    "inro": "International Natural Rubber Organization", "iea": "International Energy Agency",
    "nyse": "New York Stock Exchange", "tse": "Tokyo Stock Exchange", "lse": "London Stock Exchange",
    "cbt": "Chicago Board of Trade", "cme": "Chicago Mercantile Exchange",
    "lme": "London Metal Exchange", "liffe": "London financial futures exchange",
}
RELEVANT_MIN = 5
PAIR_RELEVANT_MAX = 150
HEADLINES = 300
HEADLINE_WORDS = range(4, 11)


def labels(article, name):
    found = re.search(rf"<{name}>(.*?)</{name}>", article)
    return re.findall(r"<D>(.*?)</D>", found.group(1)) if found else []


def inner(article, name):
    found = re.search(rf"<{name}>(.*?)</{name}>", article, re.S)
    return html.unescape(found.group(1)).replace("\x03", "").strip() if found else ""


def articles(folder):
    for path in sorted(glob.glob(f"{folder}/*.sgm")):
        text = pathlib.Path(path).read_text(encoding="latin-1")
        for article in re.findall(r"<REUTERS .*?</REUTERS>", text, re.S):
            number = re.search(r'NEWID="(\d+)"', article).group(1)
            yield number, article


def add(relevant, query, number):
    relevant.setdefault(query, []).append(number)


def write(folder, documents, relevant, most=10**9):
    folder.mkdir(parents=True, exist_ok=True)
    kept = [(query, found) for query, found in sorted(relevant.items()) if found and len(found) <= most]
    with open(folder / "topics.tsv", "w", encoding="utf-8") as topics, open(
        folder / "qrels.txt", "w", encoding="utf-8"
    ) as judgments:
        for name, (query, found) in enumerate(kept, 1):
            print(name, query, sep="\t", file=topics)
            for number in found:
                print(name, 0, number, 1, file=judgments)
    lines = "".join(json.dumps(document) + "\n" for document in documents)
    subprocess.run(
        ["zstd", "-qf", "-o", folder / "docs.jsonl.zst"], input=lines.encode(), check=True
    )


def main(reuters, out):
    out = pathlib.Path(out)
    documents, bodies = [], []
    subjects, pairs, names, headlines = {}, {}, {}, {}
    for number, article in articles(reuters):
        title, body = inner(article, "TITLE"), inner(article, "BODY")
        documents.append({"id": number, "title": title, "body": body})
        bodies.append({"id": number, "body": body})
        if len(title.split()) in HEADLINE_WORDS and len(body) > 800:
            add(headlines, " ".join(title.replace("<", " ").replace(">", " ").split()), number)
        for label in labels(article, "TOPICS"):
            if label not in SUBJECTS:
                continue
            add(subjects, SUBJECTS[label], number)
            for place in labels(article, "PLACES"):
                if place in COUNTRIES:
                    add(pairs, f"{SUBJECTS[label]} {COUNTRIES[place]}", number)
        for kind in ("ORGS", "EXCHANGES"):
            for label in labels(article, kind):
                if label in NAMES:
                    add(names, NAMES[label], number)
        for label in labels(article, "PEOPLE"):
            add(names, label.replace("-", " "), number)
    for found in (subjects, pairs, names):
        for query in [query for query, numbers in found.items() if len(numbers) < RELEVANT_MIN]:
            del found[query]
    single = sorted(query for query, numbers in headlines.items() if len(numbers) == 1)
    step = max(1, len(single) // HEADLINES)
    write(out / "reuters-labels", documents, subjects)
    write(out / "reuters-pairs", documents, pairs, PAIR_RELEVANT_MAX)
    write(out / "reuters-names", documents, names)
    write(out / "reuters-headlines", bodies, {query: headlines[query] for query in single[::step][:HEADLINES]})


main(*sys.argv[1:])
