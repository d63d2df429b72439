#include "searcher/snippet/snippet_maker.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/utf8.h"
#include "searcher/query/match_terms.h"
#include "tests/searcher/snippet/query_targets.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Article harbour_article() {
    Article article;
    article.id = "larch-1";
    article.language = "en";
    article.headline = "Harbour master resigns in Port Larch";
    article.deck = "A quarrel over lanterns ends a long career";
    article.byline = "By Ada Vale and Tom Harbour";
    article.dateline = {.place = "PORT LARCH", .date = "May 3", .agency = "Larch Wire"};
    article.paragraphs = {
        "The town council met on Monday. Nobody spoke of the weather.",
        "Ms. Orton, the harbour master, resigned after the quarrel. U.S. officials took note.",
        "Fishing boats stayed in port. Their crews repaired nets and waited for better days.",
    };
    article.captions = {{.text = "The old lighthouse at dusk", .credit = "Vale"}};
    return article;
}

// Highlights as words, and the snippet, for a query.
class ForQuery {
public:
    explicit ForQuery(std::string_view query)
        : targets_(testing::query_targets(analyzer_, query, "en")), maker_(analyzer_, targets_) {}

    Snippet snippet(const Article& article, std::size_t length = 240) {
        return maker_.snippet(article, length);
    }

    std::vector<Snippet> snippets(const Article& article, std::size_t length, std::size_t count) {
        return maker_.snippets(article, length, count);
    }

    MarkedArticle mark(const Article& article) { return maker_.mark(article); }

    std::vector<Span> headline(const Article& article) {
        return maker_.headline_highlights(article);
    }

private:
    Analyzer analyzer_;
    MatchTargets targets_;
    SnippetMaker maker_;
};

std::vector<std::string> words(std::string_view text, const std::vector<Span>& spans) {
    std::vector<std::string> list;
    for (const Span& span : spans)
        list.emplace_back(text.substr(span.offset, span.length));
    return list;
}

std::vector<std::string> words(const Snippet& snippet) {
    return words(snippet.text, snippet.highlights);
}

TEST(SnippetMaker, ShowsTheSentenceThatAnswers) {
    const Snippet snippet = ForQuery("orton resigned").snippet(harbour_article(), 60);
    EXPECT_EQ(snippet.text, "Ms. Orton, the harbour master, resigned after the quarrel.");
    EXPECT_THAT(words(snippet), ElementsAre("Orton", "resigned"));
}

TEST(SnippetMaker, KnowsThatAbbreviationsEndNoSentence) {
    const Snippet snippet = ForQuery("\"U.S. officials\"").snippet(harbour_article(), 30);
    EXPECT_EQ(snippet.text, "U.S. officials took note.");
    EXPECT_THAT(words(snippet), ElementsAre("U.S. officials"));
}

TEST(SnippetMaker, MovesHighlightsAlongWhenParagraphsAreJoined) {
    const Snippet snippet = ForQuery("officials boats").snippet(harbour_article(), 60);
    EXPECT_EQ(snippet.text, "U.S. officials took note. Fishing boats stayed in port.");
    EXPECT_THAT(words(snippet), ElementsAre("officials", "boats"));
}

TEST(SnippetMaker, MarksWhatMatchesInTheSentencesItIsFilledUpWith) {
    Article article;
    article.language = "en";
    article.paragraphs = {"The lantern was lit.", "No other lantern was.", "Lanterns cost money."};
    EXPECT_THAT(
        words(ForQuery("lantern").snippet(article)), ElementsAre("lantern", "lantern", "Lanterns")
    );
}

TEST(SnippetMaker, ShowsTheBeginningWhereNothingMatches) {
    const Snippet snippet = ForQuery("zeppelin").snippet(harbour_article(), 70);
    EXPECT_EQ(snippet.text, "The town council met on Monday. Nobody spoke of the weather.");
    EXPECT_THAT(snippet.highlights, IsEmpty());
}

TEST(SnippetMaker, ShowsTheBeginningForNoQuery) {
    EXPECT_EQ(ForQuery("").snippet(harbour_article(), 40).text, "The town council met on Monday.");
}

TEST(SnippetMaker, ShowsTheDeckWhereOnlyItMatches) {
    const Snippet snippet = ForQuery("lanterns").snippet(harbour_article(), 100);
    EXPECT_EQ(snippet.text, "A quarrel over lanterns ends a long career");
    EXPECT_THAT(words(snippet), ElementsAre("lanterns"));
}

