# Reuters Corpus Volume 1 and 2: an XML file an article.
about     = Reuters Corpora RCV1 and RCV2 (newsitem XML)
reads     = xml
element   = newsitem
recognise = newsitem, headline, text, codes

[article]
id        = "reuters-rcv-{@itemid}"
headline  = headline | title
byline    = byline
dateline  = dateline
published = metadata/dc[element=dc.date.published]/@value | @date
source    = metadata/dc[element=dc.source]/@value | metadata/dc[element=dc.publisher]/@value
language  = @xml:lang
body      = text/p
tags      = metadata/codes[class=bip:topics:1.0]/code/@code
places    = metadata/codes[class=bip:countries:1.0]/code/@code
