# XSum of the Hugging Face hub: BBC articles with a sentence that sums each up.
about      = XSum of the Hugging Face hub, JSON lines
reads      = json
recognise  = document, summary, id
paragraphs = lines

[article]
id       = "xsum-{id}"
deck     = summary
body     = document
source   = "BBC"
language = "en"
