// What queries of every kind find in one small archive.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::ids;
using ::testing::IsEmpty;
using testing::make_article;
using testing::marked;
using testing::TestIndex;
using ::testing::UnorderedElementsAre;

/// A small invented archive.
std::vector<Article> archive() {
    std::vector<Article> articles;
    articles.push_back(make_article(
        "harbour",
        "Harbour strike ends in Port Levant",
        "Dockers in Port Levant returned to work after a strike of nine days. "
        "The pro-Marchetti union called the e-mail vote close."
    ));
    articles.back().published = make_date(2019, 4, 30);
    articles.back().tags = {"Labour", "New Port"};
    articles.back().source = "The Levant Courier";
    articles.back().byline = "By Ines Okafor";

    articles.push_back(make_article(
        "talks",
        "Talks on fishing stall",
        "U.S. officials told us nothing. The strike in the harbour was not on the table, "
        "said Jos\u00E9 Arregui."
    ));
    articles.back().published = make_date(2019);
    articles.back().tags = {"Fishing"};

    articles.push_back(make_article(
        "band",
        "The Who of the islands",
        "The band plays striking songs about the sea. Email the desk for tickets."
    ));
    articles.back().published = make_date(2021, 2);
    articles.back().tags = {"Culture", "Labour"};

    articles.push_back(make_article(
        "hafen",
        "Streik im Hafen beendet",
        "Die Arbeiter kehrten nach den Streiks zur\u00FCck.",
        "de"
    ));
    articles.push_back(make_article(
        "daxue",
        "\u5317\u4EAC\u5927\u5B66",
        "\u5B66\u751F\u5728\u5317\u4EAC\u5927\u5B66\u5B66\u4E60",
        "zh"
    ));
    return articles;
}

class SearchedArchive : public ::testing::Test {
protected:
    std::vector<std::string> find(const std::string& text) {
        return ids(searcher_.search({.text = text}));
    }

    TestIndex index_{{archive()}};
    Searcher searcher_{index_.path()};
};

TEST_F(SearchedArchive, FindsAnyOfTheWordsAndRanksArticlesWithAllFirst) {
    EXPECT_THAT(find("harbour strike"), ElementsAre("harbour", "talks", "band"));
}

TEST_F(SearchedArchive, FindsOtherFormsInEachLanguage) {
    EXPECT_THAT(find("strikes"), UnorderedElementsAre("harbour", "talks", "band"));
    EXPECT_THAT(find("streiks"), ElementsAre("hafen"));
    EXPECT_THAT(find("JOSE"), ElementsAre("talks"));
}

TEST_F(SearchedArchive, FindsPhrasesByExactFormsWithStopWords) {
    EXPECT_THAT(find("\"the who of the islands\""), ElementsAre("band"));
    EXPECT_THAT(find("\u201Cport levant\u201D"), ElementsAre("harbour"));
    EXPECT_THAT(find("\"levant port\""), IsEmpty());
    EXPECT_THAT(find("\"strikes\""), IsEmpty());
    EXPECT_THAT(find("\"harbour levant\""), IsEmpty());
    EXPECT_THAT(find("\"harbour levant\"~4"), ElementsAre("harbour"));
}

TEST_F(SearchedArchive, FindsCompoundsHoweverTheyArePrinted) {
    EXPECT_THAT(find("e-mail"), UnorderedElementsAre("harbour", "band"));
    EXPECT_THAT(find("email"), UnorderedElementsAre("harbour", "band"));
    EXPECT_THAT(find("\"pro marchetti\""), ElementsAre("harbour"));
    EXPECT_THAT(find("promarchetti"), ElementsAre("harbour"));
    EXPECT_THAT(find("\"e-mail vote\""), ElementsAre("harbour"));
}

TEST_F(SearchedArchive, ReadsLowerCaseUsAsTheCountryToo) {
    EXPECT_EQ(find("us officials").front(), "talks");
    EXPECT_THAT(find("US"), ElementsAre("talks"));
    EXPECT_THAT(find("\"U.S. officials\""), ElementsAre("talks"));
}

TEST_F(SearchedArchive, FindsChineseWordsAndCharacters) {
    EXPECT_THAT(find("\u5317\u4EAC"), ElementsAre("daxue"));
    EXPECT_THAT(find("\u5927\u5B66"), ElementsAre("daxue"));
    EXPECT_THAT(find("\u5B66"), ElementsAre("daxue"));
    EXPECT_THAT(find("\u4EAC\u5317"), IsEmpty());
}

TEST_F(SearchedArchive, ExcludesAndRequires) {
    EXPECT_THAT(find("strike -fishing"), UnorderedElementsAre("harbour", "band"));
    EXPECT_THAT(find("strike +fishing"), ElementsAre("talks"));
    EXPECT_THAT(find("strike AND fishing"), ElementsAre("talks"));
    EXPECT_THAT(find("fishing OR songs"), UnorderedElementsAre("talks", "band"));
    EXPECT_THAT(find("strike NOT (fishing OR songs)"), ElementsAre("harbour"));
    EXPECT_THAT(find("strike AND NOT songs AND NOT fishing"), ElementsAre("harbour"));
    EXPECT_THAT(find("NOT strike"), UnorderedElementsAre("hafen", "daxue"));
    EXPECT_THAT(find("strike AND zeppelin"), IsEmpty());
}

