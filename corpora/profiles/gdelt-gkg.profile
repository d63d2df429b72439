# GDELT's Global Knowledge Graph 2.1: 27 columns, parted by tabs, without a header. There is no text
# in it: what becomes an article is the page's headline with its address, themes and places.
about     = GDELT Global Knowledge Graph 2.1 (*.gkg.csv)
reads     = csv
entries   = *.gkg.csv, *.gkg.CSV
delimiter = tab
quote     = none
header    = no
columns   = 27
dates     = %Y%m%d%H%M%S

[article]
id        = 1
published = 2
source    = 4
url       = 5
tags      = 8
headline  = 27 between "<PAGE_TITLE>" and "</PAGE_TITLE>" | 5
