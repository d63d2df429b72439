# The Signal Media One-Million News Articles Dataset (September 2015): a JSON object a line.
# Most are English; the others do not say so.
about     = Signal Media One-Million News Articles, JSON lines
reads     = json
recognise = media-type, published, source, content, title, id

[article]
id        = id
headline  = title
body      = content
source    = source
section   = media-type
published = published
