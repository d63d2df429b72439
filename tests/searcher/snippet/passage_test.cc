#include "searcher/snippet/passage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/utf8.h"
#include "tests/searcher/snippet/toy_text.h"

namespace broadsheet {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::ToyText;

MatchTargets words(const std::vector<std::string>& terms) {
    MatchTargets targets;
    for (const std::string& term : terms)
        targets.words.push_back({.terms = {term}, .stems = {}});
    return targets;
}

// The passage as text: pieces parted by " | ", "…" where a sentence is cut.
std::string passage(
    const std::vector<std::string>& paragraphs, const MatchTargets& targets, std::size_t length
) {
    TargetMatcher matcher(targets);
    MatchedText text{paragraphs, {}, "en"};
    for (const std::string& paragraph : paragraphs) {
        text.matches.emplace_back();
        matcher.find(ToyText(paragraph).tokens(), {}, text.matches.back());
    }
    std::string shown;
    for (const Piece& piece : best_passage(text, matcher, length)) {
        if (!shown.empty()) shown += " | ";
        if (piece.cut_before) shown += "\u2026";
        shown += paragraphs[piece.paragraph].substr(piece.begin, piece.end - piece.begin);
        if (piece.cut_after) shown += "\u2026";
    }
    return shown;
}

TEST(Passage, IsTheSentenceThatHoldsTheWord) {
    EXPECT_EQ(
        passage({"One came first. Two had the key with it. Three came last."}, words({"key"}), 24),
        "Two had the key with it."
    );
}

TEST(Passage, PrefersTheMostOfTheQuery) {
    EXPECT_EQ(
        passage(
            {"The oil was here.", "The price was there.", "The oil and the price met."},
            words({"oil", "price"}),
            26
        ),
        "The oil and the price met."
    );
}

TEST(Passage, PrefersRareWordsToCommonOnes) {
    MatchTargets targets = words({"city", "guaido"});
    targets.words[0].weight = 1;
    targets.words[1].weight = 8;
    EXPECT_EQ(
        passage({"The city was calm at noon.", "Then guaido came to town."}, targets, 26),
        "Then guaido came to town."
    );
}

TEST(Passage, PrefersWordsThatStandClose) {
    EXPECT_EQ(
        passage(
            {"Red sails went out and later a blue boat.",
             "Tall red blue flags on the old harbour."},
            words({"red", "blue"}),
            42
        ),
        "Tall red blue flags on the old harbour."
    );
}

TEST(Passage, PrefersTheEarlierOfEquals) {
    EXPECT_EQ(
        passage({"Nothing to see.", "The key one.", "The key two."}, words({"key"}), 14),
        "The key one."
    );
}

TEST(Passage, IsFilledWithWholeSentences) {
    EXPECT_EQ(
        passage({"Zero. One had the key. Two.", "Three. Four."}, words({"key"}), 31),
        "One had the key. Two. | Three."
    );
    EXPECT_EQ(passage({"Zero. One had the key."}, words({"key"}), 40), "Zero. One had the key.");
}

TEST(Passage, JoinsSentencesOfTwoParagraphsForTheirWords) {
    EXPECT_EQ(
        passage(
            {"Far away.", "Only the oil here.", "Then the price rose.", "The oil again."},
            words({"oil", "price"}),
            40
        ),
        "Only the oil here. | Then the price rose."
    );
}

TEST(Passage, IsTheBeginningWhereNothingMatches) {
    EXPECT_EQ(passage({"First one. Second one. Third one."}, {}, 25), "First one. Second one.");
    EXPECT_EQ(
        passage({"This first sentence is far too long to be shown."}, {}, 22),
        "This first sentence is\u2026"
    );
}

TEST(Passage, OfNoTextIsNothing) {
    EXPECT_EQ(passage({}, words({"key"}), 100), "");
    EXPECT_EQ(passage({"  "}, words({"key"}), 100), "");
}

TEST(Passage, BecomesTwoForWordsThatStandFarApart) {
    const std::string filler(200, 'x');
    const std::string near = "The oil was found on a Monday by two brothers.";
    const std::string far = "Years later the price of it was what they quarrelled about.";
    EXPECT_EQ(passage({near, filler, far}, words({"oil", "price"}), 130), near + " | " + far);
    EXPECT_EQ(passage({far, filler, near}, words({"oil", "price"}), 130), far + " | " + near);
    EXPECT_THAT(
        passage({near, filler, far}, words({"oil", "zeppelin"}), 130), Not(HasSubstr("price"))
    );
}

TEST(Passage, StaysOneForAWordOfLittleWeight) {
    MatchTargets targets = words({"the", "guaido"});
    targets.words[0].weight = 0.1;
    targets.words[1].weight = 5;
    EXPECT_THAT(
        passage({"So guaido came.", std::string(200, 'x'), "It was the end."}, targets, 130),
        Not(HasSubstr("the end"))
    );
}

TEST(Passage, CutsALongSentenceBetweenWords) {
    const std::string sentence =
        "The committee of the harbour, which had met on many evenings in the old customs house "
        "without any result, found the key under the carpet of the chairman and then went home.";
    const std::string shown = passage({sentence}, words({"key"}), 60);
    EXPECT_THAT(shown, HasSubstr(" the key under "));
    EXPECT_THAT(shown, ::testing::StartsWith("\u2026"));
    EXPECT_THAT(shown, EndsWith("\u2026"));
    EXPECT_LE(utf8_length(shown), 62U);
    const std::string inside = shown.substr(3, shown.size() - 6);
    EXPECT_THAT(" " + sentence + " ", HasSubstr(" " + inside + " "));
}

TEST(Passage, DropsTheCommaAtACut) {
    EXPECT_EQ(passage({"First of all, there came a long silence."}, {}, 14), "First of all\u2026");
}

TEST(Passage, BeginsALongSentenceAtItsBeginningWhereThatHoldsAll) {
    EXPECT_EQ(
        passage(
            {"The key was found by a child who played near the harbour wall."}, words({"key"}), 30
        ),
        "The key was found by a child\u2026"
    );
}

TEST(Passage, NeverCutsAMatch) {
    MatchTargets targets;
    targets.phrases = {{.slots = {{"harbour"}, {"master"}}}};
    for (std::size_t length = 1; length < 80; ++length) {
        const std::string shown = passage(
            {"They said the old harbour master had gone to sea again without a word"},
            targets,
            length
        );
        EXPECT_THAT(shown, HasSubstr("harbour master")) << length;
    }
}

TEST(Passage, CutsTextWithoutBlanksBetweenCharacters) {
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "\u65b0";
    const std::string shown = passage({text}, {}, 10);
    EXPECT_EQ(utf8_length(shown), 11U);
    EXPECT_TRUE(is_utf8(shown));
}

TEST(Passage, StaysNearItsLengthWhateverTheText) {
    for (std::size_t length = 20; length < 300; length += 7) {
        const std::string shown = passage(
            {"A word. Another key stands here, as it does. So it goes on and on.",
             "And one more key in a second paragraph, which is somewhat longer than the first. "
             "Yes."},
            words({"key"}),
            length
        );
        EXPECT_LE(utf8_length(shown), length + 4) << length;
        EXPECT_THAT(shown, HasSubstr("key"));
        EXPECT_THAT(shown, Not(HasSubstr("\u2026\u2026")));
    }
}

}  // namespace
}  // namespace broadsheet
