# Wikinews as the search engine's dump has it (...-cirrussearch-content.json.gz): a line that says
# where to put it, then the page as plain text. The XML dumps need no profile.
about     = Wikinews search dumps (cirrussearch), JSON lines
reads     = json
recognise = wiki, namespace, opening_text, create_timestamp, text, title

[article]
id        = "{wiki}-{title}"
headline  = title
deck      = opening_text
body      = text
published = create_timestamp
updated   = timestamp
tags      = category
source    = "Wikinews"
language  = language
