# Answers of The New York Times' Article Search and Archive services.
about     = New York Times Article Search and Archive answers
reads     = json
recognise = response, docs, web_url, pub_date, type_of_material
list      = response.docs

[article]
id        = uri | _id
url       = web_url
headline  = headline.main | headline.print_headline
deck      = abstract
body      = lead_paragraph | snippet | abstract
byline    = byline.original
section   = section_name | news_desk
published = pub_date
tags      = keywords[].value
places    = keywords[name=glocations].value
source    = source | "The New York Times"
language  = "en"
