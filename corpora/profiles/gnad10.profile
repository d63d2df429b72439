# 10kGNAD, ten thousand articles of the Austrian newspaper Der Standard: train.csv, test.csv and
# articles.csv. Chosen by its name, as the files have no header.
about     = 10kGNAD, German articles with nine sections
reads     = csv
delimiter = semicolon
quote     = single
header    = no
columns   = 2

[article]
section  = 1
body     = 2
source   = "Der Standard"
language = "de"
