#include "indexer/formats/html/html_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/html/one_page.h"

namespace broadsheet {
namespace {

using testing::article_in;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::read_page;
using ::testing::SizeIs;

constexpr std::string_view kNewsPage = R"html(<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry service returns to Harrow Sound | The Tidewater Post</title>
<link rel="canonical" href="https://tidewater.example/news/2021/03/ferry-returns">
<meta property="og:site_name" content="The Tidewater Post">
<meta property="og:title" content="Ferry service returns to Harrow Sound">
<meta property="og:type" content="article">
<meta property="og:description" content="After eleven years the boats are back.">
<meta name="keywords" content="ferries, Harrow Sound, transport">
<script type="application/ld+json">
{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry service returns to Harrow Sound",
 "datePublished":"2021-03-14T08:30:00+01:00","dateModified":"2021-03-14T09:00:00+01:00",
 "author":[{"@type":"Person","name":"Mara Lindqvist"},{"@type":"Person","name":"Tom Okoro"}],
 "publisher":{"@type":"Organization","name":"Tidewater Media Ltd"},"articleSection":"Transport"}
</script></head><body>
<header class="masthead"><a href="/">The Tidewater Post</a></header>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to make this site work, to measure how it is read,
and to show advertising that interests you. You can accept them all or choose.</p></div>
<main><article>
<h1>Ferry service returns to Harrow Sound</h1>
<p class="byline">By <a href="/mara">Mara Lindqvist</a> and Tom Okoro</p>
<time datetime="2021-03-14T08:30:00+01:00">14 March 2021</time>
<ul class="share-buttons"><li><a href="#">Share on Twitter</a></li></ul>
<div class="story-text">
<p>The first ferry in eleven years left the quay at Harrow Sound on Sunday morning, watched by
several hundred people who had come down to the harbour in the rain.</p>
<figure><img src="f.jpg"><figcaption>The Northern Star leaves the quay.
<span class="credit">Photo: Ines Varga</span></figcaption></figure>
<p>The council bought the vessel, built in 1998, from an operator in the islands, and spent two
million on new engines and a ramp for wheelchairs.</p>
<h2>A long wait</h2>
<p>The old service ended in 2010 when the company that ran it went out of business, leaving the
far shore two hours away by road, residents said.</p>
<div class="related-links"><h3>Related</h3><a href="/1">Bridge plan dropped</a></div>
<p>&ldquo;My children have never seen a boat here,&rdquo; said Agnes Moreau, who runs the shop.</p>
</div>
</article>
<section class="comments"><h2>Comments</h2><p>I have waited for this for a very long time, and so
has my mother, who remembers the first boat.</p></section></main>
<footer><p>Copyright 2021 Tidewater Media Ltd, all rights reserved, registered in Harrow.</p></footer>
</body></html>)html";

TEST(HtmlPage, FindsTheTextAmongWhatSurroundsIt) {
    EXPECT_THAT(
        article_in(kNewsPage).paragraphs,
        ElementsAre(
            "The first ferry in eleven years left the quay at Harrow Sound on Sunday morning, "
            "watched by several hundred people who had come down to the harbour in the rain.",
            "The council bought the vessel, built in 1998, from an operator in the islands, and "
            "spent two million on new engines and a ramp for wheelchairs.",
            "A long wait",
            "The old service ended in 2010 when the company that ran it went out of business, "
            "leaving the far shore two hours away by road, residents said.",
            "\u201cMy children have never seen a boat here,\u201d said Agnes Moreau, who runs the "
            "shop."
        )
    );
}

TEST(HtmlPage, ReadsWhatThePageStatesOfItself) {
    const Article article = article_in(kNewsPage);
    EXPECT_EQ(article.headline, "Ferry service returns to Harrow Sound");
    EXPECT_EQ(article.byline, "By Mara Lindqvist and Tom Okoro");
    EXPECT_THAT(article.authors, ElementsAre("Mara Lindqvist", "Tom Okoro"));
    EXPECT_EQ(article.source, "The Tidewater Post");
    EXPECT_EQ(article.section, "Transport");
    EXPECT_EQ(article.deck, "After eleven years the boats are back.");
    EXPECT_EQ(article.url, "https://tidewater.example/news/2021/03/ferry-returns");
    EXPECT_EQ(article.language, "en");
    EXPECT_THAT(article.tags, ElementsAre("ferries", "Harrow Sound", "transport"));
    ASSERT_TRUE(article.published);
    EXPECT_EQ(to_iso(*article.published), "2021-03-14T08:30:00+01:00");
    ASSERT_TRUE(article.updated);
    EXPECT_EQ(to_iso(*article.updated), "2021-03-14T09:00:00+01:00");
}

TEST(HtmlPage, KeepsCaptionsAndCreditsApart) {
    EXPECT_THAT(
        article_in(kNewsPage).captions,
        ElementsAre(Caption{"The Northern Star leaves the quay.", "Photo: Ines Varga"})
    );
}

TEST(HtmlPage, SaysWhyAPageIsNoArticle) {
    for (const std::string_view page :
         {"",
          "<html><head><title>Nothing</title></head><body></body></html>",
          "<html><title>404 Not Found</title><body><h1>Not Found</h1><p>The requested page was not "
          "found on this server. Please check the address and try it again.</p></body></html>"}) {
        const auto sink = read_page(page);
        EXPECT_THAT(sink.articles, IsEmpty()) << page;
        ASSERT_THAT(sink.problems, SizeIs(1)) << page;
        EXPECT_EQ(sink.problems[0].kind, ProblemKind::not_article);
        EXPECT_FALSE(sink.problems[0].reason.empty());
    }
}

TEST(HtmlPage, IsInTheLanguageOfItsTextWhereTheTemplateSaysEnglish) {
    const std::string text =
        "<p>Die Fähre nach Ostmark fährt nicht vor Donnerstag, sagte das Hafenamt am Montag, weil "
        "der Sturm die Sandbank vor der Mole wieder verschoben hat.</p><p>Zwei Bagger sind auf dem "
        "Weg, aber der größere, der dem Nachbarkreis gehört, braucht einen Lotsen, der die "
        "Fahrrinne kennt, und davon gibt es nur einen.</p><p>Bis dahin werden die Inseln vom "
        "Postboot versorgt, das zwölf Reisende, zwei Fahrräder und zur Not auch eine Kuh an Bord "
        "nimmt, wenn das Wetter es erlaubt und der Kapitän guter Laune ist.</p>";
    EXPECT_EQ(testing::article_in("<html lang=en><body>" + text).language, "de");
    EXPECT_EQ(testing::article_in("<html lang=da><body>" + text).language, "da");
}

TEST(HtmlPage, NamesItsSectionForPeople) {
    const auto section = [](const std::string& claimed) {
        return testing::article_in(
                   "<meta property='article:section' content='" + claimed +
                   "'><p>The ferry to Ostmark will not sail before Thursday, the harbour office "
                   "said on Monday, because the storm has moved the sandbank off the mole.</p>"
        )
            .section;
    };
    EXPECT_EQ(section("World"), "World");
    EXPECT_EQ(section("/world/middle_east/"), "middle east");
    EXPECT_EQ(section("Posted in Weather"), "Weather");
    EXPECT_EQ(section("nil"), "");
}

TEST(HtmlPage, SurvivesTruncationAnywhere) {
    for (std::size_t size = 0; size < kNewsPage.size(); size += 7) {
        const auto sink = read_page(kNewsPage.substr(0, size));
        EXPECT_EQ(sink.articles.size() + sink.problems.size(), 1U) << size;
    }
}

TEST(HtmlPage, TastesPagesAndNotFeeds) {
    const Format& format = html_page_format();
    EXPECT_GE(format.taste({.name = "a", .head = "<!DOCTYPE html><html>"}), 90);
    EXPECT_GE(format.taste({.name = "a.htm", .head = "<p>x<div>"}), 80);
    EXPECT_GE(format.taste({.name = "a", .head = "\xEF\xBB\xBF <!-- saved --> <HTML>"}), 90);
    EXPECT_EQ(format.taste({.name = "a.xml", .head = "<?xml version='1.0'?><rss><channel>"}), 0);
    EXPECT_EQ(format.taste({.name = "a", .head = "<rss version='2.0'><div>"}), 0);
    EXPECT_EQ(format.taste({.name = "a.json", .head = "{\"body\":\"<div>\"}"}), 0);
    EXPECT_EQ(format.taste({.name = "a.txt", .head = "Plain text about <div> elements."}), 0);
}

}  // namespace
}  // namespace broadsheet
