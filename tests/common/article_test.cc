#include "common/article.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet {

namespace {

Article sample() {
    Article article;
    article.headline = "Tram line 4 reopens";
    article.paragraphs = {"The line reopened on Monday.", "Passengers cheered."};
    article.published = make_date(2020, 9, 14);
    article.origin = {"local.tar.gz", "2020/09/tram.txt", 0, ""};
    article.origin.digest = content_digest(article);
    return article;
}

struct Change {
    const char* what;
    std::function<void(Article&)> apply;
};

// Every member but the origin, and every way in which one string may move into another.
const std::vector<Change>& changes() {
    static const std::vector<Change> kChanges = {
        {"id", [](Article& a) { a.id = "x"; }},
        {"url", [](Article& a) { a.url = "x"; }},
        {"source", [](Article& a) { a.source = "x"; }},
        {"section", [](Article& a) { a.section = "x"; }},
        {"headline", [](Article& a) { a.headline += "x"; }},
        {"deck", [](Article& a) { a.deck = "x"; }},
        {"byline", [](Article& a) { a.byline = "x"; }},
        {"an author", [](Article& a) { a.authors = {"x"}; }},
        {"dateline place", [](Article& a) { a.dateline.place = "x"; }},
        {"dateline date", [](Article& a) { a.dateline.date = "x"; }},
        {"dateline agency", [](Article& a) { a.dateline.agency = "x"; }},
        {"no publication date", [](Article& a) { a.published.reset(); }},
        {"precision of the date", [](Article& a) { a.published = make_date(2020, 9); }},
        {"publication as an instant",
         [](Article& a) { a.published = make_instant(2020, 9, 14, 0, 0, 0); }},
        {"zone of the instant",
         [](Article& a) { a.published = make_instant(2020, 9, 14, 2, 0, 0, 0, 120); }},
        {"updated", [](Article& a) { a.updated = make_date(2020, 9, 14); }},
        {"language", [](Article& a) { a.language = "en"; }},
        {"one paragraph less", [](Article& a) { a.paragraphs.pop_back(); }},
        {"an empty paragraph more", [](Article& a) { a.paragraphs.emplace_back(); }},
        {"order of paragraphs", [](Article& a) { std::swap(a.paragraphs[0], a.paragraphs[1]); }},
        {"paragraphs joined",
         [](Article& a) { a.paragraphs = {a.paragraphs[0] + a.paragraphs[1]}; }},
        {"a caption",
         [](Article& a) {
             a.captions = {{"x", ""}};
         }},
        {"a credit",
         [](Article& a) {
             a.captions = {{"", "x"}};
         }},
        {"an empty caption",
         [](Article& a) {
             a.captions = {{"", ""}};
         }},
        {"a tag", [](Article& a) { a.tags = {"x"}; }},
        {"two tags",
         [](Article& a) {
             a.tags = {"x", ""};
         }},
        {"a place", [](Article& a) { a.places = {"x"}; }},
    };
    return kChanges;
}

TEST(ContentDigest, ChangesWithEachMember) {
    std::map<std::string, std::string> seen = {{content_digest(sample()), "nothing"}};
    for (const auto& [what, apply] : changes()) {
        Article changed = sample();
        apply(changed);
        const auto [other, fresh] = seen.emplace(content_digest(changed), what);
        EXPECT_TRUE(fresh) << what << " gives the same digest as " << other->second;
    }
}

TEST(ContentDigest, DoesNotDependOnTheOrigin) {
    Article moved = sample();
    moved.origin = {"other.zip", "renamed.txt", 77, "ffffffffffffffff"};
    EXPECT_EQ(content_digest(moved), content_digest(sample()));
}

TEST(ContentDigest, StaysFromVersionToVersion) {
    // Pinned: another value means every index has to be rebuilt to recognise its articles.
    Article article;
    article.id = "a";
    article.headline = "b";
    article.paragraphs = {"c"};
    EXPECT_EQ(content_digest(article), "39289c2fc0dbcda7");
}

TEST(DerivedId, IsTheSameFromTarZipAndFolder) {
    Article article = sample();
    const std::string id = derived_id(article);
    for (const char* entry :
         {"tram.txt", "./2020/09/tram.txt", "inner.zip/tram.txt", "/tram.txt"}) {
        article.origin.bundle = entry;
        article.origin.entry = entry;
        EXPECT_EQ(derived_id(article), id) << entry;
    }
}

TEST(DerivedId, DoesNotDependOnThePositionInTheEntry) {
    Article article = sample();
    const std::string id = derived_id(article);
    article.origin.position = 12345;
    EXPECT_EQ(derived_id(article), id);
}

TEST(DerivedId, TellsFilesAndContentsApart) {
    const Article article = sample();
    Article renamed = article;
    renamed.origin.entry = "2020/09/tram-2.txt";
    EXPECT_NE(derived_id(renamed), derived_id(article));
    Article changed = article;
    changed.headline = "Tram line 5 reopens";
    changed.origin.digest = content_digest(changed);
    EXPECT_NE(derived_id(changed), derived_id(article));
}

TEST(DerivedId, IsSixteenHexadecimalDigits) {
    EXPECT_EQ(derived_id(sample()).size(), 16U);
    EXPECT_EQ(derived_id(sample()).find_first_not_of("0123456789abcdef"), std::string::npos);
}

}  // namespace

}  // namespace broadsheet
