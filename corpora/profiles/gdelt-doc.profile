# Answers of GDELT's DOC 2.0 service, mode=artlist, format=json. Headlines and addresses only; the
# time is when GDELT saw the page.
about     = GDELT DOC 2.0 article lists (mode=artlist, format=json)
reads     = json
recognise = articles, seendate, sourcecountry, url_mobile
list      = articles
dates     = %Y%m%dT%H%M%SZ

[article]
id        = url
url       = url
headline  = title
source    = domain
published = seendate
language  = language
places    = sourcecountry
