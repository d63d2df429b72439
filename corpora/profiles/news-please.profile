# What news-please writes, the crawler with which CC-News is often taken apart: a JSON object an
# article.
about      = news-please JSON (CC-News)
reads      = json
recognise  = maintext, date_publish, source_domain, title, url
dates      = %Y-%m-%d %H:%M:%S
dates      = %Y-%m-%dT%H:%M:%S
dates      = %Y-%m-%dT%H:%M:%SZ
paragraphs = lines

[article]
id        = url
url       = url
headline  = title | title_page | title_rss
deck      = description
body      = maintext
authors   = authors
source    = source_domain
published = date_publish
updated   = date_modify
language  = language
