#include <cmath>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/searcher.h"
#include "tests/searcher/test_index.h"

namespace broadsheet {
namespace {

using testing::ids;
using ::testing::IsEmpty;
using testing::make_article;
using testing::TestIndex;
using ::testing::UnorderedElementsAre;

Article two_paragraphs(std::string_view id, std::string_view first, std::string_view second) {
    Article article = make_article(id, "Bulletin", first);
    article.paragraphs.emplace_back(second);
    return article;
}

class TextChecks : public ::testing::Test {
protected:
    TextChecks()
        : index_(
              {{two_paragraphs("apart", "The ferry left.", "A lighthouse was lit."),
                two_paragraphs("sentences", "The ferry left. A lighthouse was lit.", "Rain fell."),
                two_paragraphs(
                    "together", "Rain fell.", "From the ferries a lighthouse was seen."
                )},
               {two_paragraphs(
                    "initials", "The ferry of J. Marlow passed the lighthouse.", "Rain."
                ),
                two_paragraphs(
                    "far", "The ferry" + many_words(300) + " reached the lighthouse.", "Rain."
                ),
                two_paragraphs("only", "The ferry left.", "The ferry came back.")}}
          ),
          searcher_(index_.path()) {}

    static std::string many_words(int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += " and then";
        return text;
    }

    std::vector<std::string> found(std::string_view text) {
        return ids(searcher_.search({.text = std::string(text)}));
    }

