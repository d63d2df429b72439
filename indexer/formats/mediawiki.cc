#include "indexer/formats/mediawiki.h"

#include <array>
#include <string>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "common/text/language.h"
#include "indexer/formats/text_encoding.h"
#include "indexer/formats/wikitext.h"
#include "indexer/formats/xml_slices.h"
#include "indexer/formats/xml_tree.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 1> kPages = {"page"};

struct Site {
    std::string name;
    std::string language;
    std::string base;  ///< address of the pages, up to the last slash
};

Site site_of(std::string_view head) {
    const std::size_t page = std::min(head.find("<page>"), head.size());
    const XmlTree tree(head.substr(0, page));
    const xmlNode* info = xml_first(tree.root(), "siteinfo");
    Site site{
        xml_text(xml_child(info, "sitename")),
        language_code(xml_attribute(tree.root(), "lang")),
        xml_text(xml_child(info, "base"))};
    site.base.resize(
        site.base.find_last_of('/') == std::string::npos ? 0 : site.base.find_last_of('/') + 1
    );
    return site;
}

std::string with_underscores(std::string title) {
    for (char& c : title)
        c = c == ' ' ? '_' : c;
    return title;
}

class MediaWiki : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "mediawiki"; }

    [[nodiscard]] std::string_view help() const override {
        return "MediaWiki exports: the articles of a wiki such as Wikinews";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        return equals_ignoring_case(xml_root_name(sample.head), "mediawiki") ? 95 : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return cut_behind_slice(bytes, kPages);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        const Site site = site_of(piece.head);
        for_each_slice(piece, kPages, [&](std::string_view markup, std::uint64_t position) {
            const XmlTree tree(markup);
            if (tree.root() == nullptr)
                return sink.problem(
                    ProblemKind::malformed, position, "this page is not readable XML"
                );
            read_page(tree.root(), position, site, sink);
        });
    }

private:
    static void read_page(
        const xmlNode* page, std::uint64_t position, const Site& site, ArticleSink& sink
    ) {
        const std::string space = xml_text(xml_child(page, "ns"));
        const std::string title = xml_text(xml_child(page, "title"));
        if (!space.empty() && space != "0")
            return sink.problem(
                ProblemKind::not_article,
                position,
                "the page '" + title + "' is not in the space of articles"
            );
        const auto revisions = xml_all(page, "revision");
        const std::string raw =
            revisions.empty() ? "" : xml_raw_text(xml_child(revisions.back(), "text"));
        const bool redirect = xml_child(page, "redirect") != nullptr ||
                              starts_with_ignoring_case(trimmed(raw), "#redirect");
        WikiText text = redirect ? WikiText() : read_wikitext(raw);
        if (text.paragraphs.empty())
            return sink.problem(
                ProblemKind::not_article,
                position,
                "the page '" + title + "' is a redirect or has no text"
            );
        Article article;
        article.headline = title;
        article.id = xml_text(xml_child(page, "id"));
        if (!article.id.empty() && !site.name.empty()) article.id = site.name + "/" + article.id;
        if (!site.base.empty()) article.url = site.base + with_underscores(title);
        article.source = site.name;
        article.language = site.language;
        article.published = parse_date(text.date);
        article.updated = parse_date(xml_text(xml_child(revisions.back(), "timestamp")));
        article.paragraphs = std::move(text.paragraphs);
        article.tags = std::move(text.categories);
        article.origin.position = position;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& mediawiki_format() {
    static const MediaWiki kFormat;
    return kFormat;
}

}  // namespace broadsheet
