#include "tests/searcher/printers/sample_hits.h"

#include "searcher/printers/printer_table.h"

namespace broadsheet::testing {

namespace {

std::vector<Span> places_of(std::string_view text, std::string_view word) {
    std::vector<Span> spans;
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1))
        spans.push_back({at, word.size()});
    return spans;
}

std::unique_ptr<Printer> printer(const PrintCall& call) {
    PrintSettings settings;
    settings.query = "harbour <b>";
    settings.terminal.interactive = call.color;
    settings.terminal.color = call.color;
    settings.terminal.width = call.width;
    settings.topic = call.topic;
    settings.fields = call.fields;
    return make_printer(call.printer, settings);
}

}  // namespace

Hit full_hit() {
    Hit hit;
    hit.rank = 1;
    hit.score = 12.5;
    Article& article = hit.article;
    article.id = "larch-1";
    article.url = "https://larch.example/1?a=b&c=d";
    article.source = "Larch Wire";
    article.section = "Town";
    article.headline = "Old harbour master “leaves” Port Lärch";
    article.deck = "A quarrel ends";
    article.byline = "By Ada Vale";
    article.authors = {"Ada Vale"};
    article.dateline = {.place = "PORT LÄRCH", .date = "April 30", .agency = "Larch Wire"};
    article.published = make_instant(2019, 4, 30, 15, 1, 1, 0, 120);
    article.updated = make_date(2019, 5);
    article.language = "en";
    article.paragraphs = {
        "The Lärch harbour master left on Tuesday, after thirty years in which the harbour had "
        "grown from one jetty to nine.",
        "Nobody else spoke."};
    article.captions = {{.text = "The harbour at dusk", .credit = "Tom Orton"}};
    article.tags = {"ports", "people"};
    article.places = {"Port Lärch"};
    article.origin = {
        .bundle = "wire.tar.gz",
        .entry = "2019/1.xml",
        .position = 42,
        .digest = "0123456789abcdef"};
    hit.headline_highlights = places_of(article.headline, "harbour");
    hit.snippet.text = article.paragraphs.front();
    hit.snippet.highlights = places_of(hit.snippet.text, "harbour");
    hit.snippet.quotes = {{"paragraphs", 0, {0, hit.snippet.text.size()}, 0}};
    return hit;
}

Hit bare_hit() {
    Hit hit;
    hit.rank = 2;
    hit.article.id = "larch-2";
    return hit;
}

Hit hostile_hit() {
    const std::string bad =
        "<script>alert(1)</script> \x1b]0;owned\x07 \u202Egnp.\u200b \u009b31m \"'&\r\n\tend, "
        "**x** \x01";
    Hit hit;
    hit.rank = 3;
    Article& article = hit.article;
    article.id = bad;
    article.url = "javascript:alert(1)";
    article.source = article.section = article.headline = article.deck = article.byline = bad;
    article.dateline = {.place = bad, .date = bad, .agency = bad};
    article.paragraphs = {bad};
    article.captions = {{.text = bad, .credit = bad}};
    article.tags = article.places = article.authors = {bad};
    article.origin.bundle = article.origin.entry = bad;
    hit.headline_highlights = places_of(bad, "script");
    hit.snippet.text = bad;
    hit.snippet.highlights = places_of(bad, "script");
    return hit;
}

MarkedArticle marked_article(const Hit& hit) {
    MarkedArticle marked;
    marked.article = hit.article;
    marked.headline = hit.headline_highlights;
    for (const std::string& paragraph : hit.article.paragraphs)
        marked.paragraphs.push_back(places_of(paragraph, "harbour"));
    for (const Caption& caption : hit.article.captions)
        marked.captions.push_back(places_of(caption.text, "harbour"));
    return marked;
}

std::string printed(const PrintCall& call, const std::vector<Hit>& hits) {
    const auto used = printer(call);
    std::string out;
    used->begin(out);
    for (const Hit& hit : hits)
        used->hit(hit, out);
    used->end({.total = 12, .total_is_exact = true}, out);
    return out;
}

std::string printed_article(const PrintCall& call, const MarkedArticle& article) {
    std::string out;
    printer(call)->article(article, out);
    return out;
}

}  // namespace broadsheet::testing