TEST_F(SearchedArchive, PassesOverFunctionWordsBesideOthers) {
    EXPECT_THAT(find("the songs"), ElementsAre("band"));
    EXPECT_THAT(find("the of"), UnorderedElementsAre("harbour", "talks", "band"));
    EXPECT_THAT(
        find("+the songs"),
        AnyOf(ElementsAre("band", "harbour", "talks"), ElementsAre("band", "talks", "harbour"))
    );
}

TEST_F(SearchedArchive, TakesBracketsOfHeadlinesAsWords) {
    EXPECT_EQ(find("strike (of the)"), find("strike"));
    EXPECT_EQ(find("strike (in the band)"), find("strike band"));
}

TEST_F(SearchedArchive, SearchesFields) {
    EXPECT_THAT(find("title:strike"), ElementsAre("harbour"));
    EXPECT_THAT(find("headline:\"port levant\""), ElementsAre("harbour"));
    EXPECT_THAT(find("byline:okafor"), ElementsAre("harbour"));
    EXPECT_THAT(find("title:(fishing OR islands)"), UnorderedElementsAre("talks", "band"));
    EXPECT_THAT(find("tag:labour"), ElementsAre("band", "harbour"));
    EXPECT_THAT(find("tag:\"new  PORT\""), ElementsAre("harbour"));
    EXPECT_THAT(find("tag:new*"), ElementsAre("harbour"));
    EXPECT_THAT(find("strike tag:labour tag:fishing").size(), 3U);
    EXPECT_THAT(find("strike tag:labour -tag:culture"), ElementsAre("harbour"));
    EXPECT_THAT(find("+tag:labour +tag:culture"), ElementsAre("band"));
    EXPECT_THAT(find("source:\"the levant courier\" strike"), ElementsAre("harbour"));
    EXPECT_THAT(find("id:talks"), ElementsAre("talks"));
    EXPECT_THAT(find("lang:German"), ElementsAre("hafen"));
}

TEST_F(SearchedArchive, ExpandsPatternsAndSpellings) {
    EXPECT_THAT(find("harb*"), UnorderedElementsAre("harbour", "talks"));
    EXPECT_THAT(find("*vant"), ElementsAre("harbour"));
    EXPECT_THAT(find("h?fen"), ElementsAre("hafen"));
    EXPECT_THAT(find("title:harb*"), ElementsAre("harbour"));
    EXPECT_THAT(find("arregvi~"), ElementsAre("talks"));
    EXPECT_THAT(find("harbor~"), UnorderedElementsAre("harbour", "talks"));
    EXPECT_THAT(find("zzz*"), IsEmpty());
    EXPECT_THAT(find("strike AND zzz*"), IsEmpty());
}

TEST_F(SearchedArchive, FindsWordsNearEachOther) {
    EXPECT_THAT(find("dockers NEAR/5 levant"), ElementsAre("harbour"));
    EXPECT_THAT(find("levant NEAR/5 dockers"), ElementsAre("harbour"));
    EXPECT_THAT(find("levant ADJ/2 dockers"), IsEmpty());
    EXPECT_THAT(find("dockers NEAR/1 levant"), IsEmpty());
    EXPECT_THAT(find("dock* NEAR/2 \"port levant\""), ElementsAre("harbour"));
}

TEST_F(SearchedArchive, FindsOtherFormsOfWordsNearEachOther) {
    EXPECT_THAT(find("docker NEAR/5 levant"), ElementsAre("harbour"));
    EXPECT_THAT(find("works ADJ/2 strikes"), ElementsAre("harbour"));
    EXPECT_THAT(find("works ADJ/1 strikes"), IsEmpty());
    EXPECT_THAT(find("title:ending NEAR/1 title:strikes"), ElementsAre("harbour"));
    EXPECT_THAT(find("strikes NEAR/1 (table OR song)"), ElementsAre("band"));
    EXPECT_THAT(find("arbeiter NEAR/4 streik"), ElementsAre("hafen"));
}

TEST_F(SearchedArchive, KeepsTheVeryFormNearAWordWhereItIsAskedFor) {
    EXPECT_THAT(find("=works NEAR/2 strikes"), IsEmpty());
    EXPECT_THAT(find("=work NEAR/2 strikes"), ElementsAre("harbour"));
    EXPECT_THAT(find("\"works\" NEAR/2 strikes"), IsEmpty());
}

