#include "indexer/formats/html/metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet::html {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(JsonLd, ReadsANewsArticle) {
    const Claims claims = json_ld_claims(std::string_view(
        R"({"@type":"NewsArticle","headline":"Rain &amp; wind","author":"Ida Holm",)"
        R"("publisher":{"name":"The Echo"},"articleSection":["Weather","News"],)"
        R"("keywords":"rain, wind","inLanguage":"en-GB","dateModified":"2020-01-03"})"
    ));
    EXPECT_EQ(claims.type, "NewsArticle");
    EXPECT_EQ(claims.headline, "Rain & wind");
    EXPECT_THAT(claims.authors, ElementsAre("Ida Holm"));
    EXPECT_EQ(claims.source, "The Echo");
    EXPECT_EQ(claims.section, "Weather");
    EXPECT_THAT(claims.tags, ElementsAre("rain", "wind"));
    EXPECT_EQ(claims.language, "en-GB");
    EXPECT_EQ(claims.updated, "2020-01-03");
}

TEST(JsonLd, FindsTheArticleInAGraphAndFollowsIds) {
    const Claims claims = json_ld_claims(std::string_view(
        R"({"@context":"https://schema.org","@graph":[)"
        R"({"@type":"WebPage","name":"Rain - The Echo","datePublished":"2019-01-01"},)"
        R"({"@type":["Article","https://schema.org/ReportageNewsArticle"],"headline":"Rain",)"
        R"("author":[{"@id":"#ida"},{"@type":"Person","name":["Tom Okoro"]}],)"
        R"("datePublished":"2020-01-02T10:00:00Z"},)"
        R"({"@id":"#ida","@type":"Person","name":"Ida Holm"}]})"
    ));
    EXPECT_EQ(claims.headline, "Rain");
    EXPECT_EQ(claims.published, "2020-01-02T10:00:00Z");
    EXPECT_THAT(claims.authors, ElementsAre("Ida Holm", "Tom Okoro"));
}

TEST(JsonLd, ToleratesWhatTemplatesGetWrong) {
    for (const std::string_view json :
         {"<![CDATA[ {\"@type\":\"NewsArticle\",\"headline\":\"Rain\"} ]]>",
          "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Rain\"}\n//]]>",
          "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"Rain\"} -->",
          "{\"@type\":\"NewsArticle\",\"headline\":\"Rain\",}",
          "{\"@type\":\"NewsArticle\",\"x\":[1,2,],\"headline\":\"Rain\"};",
          "{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\tand \\' a quote\","
          "\"headline\":\"Rain\"}"}) {
        EXPECT_EQ(json_ld_claims(json).headline, "Rain") << json;
    }
}

TEST(JsonLd, ClaimsNothingFromJunk) {
    for (const std::string_view json :
         {"",
          "null",
          "{",
          "]",
          "{\"headline\":",
          "[[[[",
          "{\"@type\":\"Organization\",\"name\":\"X\"}",
          "var x = 1;"}) {
        EXPECT_EQ(json_ld_claims(json).headline, "") << json;
        EXPECT_EQ(json_ld_claims(json).type, "") << json;
    }
}

TEST(JsonLd, SurvivesDeepNesting) {
    std::string json;
    for (int level = 0; level < 100'000; ++level)
        json += "{\"@graph\":[";
    EXPECT_EQ(json_ld_claims(json).type, "");
}

Claims meta_of(std::string_view head) {
    return meta_claims(parse_html(head));
}

TEST(MetaClaims, PrefersWhatIsMeantForMachines) {
    const Claims claims = meta_of(
        "<meta name=title content='Plain'><meta name='twitter:title' content='Short'>"
        "<meta property='og:title' content='Full &amp; proper'>"
        "<meta name=DATE content='2001-01-01'>"
        "<meta property='article:published_time' content='2020-01-02T10:00:00+02:00'>"
    );
    EXPECT_EQ(claims.headline, "Full & proper");
    EXPECT_EQ(claims.published, "2020-01-02T10:00:00+02:00");
}

TEST(MetaClaims, BelievesAPropertyRatherThanANameOfTheSameKey) {
    const Claims claims = meta_of(
        "<meta name='DC.title' content='A name'><meta property='dc:title' content='A property'>"
        "<meta property='dc:creator' content='Ilse Brandt'><meta name='DC.creator' "
        "content='webmaster'>"
    );
    EXPECT_EQ(claims.headline, "A property");
    EXPECT_THAT(claims.authors, ElementsAre("Ilse Brandt"));
}

TEST(MetaClaims, ReadsSeveralPropertiesOfOneElement) {
    const Claims claims = meta_of("<meta property='x:title  dc:title' content='Rain'>");
    EXPECT_EQ(claims.headline, "Rain");
}

TEST(MetaClaims, TakesNoAddressForAnAuthor) {
    EXPECT_THAT(
        meta_of("<meta property='article:author' content='https://social.example/ida'>").authors,
        IsEmpty()
    );
    EXPECT_THAT(
        meta_of("<meta property='article:author' content='https://social.example/ida'>"
                "<meta name=byl content='By Ida Holm'>")
            .authors,
        ElementsAre("By Ida Holm")
    );
}

TEST(MetaClaims, CollectsTagsOnce) {
    EXPECT_THAT(
        meta_of("<meta property='article:tag' content='rain'><meta property='article:tag' "
                "content='wind'><meta property='article:tag' content='rain'>")
            .tags,
        ElementsAre("rain", "wind")
    );
}

TEST(MetaClaims, ReadsLanguageAndAddress) {
    const Claims claims = meta_of(
        "<html lang='pt-BR'><link rel=Canonical href=' https://echo.example/1 '>"
        "<meta property='og:url' content='https://echo.example/other'>"
        "<meta property='og:locale' content='en_US'>"
    );
    EXPECT_EQ(claims.language, "pt-BR");
    EXPECT_EQ(claims.url, "https://echo.example/1");
    EXPECT_EQ(meta_of("<meta property='og:locale' content='de_AT'>").language, "de_AT");
}

TEST(Microdata, ReadsTheArticleAndNotItsComments) {
    const Claims claims = microdata_claims(parse_html(
        "<article itemscope itemtype='https://schema.org/NewsArticle'>"
        "<h1 itemprop=headline>Rain</h1><div itemprop=author itemscope><a><span itemprop=name>Ida "
        "Holm</span></a> writes about the weather</div>"
        "<time itemprop=datePublished datetime='2020-01-02'>yesterday</time>"
        "<a rel=tag>rain</a><a rel='tag nofollow'>wind</a>"
        "<div itemprop=comment><span itemprop=author>Anon</span></div></article>"
    ));
    EXPECT_EQ(claims.headline, "Rain");
    EXPECT_EQ(claims.published, "2020-01-02");
    EXPECT_THAT(claims.authors, ElementsAre("Ida Holm"));
    EXPECT_THAT(claims.tags, ElementsAre("rain", "wind"));
}

}  // namespace
}  // namespace broadsheet::html
