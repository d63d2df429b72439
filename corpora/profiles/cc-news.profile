# CC-News as on the Hugging Face hub (cc_news): 708,241 English articles of 2017 to 2019.
about      = CC-News of the Hugging Face hub, JSON lines
reads      = json
recognise  = title, text, domain, date, description, url, image_url
paragraphs = lines

[article]
id        = url
url       = url
source    = domain
headline  = title
deck      = description
body      = text
published = date
language  = "en"
