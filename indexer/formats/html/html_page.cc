#include "indexer/formats/html/html_page.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/text/language.h"
#include "indexer/formats/html/article_text.h"
#include "indexer/formats/html/byline.h"
#include "indexer/formats/html/claimed_body.h"
#include "indexer/formats/html/embedded_body.h"
#include "indexer/formats/html/headline.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/html/metadata.h"
#include "indexer/formats/html/page_dates.h"
#include "indexer/formats/html/page_encoding.h"
#include "indexer/formats/html/page_kind.h"
#include "indexer/formats/html/words.h"
#include "indexer/formats/html_body.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

bool has_page_name(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kEndings{
        ".html", ".htm", ".shtml", ".xhtml", ".mhtml", ".asp"};
    for (const std::string_view ending : kEndings) {
        if (ends_with_ignoring_case(name, ending)) return true;
    }
    return false;
}

/// The first markup of a page, behind a byte order mark, blanks, comments and an XML declaration.
std::string_view first_markup(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    while (true) {
        while (!head.empty() && is_ascii_blank(head.front()))
            head.remove_prefix(1);
        const std::string_view end = head.starts_with("<!--")    ? "-->"
                                     : head.starts_with("<?xml") ? "?>"
                                                                 : std::string_view{};
        if (end.empty()) return head;
        const std::size_t at = head.find(end);
        if (at == std::string_view::npos) return {};
        head.remove_prefix(at + end.size());
    }
}

bool has_page_element(std::string_view head) {
    static constexpr std::array<std::string_view, 6> kElements{
        "<html", "<head", "<body", "<meta ", "<title", "<div"};
    for (const std::string_view element : kElements) {
        if (find_ignoring_case(head, element) != std::string_view::npos) return true;
    }
    return false;
}

/// What the sources of metadata claim, the most trustworthy first.
struct AllClaims {
    explicit AllClaims(const html::Tree& tree)
        : json_ld(html::json_ld_claims(tree)),
          meta(html::meta_claims(tree)),
          microdata(html::microdata_claims(tree)) {}

    html::Claims json_ld;
    html::Claims meta;
    html::Claims microdata;

    [[nodiscard]] bool say_article() const {
        return html::is_article_type(json_ld.type) ||
               ends_with_ignoring_case(meta.type, "article") || !microdata.headline.empty();
    }

    [[nodiscard]] std::vector<const html::Claims*> in_order() const {
        return {&json_ld, &meta, &microdata};
    }

    [[nodiscard]] html::Claims merged() const {
        html::Claims all = json_ld;
        // A publisher's own name for its site beats the legal person behind it.
        if (!meta.source.empty()) all.source = meta.source;
        // The page says its language where browsers read it; templates often lie in JSON-LD.
        if (!meta.language.empty()) all.language = meta.language;
        if (!meta.url.empty()) all.url = meta.url;
        html::fill_from(all, html::Claims(meta));
        html::fill_from(all, html::Claims(microdata));
        return all;
    }
};

/// The text of the article where the page holds it for machines: in its JSON-LD, in the data for
/// its own program, and if there is nothing else in its description.
std::vector<std::string> body_for_machines(
    const html::Tree& tree,
    const html::Claims& claims,
    const html::ArticleText& printed,
    bool claims_article
) {
    constexpr std::uint64_t kBriefMax = 250;  // of printed text beside which more is looked for
    constexpr std::uint64_t kPageMax = 600;   // of all text on a page that a program fills
    constexpr std::uint64_t kNothing = 80;    // not one sentence
    constexpr std::size_t kDescriptionMin = 60;
    if (!claims.body.empty()) return body_paragraphs(claims.body);
    if (printed.weight >= kBriefMax) return {};
    if (!claims_article && printed.page_weight >= kPageMax) return {};  // of many articles
    std::vector<std::string> embedded = html::embedded_body(tree);
    const bool is_described = claims_article && claims.deck.size() >= kDescriptionMin;
    if (!embedded.empty() || printed.weight >= kNothing || !is_described) return embedded;
    return {claims.deck};
}

