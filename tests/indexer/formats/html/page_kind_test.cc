// Pages that are no articles, and articles that look like such pages.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/formats/html/one_page.h"

namespace broadsheet {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::read_page;
using ::testing::SizeIs;

constexpr const char* kText =
    "<p>The last tram of the night left the depot on time, for the first time in a month, drivers "
    "said.</p><p>A new timetable came into force on Sunday, and the crews are content with it, "
    "for now.</p>";

std::string page_with(const std::string& title, const std::string& body, const std::string& url) {
    return "<html><head><title>" + title + "</title><link rel=canonical href='" + url +
           "'></head><body><h1>" + title + "</h1>" + body + "</body></html>";
}

std::string teasers(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += "<div><h2><a href=/a" + std::to_string(i) +
               ">Council agrees to close the road to the harbour</a></h2><p>It took nine years to "
               "agree, and the road is gone already.</p></div>";
    }
    return out;
}

std::string why_not(const std::string& page) {
    const auto sink = read_page(page);
    return sink.problems.empty() ? "" : sink.problems.front().reason;
}

TEST(PageKind, FrontPagesAndSearchesAreNoArticles) {
    std::string front = "<html><head><title>The Echo</title></head><body>";
    for (int i = 0; i < 30; ++i) {
        front += "<div><h2><a href=/a" + std::to_string(i) +
                 ">Council agrees to close the road to the harbour</a></h2></div>";
    }
    const auto sink = read_page(front + "<p>All the news of Ostmark, every day but Sunday.</p>");
    EXPECT_THAT(sink.articles, IsEmpty());
    ASSERT_THAT(sink.problems, SizeIs(1));
    EXPECT_EQ(sink.problems[0].kind, ProblemKind::not_article);

    const auto search = read_page(
        "<html><title>Search results for tram</title><p>The last tram of the night left the depot "
        "on time, for the first time in a month, drivers said.</p></html>"
    );
    EXPECT_THAT(search.articles, IsEmpty());
}

TEST(PageKind, TheAddressOfASiteIsItsFrontPage) {
    const std::string text =
        "<p>The last tram of the night left the depot on time, for the first time in a month, "
        "drivers said.</p><p>A new timetable came into force on Sunday, and the crews are content "
        "with it, for now.</p>";
    const std::string links =
        "<div><a href=/1>Bridge plan dropped by the council after nine years of talk</a></div>"
        "<div><a href=/2>School in the east opens a week late, and without a roof</a></div>";
    const auto page = [&](const std::string& url) {
        return "<html><head><link rel=canonical href='" + url + "'></head><body>" + text + links;
    };
    EXPECT_THAT(read_page(page("https://echo.example/")).articles, IsEmpty());
    EXPECT_THAT(read_page(page("https://echo.example/tram")).articles, SizeIs(1));
}

TEST(PageKind, ListsUnderATagOrByAnAuthorAreNoArticles) {
    EXPECT_THAT(
        why_not(page_with("Tag: harbour", teasers(6), "https://echo.example/x")),
        HasSubstr("list of articles")
    );
    EXPECT_THAT(
        why_not(page_with("Jane Doe", teasers(6), "https://echo.example/author/jane-doe")),
        HasSubstr("list of articles")
    );
    EXPECT_EQ(
        why_not(page_with("Tag: a game for children", kText, "https://echo.example/tag-game")), ""
    );
}

TEST(PageKind, FormsToLogInAreNoArticles) {
    EXPECT_THAT(
        why_not(page_with("Sign in", kText, "https://echo.example/x")), HasSubstr("log in")
    );
    EXPECT_THAT(
        why_not(page_with(
            "The Evening Echo",
            std::string(kText) + "<input type=password>",
            "https://echo.example/x"
        )),
        HasSubstr("password")
    );
    EXPECT_EQ(
        why_not(page_with("Sign in the harbour points to sea", kText, "https://echo.example/x")), ""
    );
}

TEST(PageKind, ErrorsAreKnownInManyLanguages) {
    for (const char* title :
         {"404",
          "Error 404",
          "Seite nicht gefunden",
          "Page introuvable",
          "Página no encontrada",
          "Страница не найдена",
          "ページが見つかりません",
          "Just a moment..."}) {
        EXPECT_THAT(
            why_not(page_with(title, kText, "https://echo.example/x")), HasSubstr("error message")
        ) << title;
    }
    EXPECT_EQ(why_not(page_with("500 islanders flee", kText, "https://echo.example/x")), "");
}

}  // namespace
}  // namespace broadsheet
