#include "searcher/snippet/target_matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/snippet/toy_text.h"

namespace broadsheet {

void PrintTo(const Match& match, std::ostream* out) {
    *out << match.begin << "-" << match.end << " target " << match.target;
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::ToyText;

// What is marked, as printed, one string for each match.
std::vector<std::string> marked(
    const MatchTargets& targets, std::string_view text, std::string_view field_prefix = {}
) {
    TargetMatcher matcher(targets);
    std::vector<Match> matches;
    matcher.find(ToyText(text).tokens(), field_prefix, matches);
    std::vector<std::string> printed;
    for (const Match& match : matches)
        printed.emplace_back(text.substr(match.begin, match.end - match.begin));
    return printed;
}

MatchTargets words(std::vector<MatchTargets::Word> list) {
    MatchTargets targets;
    targets.words = std::move(list);
    return targets;
}

MatchTargets phrase(MatchTargets::Phrase one) {
    MatchTargets targets;
    targets.phrases = {std::move(one)};
    return targets;
}

TEST(TargetMatcher, MarksWordsByTermAndByStem) {
    EXPECT_THAT(
        marked(words({{.terms = {"oil"}, .stems = {"price"}}}), "the oil price-s of oils"),
        ElementsAre("oil", "price-s")
    );
}

TEST(TargetMatcher, MarksAWordFoundByBothOnce) {
    EXPECT_THAT(marked(words({{.terms = {"oil"}, .stems = {"oil"}}}), "oil"), ElementsAre("oil"));
}

TEST(TargetMatcher, KeepsFieldsApart) {
    const auto targets = words({{.terms = {"oil"}, .stems = {}, .field_prefix = "S"}});
    EXPECT_THAT(marked(targets, "oil", "S"), ElementsAre("oil"));
    EXPECT_THAT(marked(targets, "oil", "A"), IsEmpty());
    EXPECT_THAT(marked(targets, "oil"), IsEmpty());
}

TEST(TargetMatcher, MarksAnExactPhraseAsOne) {
    const auto targets = phrase({.slots = {{"armed"}, {"forces", "force"}}});
    EXPECT_THAT(
        marked(targets, "armed men armed forces forces and armed force"),
        ElementsAre("armed forces", "armed force")
    );
}

TEST(TargetMatcher, KeepsPhrasesInTheirField) {
    const auto targets = phrase({.slots = {{"armed"}, {"forces"}}, .field_prefix = "S"});
    EXPECT_THAT(marked(targets, "armed forces", "S"), ElementsAre("armed forces"));
    EXPECT_THAT(marked(targets, "armed forces"), IsEmpty());
}

TEST(TargetMatcher, MarksTheWordsOfALoosePhraseWhereTheyStand) {
    const auto targets = phrase({.slots = {{"bank"}, {"of"}, {"larch"}}, .slop = 2});
    EXPECT_THAT(
        marked(targets, "bank of old larch and larch bank"), ElementsAre("bank of", "larch")
    );
}

TEST(TargetMatcher, MarksNearOnlyWithinItsWindow) {
    const auto targets = phrase({.slots = {{"oil"}, {"strike"}}, .slop = 2, .ordered = false});
    EXPECT_THAT(
        marked(targets, "strike over oil x x x x x oil x x x x strike"),
        ElementsAre("strike", "oil")
    );
}

TEST(TargetMatcher, MarksWordsByTheirBeginning) {
    MatchTargets targets;
    targets.prefixes = {{.prefix = "vene"}};
    EXPECT_THAT(marked(targets, "venezuela veneer ven vines"), ElementsAre("venezuela", "veneer"));
}

TEST(TargetMatcher, ForgetsAPhraseBegunInTheTextBefore) {
    const auto targets = phrase({.slots = {{"armed"}, {"forces"}}});
    TargetMatcher matcher(targets);
    std::vector<Match> matches;
    matcher.find(ToyText("the armed", 0).tokens(), {}, matches);
    matcher.find(ToyText("forces came", 2).tokens(), {}, matches);
    EXPECT_THAT(matches, IsEmpty());
}

TEST(TargetMatcher, NumbersTargetsByKind) {
    MatchTargets targets = words({{.terms = {"a"}, .stems = {}, .weight = 3}});
    targets.phrases = {{.slots = {{"b"}}, .weight = 2}};
    targets.prefixes = {{.prefix = "c", .field_prefix = "S", .weight = 1}};
    TargetMatcher matcher(targets);
    EXPECT_EQ(matcher.target_count(), 3U);
    EXPECT_EQ(matcher.fieldless_targets(), 2U);
    EXPECT_EQ(matcher.weight(1), 2);
    std::vector<Match> matches;
    matcher.find(ToyText("cc b a").tokens(), "S", matches);
    EXPECT_THAT(matches, ElementsAre(Match{0, 2, 2}, Match{3, 4, 1}, Match{5, 6, 0}));
}

TEST(TargetMatcher, FindsNothingForNoTargets) {
    EXPECT_THAT(marked({}, "any text"), IsEmpty());
    EXPECT_THAT(marked(words({{.terms = {""}, .stems = {""}}}), "any text"), IsEmpty());
    EXPECT_THAT(marked(phrase({.slots = {}}), "any text"), IsEmpty());
}

}  // namespace
}  // namespace broadsheet
