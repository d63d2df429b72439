# All the News, first edition (143,000 articles of fifteen American publications): articles1.csv to
# articles3.csv. The first column is a row number without a name.
about     = All the News 1 (articles1.csv to articles3.csv)
reads     = csv
delimiter = comma
recognise = id, title, publication, author, date, year, month, url, content

[article]
id        = "all-the-news-{id}"
headline  = title
source    = publication
authors   = author
published = date
url       = url
body      = content
language  = "en"
