# Press corpora in TEI, and what trafilatura writes with --xmltei.
about     = TEI: press corpora, trafilatura --xmltei
reads     = xml
element   = TEI
recognise = TEI, teiHeader, fileDesc, titleStmt, body

[article]
id        = @xml:id | teiHeader/fileDesc/publicationStmt/idno | text/@xml:id
url       = teiHeader/fileDesc/sourceDesc/biblFull/publicationStmt/ptr/@target | teiHeader/fileDesc/sourceDesc/bibl/ptr/@target | teiHeader/fileDesc/sourceDesc/bibl/ref/@target
headline  = teiHeader/fileDesc/titleStmt/title[type=main] | teiHeader/fileDesc/titleStmt/title | text/body/head
deck      = teiHeader/profileDesc/abstract/p
byline    = teiHeader/fileDesc/titleStmt/author | teiHeader/fileDesc/sourceDesc/biblFull/titleStmt/author | text/body/byline
source    = teiHeader/fileDesc/sourceDesc/biblFull/publicationStmt/publisher | teiHeader/fileDesc/sourceDesc/bibl/publisher | teiHeader/fileDesc/publicationStmt/publisher
published = teiHeader/fileDesc/sourceDesc/biblFull/publicationStmt/date/@when | teiHeader/fileDesc/sourceDesc/biblFull/publicationStmt/date | teiHeader/fileDesc/sourceDesc/bibl/date/@when | teiHeader/fileDesc/sourceDesc/bibl/date | teiHeader/profileDesc/creation/date[type=publication]
language  = teiHeader/profileDesc/langUsage/language/@ident | @xml:lang | text/@xml:lang
section   = teiHeader/profileDesc/textClass/keywords/term[type=categories]
tags      = teiHeader/profileDesc/textClass/keywords/term[type=tags] | teiHeader/profileDesc/textClass/keywords/term
body      = text/body/div[type=entry]/p | text/body/div/p | text/body/p
