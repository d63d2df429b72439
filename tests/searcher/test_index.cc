#include "tests/searcher/test_index.h"

#include <fmt/format.h>
#include <xapian.h>

#include "common/fields.h"
#include "common/index/layout.h"
#include "common/index/snapshot.h"
#include "common/index/stub.h"
#include "common/stored_article.h"
#include "common/text/analyzer.h"
#include "common/text/article_texts.h"

namespace broadsheet::testing {

namespace {

constexpr Xapian::termcount kHeadlineWeight = 3;

void add_texts(Xapian::Document& document, const Article& article, Analyzer& analyzer) {
    std::uint32_t base = 1;
    for_each_text(article, [&](const ArticleText& text) {
        std::vector<Token> tokens;
        analyzer.analyze(text.text, article.language, tokens);
        std::uint32_t end = 0;
        for (const auto& token : tokens) {
            const std::string prefix(text.field_prefix);
            const bool headline = text.part == Part::headline;
            document.add_posting(token.word->term, base + token.position);
            if (!prefix.empty())
                document.add_posting(prefix + token.word->term, base + token.position);
            if (!token.word->stem.empty()) {
                document.add_term("Z" + token.word->stem, headline ? kHeadlineWeight : 1);
                if (!prefix.empty()) document.add_term("Z" + prefix + token.word->stem);
            }
            end = std::max(end, token.position + token.span);
        }
        base += end + kTextGap;
    });
}

Xapian::Document document_of(const Article& article, Analyzer& analyzer) {
    Xapian::Document document;
    add_texts(document, article, analyzer);
    for (const auto& field : fields()) {
        if (field.kind != FieldKind::exact) continue;
        field.values(article, [&](std::string_view value) {
            document.add_boolean_term(exact_term(field, value));
        });
    }
    if (article.published) {
        for (const auto& term : date_terms(*article.published))
            document.add_boolean_term(term);
        document.add_value(
            static_cast<Xapian::valueno>(Slot::published), date_slot_value(*article.published)
        );
    }
    document.add_value(static_cast<Xapian::valueno>(Slot::id), article.id);
    if (!article.authors.empty())
        document.add_value(
            static_cast<Xapian::valueno>(Slot::authors), authors_value(article.authors)
        );
    std::string data;
    append_article_json(data, article);
    document.set_data(data);
    return document;
}

}  // namespace

TestIndex::TestIndex(const std::vector<std::vector<Article>>& segments) {
    std::filesystem::create_directories(segments_path(path()));
    for (const auto& articles : segments)
        add_segment(articles);
    write_stub(path(), segments_);
}

void TestIndex::add_segment(const std::vector<Article>& articles) {
    const std::string name = fmt::format("s{}", segments_.size());
    Xapian::WritableDatabase segment(
        segment_path(path(), name).string(),
        Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC
    );
    for (const auto& [key, value] : version_metadata())
        segment.set_metadata(key, value);
    Analyzer analyzer;
    for (Article article : articles) {
        ++articles_;
        if (article.id.empty()) article.id = fmt::format("a{}", articles_);
        segment.add_document(document_of(article, analyzer));
    }
    segment.commit();
    segments_.push_back(name);
    write_stub(path(), segments_);
}

Article make_article(
    std::string_view id, std::string_view headline, std::string_view body, std::string_view language
) {
    Article article;
    article.id = id;
    article.headline = headline;
    article.paragraphs.emplace_back(body);
    article.language = language;
    return article;
}

std::vector<std::string> ids(const Results& results) {
    std::vector<std::string> out;
    for (const auto& hit : results.hits)
        out.push_back(hit.article.id);
    return out;
}

std::string marked(const std::string& text, const std::vector<Span>& highlights) {
    std::string out;
    std::size_t at = 0;
    for (const auto& span : highlights) {
        out +=
            text.substr(at, span.offset - at) + '[' + text.substr(span.offset, span.length) + ']';
        at = span.offset + span.length;
    }
    return out + text.substr(at);
}

}  // namespace broadsheet::testing
