# MIND, the Microsoft News Dataset: news.tsv, eight columns without a header.
about     = Microsoft News Dataset MIND (news.tsv)
reads     = csv
entries   = news.tsv
delimiter = tab
quote     = none
header    = no
columns   = 8

[article]
id       = 1
section  = 2
tags     = 3
headline = 4
body     = 5
url      = 6
language = "en"