    TestIndex index_;
    Searcher searcher_;
};

TEST_F(TextChecks, SameSentenceIsWithinOneSentence) {
    EXPECT_THAT(
        found("ferry SAME/s lighthouse"), UnorderedElementsAre("together", "initials", "far")
    );
    EXPECT_THAT(found("lighthouse /s \"the ferry\""), UnorderedElementsAre("initials", "far"));
    EXPECT_THAT(
        found("ferr* SAME/s =lighthouse"), UnorderedElementsAre("together", "initials", "far")
    );
}

TEST_F(TextChecks, SameParagraphIsWithinOneText) {
    EXPECT_THAT(
        found("ferry SAME/p lighthouse"),
        UnorderedElementsAre("sentences", "together", "initials", "far")
    );
    EXPECT_THAT(found("bulletin SAME/p ferry"), IsEmpty());
}

TEST_F(TextChecks, OperandsMayBeAlternativesAndGroups) {
    EXPECT_THAT(
        found("(ferry OR rain) SAME/s (lighthouse OR fell)"),
        UnorderedElementsAre("together", "initials", "far", "sentences")
    );
    EXPECT_THAT(found("(ferry AND j) SAME/s lighthouse"), UnorderedElementsAre("initials"));
    EXPECT_THAT(found("ferry NEAR/3 marlow SAME/s lighthouse"), UnorderedElementsAre("initials"));
}

TEST_F(TextChecks, CombineWithTheRestOfAQuery) {
    EXPECT_THAT(
        found("ferry -(ferry SAME/s lighthouse)"),
        UnorderedElementsAre("apart", "sentences", "only")
    );
    EXPECT_THAT(found("marlow OR ferry SAME/s seen"), UnorderedElementsAre("initials", "together"));
    EXPECT_EQ(searcher_.count({.text = "ferry SAME/s lighthouse"}), 3U);
}

TEST(Printed, CountsLetterCaseAndAccents) {
    const TestIndex index(
        {{make_article("accent", "Vote", "Mr. Guaid\u00F3n\u2019s vote was close."),
          make_article("plain", "Vote", "Mr. Guaidon lost."),
          make_article("decomposed", "Vote", "Mr. Guaido\u0301n won."),
          make_article("capitals", "GUAID\u00D3N", "A vote.")}}
    );
    Searcher searcher(index.path());
    const auto found = [&](const char* text) { return ids(searcher.search({.text = text})); };
    EXPECT_EQ(found("Guaidon").size(), 4U);
    EXPECT_THAT(found("=\"Guaid\u00F3n\""), UnorderedElementsAre("accent", "decomposed"));
    EXPECT_THAT(found("=Guaidon"), UnorderedElementsAre("plain"));
    EXPECT_THAT(found("title:=GUAID\u00D3N"), UnorderedElementsAre("capitals"));
    EXPECT_THAT(found("=\"Mr. Guaid\u00F3n\""), UnorderedElementsAre("accent", "decomposed"));
    EXPECT_THAT(
        found("vote =guaidon"), UnorderedElementsAre("accent", "plain", "decomposed", "capitals")
    );
    EXPECT_THAT(found("+=guaidon"), IsEmpty());
}

TEST(Printed, SeesThroughLineBreaksAndHiddenCharacters) {
    const TestIndex index(
        {{make_article("break", "Vote", "The Port\nLevant vote."),
          make_article("soft", "Vote", "The Port Le\u00ADvant vote."),
          make_article("lower", "Vote", "The port levant vote."),
          make_article("dunes", "Vote", "O\u2019Dune spoke.")}}
    );
    Searcher searcher(index.path());
    const auto found = [&](const char* text) { return ids(searcher.search({.text = text})); };
    EXPECT_THAT(found("=\"Port Levant\""), UnorderedElementsAre("break", "soft"));
    EXPECT_THAT(found("=O'Dune"), UnorderedElementsAre("dunes"));
}

TEST(Phrase, FindsAWordInsideThatIsPrintedWithAHyphen) {
    const TestIndex index(
        {{make_article("hyphen", "Desk", "Please send e-mail now to the desk."),
          make_article("joined", "Desk", "Please send email now to the desk."),
          make_article("other", "Desk", "Please send mail now to the desk.")}}
    );
    Searcher searcher(index.path());
    const auto found = [&](const char* text) { return ids(searcher.search({.text = text})); };
    EXPECT_THAT(found("\"send email now\""), UnorderedElementsAre("hyphen", "joined"));
    EXPECT_THAT(found("\"send e-mail now\""), UnorderedElementsAre("hyphen", "joined"));
    EXPECT_THAT(found("\"email now\""), UnorderedElementsAre("hyphen", "joined"));
}

TEST(QueryTree, FindsWithoutText) {
    const TestIndex index(
        {{make_article("storm", "Storm", "The storm hit the harbour."),
          make_article("calm", "Calm", "The harbour was calm."),
          make_article("mixed", "Storm", "Calm came behind the storm.")}}
    );
    Searcher searcher(index.path());
    const QueryNode tree = without(any_of({word("harbour"), word("calm")}), phrase("hit the"));
    EXPECT_THAT(ids(searcher.search({.tree = tree})), UnorderedElementsAre("calm", "mixed"));
    EXPECT_EQ(to_text(tree), "(harbour OR calm) AND -\"hit the\"");
    EXPECT_THAT(
        ids(searcher.search({.text = to_text(tree)})), UnorderedElementsAre("calm", "mixed")
    );
    EXPECT_THAT(
        ids(searcher.search({.tree = in_sentence({word("storm"), word("calm")})})),
        UnorderedElementsAre("mixed")
    );
    EXPECT_THAT(
        ids(searcher.search({.tree = near({word("storm"), word("harbour")}, 2)})),
        UnorderedElementsAre("storm")
    );
}

TEST(QueryTree, RefusesOneThatIsTooDeep) {
    QueryNode tree = word("storm");
    for (int depth = 0; depth < 3000; ++depth) {
        QueryNode outer = {.kind = QueryKind::require};
        outer.children.push_back(std::move(tree));
        tree = std::move(outer);
    }
    EXPECT_THROW((void)to_text(tree), Error);
}

TEST(QueryTree, RefusesWhatNoQueryCouldMean) {
    const TestIndex index({{make_article("storm", "Storm", "The storm hit the harbour.")}});
    Searcher searcher(index.path());
    QueryNode heavy = word("storm");
    heavy.weight = std::nan("");
    QueryNode far = near({word("storm"), word("harbour")}, 1);
    far.number = kQueryDistanceMax + 1;
    const std::vector<QueryNode> wrong = {
        value("colour", "red"),
        value("", "red"),
        value("headline", "Storm"),
        word("storm", "colour"),
        word("storm", "date"),
        {.kind = QueryKind::wildcard, .text = "*orm", .field = "tag"},
        {.kind = QueryKind::wildcard, .field = "tag"},
        {.kind = QueryKind::exclude},
        {.kind = QueryKind::require, .children = {word("storm"), word("calm")}},
        {.kind = static_cast<QueryKind>(99)},
        heavy,
        far};
    for (const QueryNode& tree : wrong) {
        EXPECT_THROW((void)searcher.search({.tree = tree}), Error) << to_text(tree);
        EXPECT_THROW((void)searcher.count({.tree = all_of({word("storm"), tree})}), Error);
    }
}

TEST(StrictQuery, RefusesAMistakeThatIsOtherwiseRead) {
    const TestIndex index({{make_article("storm", "Storm", "The storm hit the harbour.")}});
    Searcher searcher(index.path());
    const Results results = searcher.search({.text = "titel:storm"});
    EXPECT_THAT(ids(results), UnorderedElementsAre("storm"));
    ASSERT_EQ(results.mistakes.size(), 1U);
    EXPECT_EQ(results.mistakes.front().instead, "title");
    EXPECT_THROW((void)searcher.search({.text = "titel:storm", .strict = true}), Error);
    EXPECT_THAT(
        ids(searcher.search({.text = "title:storm", .strict = true})), UnorderedElementsAre("storm")
    );
}

}  // namespace
}  // namespace broadsheet
