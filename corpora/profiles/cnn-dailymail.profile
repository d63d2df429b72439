# CNN/DailyMail for summaries, version 3.0.0 of the Hugging Face hub: article, highlights, id.
about     = CNN/DailyMail of the Hugging Face hub, JSON lines
reads     = json
recognise = article, highlights, id

[article]
id       = id
deck     = highlights
body     = article
language = "en"
