# Answers of the Guardian Open Platform (content.guardianapis.com/search and single items), asked
# with show-fields=all and show-tags=all.
about     = Guardian Open Platform answers
reads     = json
recognise = response, webPublicationDate, webTitle, webUrl, sectionName
list      = response.results | response.content

[article]
id        = id
url       = webUrl
headline  = fields.headline | webTitle
deck      = fields.standfirst | fields.trailText
byline    = fields.byline | tags[type=contributor].webTitle
section   = sectionName
published = webPublicationDate
updated   = fields.lastModified
body      = fields.body | fields.bodyText
tags      = tags[type=keyword].webTitle
source    = fields.publication | "The Guardian"
language  = fields.lang
