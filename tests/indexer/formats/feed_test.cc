#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/format_reading.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(Feed, ReadsRss) {
    const Findings found = read_fixture("feed", "rss.xml");
    ASSERT_THAT(found.articles, SizeIs(2));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog closes harbour & pier");
    EXPECT_EQ(a.url, "https://coast.example/fog");
    EXPECT_EQ(a.id, "fog-1");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30T10:00:00+02:00");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt"));
    EXPECT_THAT(a.tags, ElementsAre("Weather"));
    EXPECT_EQ(a.deck, "No ships.");
    EXPECT_EQ(a.source, "Coast News");
    EXPECT_EQ(a.language, "en");
    EXPECT_THAT(a.paragraphs, ElementsAre("The harbour was closed.", "Again."));
    EXPECT_THAT(found.articles[1].paragraphs, ElementsAre("It lifted."));
    EXPECT_EQ(found.articles[1].deck, "");
}

TEST(Feed, ReadsAtom) {
    const Findings found = read_fixture("feed", "atom.xml");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog lifts");
    EXPECT_EQ(a.url, "https://coast.example/lifts");
    EXPECT_EQ(to_iso(a.published.value()), "2019-05-01T08:00:00Z");
    EXPECT_EQ(to_iso(a.updated.value()), "2019-05-01T09:00:00Z");
    EXPECT_THAT(a.authors, ElementsAre("Ana Brandt", "Tom Osei"));
    EXPECT_THAT(a.tags, ElementsAre("weather"));
    EXPECT_THAT(a.paragraphs, ElementsAre("It lifted.", "Ships left."));
}

TEST(Feed, ReadsBrokenItemsAsFarAsTheyGo) {
    const Findings found = read_entry(
        "feed",
        "<rss><channel><item><title>Fog & rain</title><description>One<br>two</item>"
        "<item><title>Next&nbsp;day</title><description>Three</description></channel>"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].headline, "Fog & rain");
    EXPECT_EQ(found.articles[1].headline, "Next day");
}

TEST(Feed, ReadsTheEncodingItDeclares) {
    const Article article = read_article(
        "feed",
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>"
        "\xCF\xEE\xE3\xEE\xE4\xE0</title></item></channel></rss>"
    );
    EXPECT_EQ(article.headline, "Погода");
}

TEST(Feed, ReadsTextInEveryModeOfAtom) {
    const auto headline = [](const std::string& title) {
        const Findings found = read_entry(
            "feed",
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + title + "<summary>Fog</summary>" +
                "</entry></feed>"
        );
        return found.articles.empty() ? "" : found.articles.front().headline;
    };
    EXPECT_EQ(headline("<title>Fog &amp;amp; rain</title>"), "Fog & rain");
    EXPECT_EQ(headline("<title type='html'>Fog &lt;b&gt;lifts&lt;/b&gt;</title>"), "Fog lifts");
    EXPECT_EQ(headline("<title type='text'>The &lt;blink&gt; tag</title>"), "The <blink> tag");
    EXPECT_EQ(
        headline("<title mode='base64' type='text/html'>Rm9nIDxiPmxpZnRzPC9iPg==</title>"),
        "Fog lifts"
    );
    EXPECT_EQ(
        headline("<title type='xhtml'><div xmlns='x'>Fog <i>lifts</i></div></title>"), "Fog lifts"
    );
    EXPECT_EQ(headline("<title>Fog &#X41;&#150;B</title>"), "Fog A–B");
}

TEST(Feed, TakesItsOwnElementsBeforeOthersOfTheSameName) {
    const Article article = read_article(
        "feed",
        "<rss><channel><item><media:title>Picture</media:title><title>Fog lifts</title>"
        "<x:description>Extension</x:description><description>Ships leave.</description>"
        "</item></channel></rss>"
    );
    EXPECT_EQ(article.headline, "Fog lifts");
    EXPECT_THAT(article.paragraphs, ElementsAre("Ships leave."));
}

TEST(Feed, FindsItemsUnderThePrefixTheFeedDeclares) {
    const Article article = read_article(
        "feed",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns:n='http://purl.org/rss/1.0/'><n:channel><n:title>Coast News</n:title></n:channel>"
        "<n:item rdf:about='https://coast.example/1'><n:title>Fog lifts</n:title></n:item>"
        "</rdf:RDF>"
    );
    EXPECT_EQ(article.headline, "Fog lifts");
    EXPECT_EQ(article.source, "Coast News");
    EXPECT_EQ(article.url, "https://coast.example/1");
}

TEST(Feed, ResolvesRelativeLinks) {
    const Findings found = read_entry(
        "feed",
        "<feed xml:base='https://coast.example/news/'><entry xml:base='2019/'><title>A</title>"
        "<link href='fog.html'/></entry><entry><title>B</title><link rel='self' href='x'/>"
        "<link rel='alternate' href='/tide'/></entry></feed>"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].url, "https://coast.example/news/2019/fog.html");
    EXPECT_EQ(found.articles[1].url, "https://coast.example/tide");
}

