# C4, the realnewslike variant: a JSON object a line. The time is when the page was crawled, the
# nearest there is to a date.
about      = C4 realnewslike, JSON lines of text, timestamp and url
reads      = json
entries    = c4-*.json, realnewslike*.json
paragraphs = lines

[article]
id       = url
url      = url
body     = text
updated  = timestamp
language = "en"
