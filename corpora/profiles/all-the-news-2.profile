# All the News 2.1 (2.7 million articles, 2016 to 2020): all-the-news-2-1.csv.
about     = All the News 2.1 (all-the-news-2-1.csv)
reads     = csv
delimiter = comma
recognise = date, year, month, day, author, title, article, url, section, publication

[article]
headline  = title
source    = publication
section   = section
authors   = author
published = date
url       = url
body      = article
language  = "en"