TEST(SnippetMaker, ShowsACaptionOrATagWhereOnlyItMatches) {
    Article article = harbour_article();
    article.tags = {"Town council", "Public works and zeppelins", "Ports"};
    const Snippet caption = ForQuery("lighthouse").snippet(article, 40);
    EXPECT_EQ(caption.text, "The old lighthouse at dusk");
    EXPECT_THAT(words(caption), ElementsAre("lighthouse"));
    const Snippet tag = ForQuery("zeppelin").snippet(article, 40);
    EXPECT_EQ(tag.text, "Public works and zeppelins");
    EXPECT_THAT(words(tag), ElementsAre("zeppelins"));
    EXPECT_EQ(tag.quotes.front().field, "tags");
    EXPECT_EQ(tag.quotes.front().number, 1U);
}

TEST(SnippetMaker, ShowsTheBeginningBesideAHeadlineThatMatches) {
    Article article = harbour_article();
    article.tags = {"Larch"};
    EXPECT_EQ(ForQuery("larch").snippet(article, 40).text, "The town council met on Monday.");
}

TEST(SnippetMaker, ShowsACaptionWhereThereIsNothingElse) {
    Article article = harbour_article();
    article.paragraphs.clear();
    article.deck.clear();
    const Snippet snippet = ForQuery("lighthouse").snippet(article);
    EXPECT_EQ(snippet.text, "The old lighthouse at dusk");
    EXPECT_THAT(words(snippet), ElementsAre("lighthouse"));
}

TEST(SnippetMaker, ShowsNothingOfAnArticleWithoutText) {
    EXPECT_EQ(ForQuery("harbour").snippet(Article{}).text, "");
}

TEST(SnippetMaker, MarksTheHeadline) {
    const Article article = harbour_article();
    EXPECT_THAT(
        words(article.headline, ForQuery("\"harbour master\" larch").headline(article)),
        ElementsAre("Harbour master", "Larch")
    );
}

TEST(SnippetMaker, ShowsWhereSomethingIsLeftOutBetweenTwoPassages) {
    Article article;
    article.language = "en";
    article.paragraphs = {
        "The lantern was lit on Monday by Ada.",
        std::string(300, 'x'),
        "In the end the zeppelin was sold to a baker in Orm."};
    const Snippet snippet = ForQuery("lantern zeppelin").snippet(article, 160);
    EXPECT_EQ(
        snippet.text,
        "The lantern was lit on Monday by Ada. \u2026 In the end the zeppelin was sold to a baker "
        "in Orm."
    );
    EXPECT_THAT(words(snippet), ElementsAre("lantern", "zeppelin"));
}

TEST(SnippetMaker, KeepsFieldsApart) {
    const Article article = harbour_article();
    const MarkedArticle marked = ForQuery("A:harbour").mark(article);
    EXPECT_THAT(words(article.byline, marked.byline), ElementsAre("Harbour"));
    EXPECT_THAT(marked.headline, IsEmpty());
    EXPECT_THAT(marked.paragraphs[1], IsEmpty());
}

TEST(SnippetMaker, MarksEveryTextOfAnArticle) {
    const Article article = harbour_article();
    const MarkedArticle marked = ForQuery("harbour quarrel lighthouse vale").mark(article);
    EXPECT_EQ(marked.article, article);
    EXPECT_THAT(words(article.headline, marked.headline), ElementsAre("Harbour"));
    EXPECT_THAT(words(article.deck, marked.deck), ElementsAre("quarrel"));
    EXPECT_THAT(words(article.byline, marked.byline), ElementsAre("Vale", "Harbour"));
    ASSERT_EQ(marked.paragraphs.size(), 3U);
    EXPECT_THAT(marked.paragraphs[0], IsEmpty());
    EXPECT_THAT(
        words(article.paragraphs[1], marked.paragraphs[1]), ElementsAre("harbour", "quarrel")
    );
    ASSERT_EQ(marked.captions.size(), 1U);
    EXPECT_THAT(words(article.captions[0].text, marked.captions[0]), ElementsAre("lighthouse"));
}

TEST(SnippetMaker, FindsNoPhraseAcrossParagraphs) {
    Article article;
    article.language = "en";
    article.paragraphs = {"They spoke of the harbour", "master of none"};
    const MarkedArticle marked = ForQuery("\"harbour master\"").mark(article);
    EXPECT_THAT(marked.paragraphs, ElementsAre(IsEmpty(), IsEmpty()));
}

TEST(SnippetMaker, FindsWhatStandsFarBackInALongArticle) {
    Article article;
    article.language = "en";
    for (int i = 0; i < 2000; ++i)
        article.paragraphs.emplace_back("Nothing of note was said in this part of the long report."
        );
    article.paragraphs.emplace_back("Then the zeppelin landed.");
    EXPECT_THAT(
        ForQuery("zeppelin").snippet(article, 60).text, HasSubstr("Then the zeppelin landed.")
    );
}

