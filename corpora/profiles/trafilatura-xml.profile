# What trafilatura writes with --xml: an element a page, what is known of it in attributes. Its JSON
# needs no profile.
about     = trafilatura XML
reads     = xml
element   = doc
recognise = doc, main, comments

[article]
id        = @id | @fingerprint
url       = @url | @source
headline  = @title
deck      = @description | @excerpt
byline    = @author
source    = @sitename | @hostname
published = @date
body      = main/p | main/list/item | main/quote
tags      = @tags
section   = @categories
language  = @language
