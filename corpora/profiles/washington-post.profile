# TREC Washington Post Document Collection, versions 2 to 4: a JSON object a line.
about     = TREC Washington Post collection, JSON lines
reads     = json
recognise = article_url, published_date, contents, author, title, id

[article]
id        = id
url       = article_url
headline  = title
byline    = author
section   = contents[type=kicker].content
published = published_date
body      = contents[type=sanitized_html].content
caption   = contents[type=image].fullcaption
source    = source | "The Washington Post"
language  = "en"
