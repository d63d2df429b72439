# Answers of NewsAPI.org (top-headlines and everything). Its texts are cut behind 200 characters.
about     = NewsAPI.org answers
reads     = json
recognise = totalResults, articles, urlToImage, publishedAt
list      = articles

[article]
id        = url
url       = url
headline  = title
deck      = description
body      = content | description
byline    = author
source    = source.name | source
published = publishedAt