/// "/world/middle_east" as "middle east", and nothing for what templates write for nothing.
std::string clean_section(std::string_view section) {
    for (const std::string_view opening : {"Posted in ", "Filed under "}) {
        if (section.starts_with(opening)) section.remove_prefix(opening.size());
    }
    for (const std::string_view nothing : {"nil", "null", "none", "undefined", "n/a"}) {
        if (equals_ignoring_case(section, nothing)) return {};
    }
    if (!section.starts_with('/')) return std::string(section);
    while (section.ends_with('/'))
        section.remove_suffix(1);
    std::string name(section.substr(section.rfind('/') + 1));  // npos + 1 is 0
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

/// Templates say "en" of pages in any language; of all other claims there are few that are wrong.
void check_language(Article& article) {
    constexpr std::size_t kSample = 2000;
    constexpr std::size_t kSizeMin = 300;
    if (article.language != "en") return;
    std::string sample;
    for (const std::string& paragraph : article.paragraphs) {
        if (sample.size() >= kSample) break;
        sample += paragraph + '\n';
    }
    if (sample.size() < kSizeMin) return;
    const std::string detected = detect_language(sample);
    // Latin is what printers fill pages with.
    if (!detected.empty() && detected != "la") article.language = detected;
}

Article article_of(
    const html::Tree& tree,
    const AllClaims& all,
    html::Claims&& claims,
    html::Byline&& byline,
    std::string&& headline
) {
    Article article;
    const html::PageDates dates =
        html::choose_dates(tree, all.in_order(), claims.language, headline);
    article.headline = std::move(headline);
    article.url = std::move(claims.url);
    article.source = std::move(claims.source);
    article.section = clean_section(claims.section);
    article.deck = std::move(claims.deck);
    article.byline = std::move(byline.printed);
    article.authors = std::move(byline.authors);
    article.published = dates.published;
    article.updated = dates.updated;
    article.language = language_code(claims.language);
    article.tags = std::move(claims.tags);
    return article;
}

void read_page(std::string_view bytes, std::uint64_t position, ArticleSink& sink) {
    const Utf8Text utf8 = decode_text(bytes, html::declared_charset(bytes));
    const html::Tree tree = html::parse_html(utf8.view());
    const AllClaims all(tree);
    html::Claims claims = all.merged();
    const std::array<std::string_view, 4> headlines{
        all.json_ld.headline, all.meta.headline, all.microdata.headline, all.json_ld.name};
    std::string headline = html::choose_headline(tree, headlines, claims.source);
    html::Byline byline = html::choose_byline(tree, claims.authors, claims.source, headline);
    html::ArticleText text = html::find_article_text(
        tree, {.headline = headline, .url = claims.url, .authors = byline.authors}
    );
    std::vector<std::string> body;
    for (const html::TextBlock& block : text.blocks)
        body.push_back(block.text);
    std::vector<std::string> for_machines =
        body_for_machines(tree, claims, text, all.say_article());
    const bool is_better = html::is_better_body(for_machines, body);
    const std::string reason = html::why_not_article(
        {.tree = tree,
         .text = text,
         .headline = headline,
         .url = claims.url,
         .claims_article = all.say_article(),
         .has_body_for_machines = is_better}
    );
    if (!reason.empty()) {
        sink.problem(ProblemKind::not_article, position, reason);
        return;
    }
    Article article =
        article_of(tree, all, std::move(claims), std::move(byline), std::move(headline));
    article.captions = std::move(text.captions);
    article.paragraphs = is_better ? std::move(for_machines) : std::move(body);
    check_language(article);
    article.origin.position = position;
    sink.article(std::move(article));
}

class HtmlPage final : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "html-page"; }

    [[nodiscard]] std::string_view help() const override {
        return "HTML pages: main text and metadata (JSON-LD, OpenGraph, meta, microdata)";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const std::string_view markup = first_markup(sample.head);
        if (starts_with_ignoring_case(markup, "<!doctype html") ||
            starts_with_ignoring_case(markup, "<html")) {
            return 95;
        }
        if (starts_with_ignoring_case(markup, "<rss") || markup.starts_with("<?") ||
            markup.starts_with("<feed") || markup.starts_with("{") || markup.starts_with("[")) {
            return 0;
        }
        const bool page_name = has_page_name(sample.name);
        const bool page_element = has_page_element(sample.head);
        if (page_name) return page_element ? 90 : 40;
        return page_element && markup.starts_with("<") ? 50 : 0;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        read_page(piece.bytes, piece.offset, sink);
    }
};

}  // namespace

const Format& html_page_format() {
    static const HtmlPage kFormat;
    return kFormat;
}

}  // namespace broadsheet