TEST(SnippetMaker, GivesTextThatStandsInTheArticle) {
    const Article article = harbour_article();
    for (std::size_t length = 1; length < 300; ++length) {
        const Snippet snippet = ForQuery("harbour officials").snippet(article, length);
        EXPECT_TRUE(is_utf8(snippet.text));
        for (const std::string& word : words(snippet))
            EXPECT_TRUE(word == "harbour" || word == "officials") << word;
        EXPECT_FALSE(snippet.highlights.empty()) << length;
        EXPECT_LE(utf8_length(snippet.text), std::max<std::size_t>(length, 9) + 4);
    }
}

std::vector<std::string> texts(const std::vector<Snippet>& snippets) {
    std::vector<std::string> list;
    for (const Snippet& snippet : snippets)
        list.push_back(snippet.text);
    return list;
}

TEST(SnippetMaker, ShowsSeveralPassagesTheBestFirst) {
    EXPECT_THAT(
        texts(ForQuery("town boats port").snippets(harbour_article(), 40, 3)),
        ElementsAre("Fishing boats stayed in port.", "The town council met on Monday.")
    );
    EXPECT_THAT(
        texts(ForQuery("town boats port").snippets(harbour_article(), 40, 1)),
        ElementsAre("Fishing boats stayed in port.")
    );
}

TEST(SnippetMaker, FillsNoPassageUpWithSentencesOfAnother) {
    Article article;
    article.language = "en";
    article.paragraphs = {"A lantern. Rain fell. A zeppelin and a lantern. Rain. A zeppelin."};
    EXPECT_THAT(
        texts(ForQuery("lantern zeppelin").snippets(article, 40, 5)),
        ElementsAre("A zeppelin and a lantern. Rain.", "A lantern. Rain fell.", "A zeppelin.")
    );
}

TEST(SnippetMaker, ShowsPassagesOfTheDeckAndCaptionsBehindThoseOfTheBody) {
    Article article = harbour_article();
    article.deck = "The quarrel";
    article.captions = {{.text = "A quarrel"}};
    const auto snippets = ForQuery("quarrel").snippets(article, 70, 9);
    ASSERT_EQ(snippets.size(), 3U);
    EXPECT_EQ(snippets[0].quotes.front().field, "paragraphs");
    EXPECT_EQ(snippets[1].quotes.front().field, "deck");
    EXPECT_EQ(snippets[2].quotes.front().field, "captions");
}

TEST(SnippetMaker, ShowsOnePassageWhereNothingMatches) {
    const auto snippets = ForQuery("zeppelin").snippets(harbour_article(), 40, 9);
    EXPECT_THAT(texts(snippets), ElementsAre("The town council met on Monday."));
    EXPECT_THAT(ForQuery("zeppelin").snippets(Article{}, 40, 9), IsEmpty());
}

// Every word marked in a snippet, cut from the stored text.
std::vector<std::string> quoted_words(const Article& article, const Snippet& snippet) {
    std::vector<std::string> list;
    for (const Quote& quote : snippet.quotes) {
        const std::string_view stored = quoted_text(article, quote);
        EXPECT_EQ(
            stored.substr(quote.stored.offset, quote.stored.length),
            std::string_view(snippet.text).substr(quote.offset, quote.stored.length)
        );
        for (const Span& span : snippet.highlights) {
            if (span.offset < quote.offset) continue;
            if (span.offset + span.length > quote.offset + quote.stored.length) continue;
            const std::size_t at = quote.stored.offset + span.offset - quote.offset;
            list.emplace_back(stored.substr(at, span.length));
        }
    }
    return list;
}

TEST(SnippetMaker, CanBeProvedByTheStoredText) {
    Article article = harbour_article();
    article.tags = {"Ports", "Airships"};
    for (const char* query :
         {"harbour officials",
          "lanterns",
          "zeppelin",
          "lighthouse",
          "airships",
          "boats \"U.S. officials\""}) {
        for (std::size_t length = 1; length < 300; length += 3) {
            auto snippets = ForQuery(query).snippets(article, length, 4);
            snippets.push_back(ForQuery(query).snippet(article, length));
            for (const Snippet& snippet : snippets) {
                EXPECT_FALSE(snippet.quotes.empty());
                EXPECT_EQ(quoted_words(article, snippet), words(snippet));
            }
        }
    }
}

TEST(SnippetMaker, StaysQuickOnATextOfOneWord) {
    Article article;
    article.language = "en";
    for (int i = 0; i < 20000; ++i)
        article.paragraphs.emplace_back("harbour harbour harbour harbour");
    std::string one;
    for (int i = 0; i < 200000; ++i)
        one += "master ";
    article.paragraphs.push_back(one);
    EXPECT_FALSE(ForQuery("harbour master \"master master\"").snippet(article).highlights.empty());
    EXPECT_EQ(ForQuery("\"master master\"").mark(article).paragraphs.back().size(), 1U);
}

}  // namespace
}  // namespace broadsheet
