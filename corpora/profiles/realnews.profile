# RealNews, the collection Grover was trained with: a JSON object a line.
about      = RealNews (Grover), JSON lines
reads      = json
recognise  = warc_date, publish_date, domain, authors, title, text, url
paragraphs = lines
dates      = %m-%d-%Y

[article]
id        = url
url       = url
headline  = title
deck      = summary
body      = text
authors   = authors
source    = domain
published = publish_date
language  = "en"
