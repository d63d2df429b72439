#include "common/stored_article.h"

#include <string>

#include <gtest/gtest.h>

#include "broadsheet/error.h"

namespace broadsheet {

namespace {

Article full_article() {
    Article article;
    article.id = "hb-2021-0412";
    article.url = "https://harbour-bulletin.example/2021/04/12/ferry";
    article.source = "Harbour Bulletin";
    article.section = "Region";
    article.headline = "Ferry \"Nordlys\" back in service\u2026";
    article.deck = "Three weeks of repairs";
    article.byline = "By Mara Lindqvist and Tom\u00E1s Reyes";
    article.authors = {"Mara Lindqvist", "Tom\u00E1s Reyes"};
    article.dateline = {"VESTHAVN", "April 12", "NPA"};
    article.published = make_instant(2021, 4, 12, 8, 30, 0, 250, 120);
    article.updated = make_date(2021, 4, 13);
    article.language = "en";
    article.paragraphs = {"First.", "Second, with a \ttab and a \\."};
    article.captions = {{"The ferry at dawn", "Ivo Brandt/NPA"}, {"", "NPA"}, {"Alone", ""}};
    article.tags = {"ferries", "#Vesthavn"};
    article.places = {"Vesthavn"};
    article.origin = {"a.tar.gz", "2021/04/12.txt", 4096, "0123456789abcdef"};
    return article;
}

std::string json_of(const Article& article) {
    std::string json;
    append_article_json(json, article);
    return json;
}

TEST(StoredArticle, ReadsBackEveryMember) {
    const Article article = full_article();
    EXPECT_EQ(parse_article_json(json_of(article)), article);
}

TEST(StoredArticle, ReadsBackAnEmptyOne) {
    EXPECT_EQ(parse_article_json(json_of(Article())), Article());
}

TEST(StoredArticle, LeavesEmptyMembersOut) {
    Article article;
    article.headline = "Only this";
    EXPECT_EQ(json_of(article), R"({"headline":"Only this","origin":{"position":0}})");
}

TEST(StoredArticle, AppendsToWhatIsThere) {
    std::string out = "x";
    append_article_json(out, Article());
    EXPECT_EQ(out, R"(x{"origin":{"position":0}})");
}

TEST(StoredArticle, KeepsThePrecisionOfDates) {
    for (const auto& date :
         {make_date(2019),
          make_date(2019, 4),
          make_date(2019, 4, 30),
          make_instant(2019, 4, 30, 15, 1, 1, 790, -210),
          std::optional<Date>()}) {
        Article article;
        article.published = date;
        EXPECT_EQ(parse_article_json(json_of(article)).published, date);
    }
}

TEST(StoredArticle, KeepsTheLargestPosition) {
    Article article;
    article.origin.position = ~std::uint64_t{0};
    EXPECT_EQ(parse_article_json(json_of(article)).origin.position, ~std::uint64_t{0});
}

TEST(StoredArticle, KeepsControlCharactersAndZeroBytes) {
    Article article;
    article.headline = std::string("a\0b\x1B[31m", 8);
    EXPECT_EQ(parse_article_json(json_of(article)).headline, article.headline);
}

TEST(StoredArticle, RepairsIllFormedText) {
    Article article;
    article.paragraphs = {"caf\xE9"};
    EXPECT_EQ(parse_article_json(json_of(article)).paragraphs.at(0), "caf\xC3\xA9");
}

TEST(StoredArticle, IgnoresMembersItDoesNotKnow) {
    const Article article =
        parse_article_json(R"({"mood":{"x":[1]},"headline":"H","origin":{"planet":"Earth"}})");
    EXPECT_EQ(article.headline, "H");
}

TEST(StoredArticle, TakesMembersOfTheWrongKindForAbsent) {
    const Article article = parse_article_json(
        R"({"headline":7,"tags":"x","places":[1,"Vesthavn",null],"captions":[3,{"text":"T"}],)"
        R"("published":20190430,"dateline":[],"origin":{"position":-1}})"
    );
    Article expected;
    expected.places = {"Vesthavn"};
    expected.captions = {{"T", ""}};
    EXPECT_EQ(article, expected);
}

void expect_corrupt(std::string_view json) {
    try {
        (void)parse_article_json(json);
        ADD_FAILURE() << "no error for " << json;
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::corrupt) << json;
        EXPECT_NE(std::string(error.what()).find("rebuild"), std::string::npos);
    }
}

TEST(StoredArticle, RefusesWhatIsNoObject) {
    for (const char* json : {"", "[]", "null", "{", "{\"headline\":\"x", "\xFF", "{} {}"})
        expect_corrupt(json);
}

TEST(StoredArticle, RefusesEveryTruncation) {
    const std::string json = json_of(full_article());
    for (std::size_t size = 0; size < json.size(); ++size)
        expect_corrupt(std::string_view(json).substr(0, size));
}

TEST(StoredArticle, RefusesNestingDeeperThanAnyArticle) {
    expect_corrupt(std::string(100'000, '['));
    expect_corrupt("{\"a\":" + std::string(5000, '[') + std::string(5000, ']') + "}");
}

}  // namespace

}  // namespace broadsheet