TEST(Feed, ReadsAuthorsWithAndWithoutAddresses) {
    for (const char* author :
         {"ana@coast.example (Ana Brandt)",
          "Ana Brandt (ana@coast.example)",
          "Ana Brandt &lt;ana@coast.example&gt;"}) {
        const Findings found = read_entry(
            "feed",
            "<rss><channel><item><title>Fog</title><author>" + std::string(author) +
                "</author></item></channel></rss>"
        );
        ASSERT_THAT(found.articles, SizeIs(1));
        EXPECT_THAT(found.articles[0].authors, ElementsAre("Ana Brandt")) << author;
    }
}

TEST(Feed, GivesEntriesTheAuthorOfTheirFeed) {
    const Findings found = read_entry(
        "feed",
        "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Ana Brandt</name></author>"
        "<entry><title>A</title></entry><entry><title>B</title><author><name>Tom Osei</name>"
        "</author></entry></feed>"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_THAT(found.articles[0].authors, ElementsAre("Ana Brandt"));
    EXPECT_THAT(found.articles[1].authors, ElementsAre("Tom Osei"));
}

TEST(Feed, ReadsWhatPodcastsAndPicturesAdd) {
    const Article article = read_article(
        "feed",
        "<rss><channel><item><title>Fog</title><itunes:summary>Ships wait.</itunes:summary>"
        "<itunes:keywords>fog, ships</itunes:keywords><itunes:category text='News'>"
        "<itunes:category text='Weather'/></itunes:category><media:group><media:content url='a'>"
        "<media:description>The mole in fog.</media:description><media:credit>Ana Brandt"
        "</media:credit></media:content></media:group></item></channel></rss>"
    );
    EXPECT_THAT(article.paragraphs, ElementsAre("Ships wait."));
    EXPECT_THAT(article.tags, ElementsAre("News", "Weather", "fog", "ships"));
    EXPECT_THAT(article.captions, ElementsAre(Caption{"The mole in fog.", "Ana Brandt"}));
}

TEST(Feed, ExpandsNoEntities) {
    std::string bomb = "<!DOCTYPE rss [<!ENTITY a \"fogfogfogfog\">";
    for (char c = 'b'; c < 'k'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        bomb += "\">";
    }
    bomb += "]><rss><channel><item><title>Fog &j;</title></item></channel></rss>";
    const Article article = read_article("feed.xml", bomb);
    EXPECT_LT(article.headline.size(), 20U);
}

TEST(Feed, StopsAtDepthBombs) {
    std::string deep = "<rss><channel><item><title>Fog</title>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    const Findings found = read_entry("feed.xml", deep);
    EXPECT_EQ(found.articles.size() + found.problems.size(), 1U);
}

TEST(Feed, TakesPostsAndPagesOfABlogger) {
    const auto entry = [](std::string_view kind, std::string_view title) {
        return "<entry><category scheme='http://schemas.google.com/g/2005#kind' "
               "term='http://schemas.google.com/blogger/2008/kind#" +
               std::string(kind) + "'/><category scheme='http://www.blogger.com/atom/ns#' " +
               "term='fog'/><title>" + std::string(title) +
               "</title><content>No ship left.</content></entry>";
    };
    const Findings found = read_entry(
        "blog.xml",
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' "
        "xmlns:blogger='http://schemas.google.com/blogger/2018'>" +
            entry("template", "Template") + entry("post", "Fog") + entry("comment", "Nice") +
            entry("page", "About fog") +
            "<entry><blogger:type>COMMENT</blogger:type><title>Hm</title></entry></feed>"
    );
    ASSERT_THAT(found.articles, SizeIs(2));
    EXPECT_EQ(found.articles[0].headline, "Fog");
    EXPECT_THAT(found.articles[0].tags, ElementsAre("fog"));
    EXPECT_EQ(found.articles[1].headline, "About fog");
    ASSERT_THAT(found.problems, SizeIs(3));
    EXPECT_EQ(found.problems[2].reason, "it is no post or page but 'comment'");
}

TEST(WordPressWxr, TakesPostsOnly) {
    const Findings found = read_fixture("wordpress-wxr", "export.xml");
    ASSERT_THAT(found.articles, SizeIs(1));
    const Article& a = found.articles[0];
    EXPECT_EQ(a.headline, "Fog closes harbour");
    EXPECT_EQ(to_iso(a.published.value()), "2019-04-30T10:00:00Z");
    EXPECT_EQ(a.deck, "Third day");
    EXPECT_EQ(a.byline, "ana");
    EXPECT_THAT(a.paragraphs, ElementsAre("The harbour was closed.", "Nobody left."));
    ASSERT_THAT(found.problems, SizeIs(1));
    EXPECT_EQ(found.problems[0].kind, ProblemKind::not_article);
}

}  // namespace
}  // namespace broadsheet::testing
