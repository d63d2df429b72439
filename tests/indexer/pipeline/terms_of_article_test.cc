#include "indexer/pipeline/terms_of_article.h"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/fields.h"
#include "common/stored_article.h"
#include "common/text/article_texts.h"

namespace broadsheet {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;

class TermsOfArticle : public ::testing::Test {
protected:
    TermsOfArticle() {
        article_.id = "w-1";
        article_.headline = "Harbour reopens";
        article_.source = "Ostmark Gazette";
        article_.url = "https://www.gazette.example/1";
        article_.language = "en";
        article_.byline = "Ida Falk";
        article_.paragraphs = {"Ferries sail again.", "The market returns."};
        article_.tags = {"Shipping"};
        article_.published = make_date(2019, 4, 30);
        article_.origin = {.bundle = "b.tar", .entry = "e", .digest = "00000000000000ff"};
        maker_.make(article_, terms_);
    }

    [[nodiscard]] std::map<std::string, Occurrence> words() const {
        std::map<std::string, Occurrence> words;
        for (const auto& occurrence : terms_.occurrences)
            words[occurrence.word->term] = occurrence;
        return words;
    }

    [[nodiscard]] std::string field(const char* word) const {
        return std::string(ArticleTerms::field_prefixes()[words().at(word).field]);
    }

    Analyzer analyzer_;
    ArticleTermsMaker maker_{analyzer_};
    Article article_;
    ArticleTerms terms_;
};

TEST_F(TermsOfArticle, CoverEveryText) {
    const auto found = words();
    for (const char* word : {"harbour", "falk", "ferries", "market", "shipping"}) {
        EXPECT_TRUE(found.contains(word)) << word;
    }
}

TEST_F(TermsOfArticle, TellFieldsApart) {
    EXPECT_EQ(field("harbour"), "S");
    EXPECT_EQ(field("falk"), "A");
    EXPECT_EQ(field("ferries"), "");
}

TEST_F(TermsOfArticle, LetTheHeadlineWeighMore) {
    EXPECT_GT(words().at("harbour").weight, words().at("ferries").weight);
}

TEST_F(TermsOfArticle, NumberPositionsFromOneWithGapsBetweenTexts) {
    const auto found = words();
    EXPECT_EQ(found.at("harbour").position, 1U);
    EXPECT_EQ(found.at("reopens").position, 2U);
    EXPECT_EQ(found.at("again").position - found.at("ferries").position, 2U);
    EXPECT_EQ(found.at("the").position - found.at("again").position, kTextGap + 1);
    for (std::size_t i = 1; i < terms_.occurrences.size(); ++i) {
        EXPECT_LE(terms_.occurrences[i - 1].position, terms_.occurrences[i].position);
    }
}

TEST_F(TermsOfArticle, HoldWhatIsAskedForExactly) {
    EXPECT_THAT(
        terms_.exact_terms,
        IsSupersetOf(
            {"Qw-1",
             "Hostmark gazette",
             "Hgazette.example",
             "Len",
             "Kshipping",
             "D20190430",
             "M201904",
             "Y2019"}
        )
    );
    EXPECT_TRUE(std::is_sorted(terms_.exact_terms.begin(), terms_.exact_terms.end()));
}

TEST_F(TermsOfArticle, HoldDateIdAndDigestInTheirSlots) {
    ASSERT_EQ(terms_.values.size(), 3U);
    EXPECT_EQ(terms_.values[0], std::pair(0U, std::string("20190430")));
    EXPECT_EQ(terms_.values[1], std::pair(1U, std::string("w-1")));
    EXPECT_EQ(terms_.values[2], std::pair(2U, std::string("\0\0\0\0\0\0\0\xFF", 8)));
}

TEST_F(TermsOfArticle, StoreTheArticle) {
    EXPECT_EQ(parse_article_json(terms_.data), article_);
}

TEST_F(TermsOfArticle, LeaveNoDateWhereNoneIsKnown) {
    article_.published.reset();
    maker_.make(article_, terms_);
    EXPECT_EQ(terms_.values[0].first, 1U);
    EXPECT_THAT(terms_.exact_terms, Not(Contains(::testing::StartsWith("Y"))));
}

TEST_F(TermsOfArticle, KeepNothingOfTheArticleBefore) {
    Article other;
    other.id = "w-2";
    other.headline = "Storm";
    maker_.make(other, terms_);
    EXPECT_EQ(terms_.occurrences.size(), 1U);
    EXPECT_THAT(terms_.exact_terms, Not(Contains("Qw-1")));
}

}  // namespace
}  // namespace broadsheet