TEST_F(SearchedArchive, LimitsByDateFromTheBeginningOfPeriods) {
    EXPECT_THAT(ids(searcher_.search({.text = "strike", .from = make_date(2019, 1)})).size(), 3U);
    EXPECT_THAT(
        ids(searcher_.search({.text = "strike", .from = make_date(2019, 1, 2)})),
        UnorderedElementsAre("harbour", "band")
    );
    EXPECT_THAT(
        ids(searcher_.search({.text = "strike", .until = make_date(2019)})),
        UnorderedElementsAre("harbour", "talks")
    );
    EXPECT_THAT(
        ids(searcher_.search({.text = "strike", .until = make_date(2019, 4)})),
        UnorderedElementsAre("harbour", "talks")
    );
    EXPECT_THAT(
        ids(searcher_.search({.text = "strike", .until = make_date(2019, 4, 29)})),
        ElementsAre("talks")
    );
    EXPECT_THAT(find("date:2019-04..2019-05-15"), ElementsAre("harbour"));
    EXPECT_THAT(find("date:\"february 2021\" songs"), ElementsAre("band"));
    EXPECT_THAT(find("date:none"), ElementsAre("daxue", "hafen"));
    EXPECT_THROW(
        (void)searcher_.search({.from = make_date(2020), .until = make_date(2019)}), Error
    );
}

TEST_F(SearchedArchive, SortsByDateWithUndatedArticlesLast) {
    const Query newest = {.text = "", .sort = SortBy::newest};
    EXPECT_THAT(
        ids(searcher_.search(newest)), ElementsAre("band", "harbour", "talks", "daxue", "hafen")
    );
    const Query oldest = {.text = "", .sort = SortBy::oldest};
    EXPECT_THAT(
        ids(searcher_.search(oldest)), ElementsAre("talks", "harbour", "band", "daxue", "hafen")
    );
}

TEST_F(SearchedArchive, AnswersEmptyTextWithEverythingAndPunctuationWithNothing) {
    EXPECT_THAT(find(""), ElementsAre("band", "daxue", "hafen", "harbour", "talks"));
    const Results nothing = searcher_.search({.text = "!!! ::"});
    EXPECT_THAT(nothing.hits, IsEmpty());
    EXPECT_THAT(nothing.notes, ElementsAre(HasSubstr("no word")));
}

TEST_F(SearchedArchive, SaysWhereNothingCanBeFound) {
    const auto notes = [&](const char* text) { return searcher_.search({.text = text}).notes; };
    EXPECT_THAT(notes("\U0001F6A2"), ElementsAre(HasSubstr("no word")));
    EXPECT_THAT(notes("-\U0001F6A2 strike"), IsEmpty());
    EXPECT_THAT(notes("strike lang:klingon"), ElementsAre("No article has language:klingon."));
    EXPECT_THAT(notes("strike lang:english"), IsEmpty());
    EXPECT_THAT(notes("strike source:nobody"), ElementsAre("No article has source:nobody."));
}

TEST_F(SearchedArchive, PagesThroughTheHits) {
    const Results second = searcher_.search({.text = "strike", .offset = 1, .limit = 1});
    EXPECT_EQ(second.hits.size(), 1U);
    EXPECT_EQ(second.hits[0].rank, 2U);
    EXPECT_EQ(second.hits[0].article.id, find("strike")[1]);
    EXPECT_EQ(second.total, 3U);
    EXPECT_TRUE(second.total_is_exact);
    const Results none = searcher_.search({.text = "strike", .limit = 0, .exact_total = true});
    EXPECT_THAT(none.hits, IsEmpty());
    EXPECT_EQ(none.total, 3U);
    EXPECT_THAT(searcher_.search({.text = "strike", .offset = 1'000'000}).hits, IsEmpty());
    EXPECT_EQ(searcher_.count({.text = "strike", .offset = 7, .limit = 0}), 3U);
}

TEST_F(SearchedArchive, ShowsWhatMatched) {
    const Results results = searcher_.search({.text = "strikes harbour"});
    const Hit& hit = results.hits.front();
    EXPECT_EQ(
        marked(hit.article.headline, hit.headline_highlights),
        "[Harbour] [strike] ends in Port Levant"
    );
    EXPECT_THAT(marked(hit.snippet.text, hit.snippet.highlights), HasSubstr("a [strike] of nine"));
    const auto shown = searcher_.article("talks", {.text = "officials -table"});
    ASSERT_TRUE(shown.has_value());
    EXPECT_THAT(
        marked(shown->article.paragraphs[0], shown->paragraphs[0]),
        HasSubstr("U.S. [officials] told us nothing. The strike in the harbour was not on the table"
        )
    );
}

TEST_F(SearchedArchive, FindsArticlesById) {
    ASSERT_TRUE(searcher_.article("harbour").has_value());
    EXPECT_EQ(searcher_.article("harbour")->tags, archive()[0].tags);
    EXPECT_FALSE(searcher_.article("HARBOUR").has_value());
    EXPECT_FALSE(searcher_.article("").has_value());
    EXPECT_EQ(searcher_.size(), 5U);
}

TEST_F(SearchedArchive, UsesTheLanguageAskedFor) {
    EXPECT_THAT(ids(searcher_.search({.text = "arbeitern", .language = "en"})), IsEmpty());
    EXPECT_THAT(
        ids(searcher_.search({.text = "arbeitern", .language = "de"})), ElementsAre("hafen")
    );
}

}  // namespace
}  // namespace broadsheet
