# News posts of Webz.io (before: Webhose), from its service or its free data sets.
about     = Webz.io (Webhose) news posts
reads     = json
recognise = uuid, thread, ord_in_thread, site_full, text, published

[article]
id        = uuid
url       = url
headline  = title | thread.title_full
body      = text
byline    = author
source    = thread.site_full | thread.site
section   = thread.section_title
published = published
language  = language
tags      = categories
places    = entities.locations | locations
