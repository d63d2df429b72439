# News Category Dataset (HuffPost, 2012 to 2022): headlines with a short description, a JSON object
# a line.
about     = News Category Dataset (HuffPost), JSON lines
reads     = json
recognise = link, headline, category, short_description, authors, date

[article]
id        = link
url       = link
headline  = headline
body      = short_description
section   = category
byline    = authors
published = date
source    = "HuffPost"
language  = "en"
