# AG News for topic classification: train.csv and test.csv. Chosen by its name, as the files have no
# header and the numbers could mean anything.
about     = AG News (train.csv, test.csv)
reads     = csv
delimiter = comma
header    = no
columns   = 3

[article]
section  = 1
headline = 2
body     = 3
language = "en"

[values section]
1 = World
2 = Sports
3 = Business
4 = Sci/Tech
