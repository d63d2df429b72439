#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/stored_article.h"
#include "common/text/analyzer.h"
#include "common/text/article_texts.h"
#include "searcher/explanation/explained_tree.h"
#include "searcher/query/parser.h"
#include "searcher/query/query_builder.h"
#include "searcher/ranking/ranked_page.h"
#include "searcher/results/stored_articles.h"
#include "searcher/snippet/snippet_maker.h"
#include "searcher/suggestions/completion.h"
#include "searcher/suggestions/did_you_mean.h"

namespace {

using broadsheet::Analyzer;
using broadsheet::Article;
using broadsheet::Span;

constexpr std::chrono::year_month_day kToday =
    std::chrono::year(2024) / std::chrono::month(5) / std::chrono::day(15);

std::vector<Article> articles() {
    const auto make = [](std::string id,
                         std::string language,
                         std::string headline,
                         std::vector<std::string> paragraphs) {
        Article article;
        article.id = std::move(id);
        article.language = std::move(language);
        article.headline = std::move(headline);
        article.paragraphs = std::move(paragraphs);
        return article;
    };
    return {
        make("a", "en", "Harbour strike", {"Harbour strike. Levant e-mail.", "The strike is on."}),
        make("b", "en", "Harbours shut", {"Dockworkers of U.S. ports said: \"No\".", "E mail us."}),
        make("c", "de", "Straße gesperrt", {"Die Hafenstraße ist gesperrt. Überall Streik."}),
        make("d", "tr", "Ilıca'da grev", {"İşçiler limanda grev yaptı."}),
        make("e", "zh", "港口罢工", {"港口工人罢工。码头关闭。"}),
        make("f", "ar", "إضراب في الميناء", {"قال العمال إن الإضراب مستمر."}),
    };
}

void add(Xapian::WritableDatabase& index, Analyzer& analyzer, const Article& article) {
    Xapian::Document document;
    Xapian::termpos begin = 1;
    std::vector<broadsheet::Token> tokens;
    for_each_text(article, [&](const broadsheet::ArticleText& text) {
        tokens.clear();
        analyzer.analyze(text.text, article.language, tokens);
        const std::string prefix(text.field_prefix);
        for (const auto& token : tokens) {
            document.add_posting(token.word->term, begin + token.position);
            if (!prefix.empty())
                document.add_posting(prefix + token.word->term, begin + token.position);
            if (token.word->stem.empty()) continue;
            document.add_term("Z" + token.word->stem);
            if (!prefix.empty()) document.add_term("Z" + prefix + token.word->stem);
        }
        if (!tokens.empty()) begin += tokens.back().position + broadsheet::kTextGap;
    });
    document.add_boolean_term("L" + article.language);
    std::string stored;
    broadsheet::append_article_json(stored, article);
    document.set_data(stored);
    index.add_document(document);
}

struct Index {
    Index() {
        for (const Article& article : articles())
            add(database, analyzer, article);
        facts = broadsheet::read_index_facts(database);
    }

    Xapian::WritableDatabase database{"", Xapian::DB_BACKEND_INMEMORY};
    Analyzer analyzer;
    broadsheet::IndexFacts facts;
};

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "not so: %s\n", what);
    std::abort();
}

void check_spans(const std::string& text, const std::vector<Span>& spans) {
    std::size_t end = 0;
    for (const Span& span : spans) {
        require(span.offset >= end && span.length > 0, "marks ascend");
        end = span.offset + span.length;
    }
    require(end <= text.size(), "marks lie in the text");
}

}  // namespace

// Any text is a query: it is parsed, prints to text that parses to the same tree, becomes a query
// of the engine that runs, by the engine's scores and by our own, marks what it found, is
// explained, and can be corrected and completed; what is suggested is a query, too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using broadsheet::parse_query;
    static Index index;
    constexpr std::size_t kWordsKept = 20'000;
    if (index.analyzer.word_count() > kWordsKept) index.analyzer.forget_words();

    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = parse_query(text, kToday);
    require(parse_query(to_text(parsed.root), kToday).root == parsed.root, "a tree prints");

    const auto built =
        broadsheet::build_query(parsed.root, index.database, index.facts, index.analyzer);
    const auto page = broadsheet::rank(index.database, built.query, {.exact_total = true});
    {
        const auto scoring = std::make_shared<broadsheet::WordScoring>();
        const auto scored = broadsheet::build_query(
            parsed.root, index.database, index.facts, index.analyzer, {}, scoring
        );
        const auto own = broadsheet::rank(index.database, scored.query, {.exact_total = true});
        require(own.total == page.total, "own scores find as many");
    }
    for (const auto& found : page.articles) {
        const Article article = broadsheet::stored_article(index.database, found.document);
        broadsheet::SnippetMaker snippets(index.analyzer, built.targets);
        check_spans(article.headline, snippets.headline_highlights(article));
        const auto snippet = snippets.snippet(article, 40);
        check_spans(snippet.text, snippet.highlights);
    }
    (void)explained_leaves(parsed.root, index.database, index.facts, index.analyzer);

    for (const auto& suggestion :
         did_you_mean(parsed.root, page.total, 3, index.database, index.facts, index.analyzer))
        require(
            to_text(parse_query(suggestion.text, kToday).root) == suggestion.text,
            suggestion.text.c_str()
        );
    (void)complete(text, 5, index.database, index.facts, index.analyzer);
    return 0;
}
