#include "searcher/snippet/phrase_finder.h"

#include <algorithm>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {

void PrintTo(const PhraseRun& run, std::ostream* out) {
    *out << run.first_token << "-" << run.last_token;
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Events of a text of which each character is a word: slot i is the i-th letter of `letters`.
std::vector<SlotEvent> events_of(std::string_view text, std::string_view letters) {
    std::vector<SlotEvent> events;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        for (std::uint32_t slot = 0; slot < letters.size(); ++slot) {
            if (text[i] == letters[slot]) events.push_back({i, slot, i});
        }
    }
    return events;
}

// The same with one slot for each different letter.
struct Kinds {
    std::string letters;
    std::vector<std::uint32_t> needed;
};

Kinds kinds_of(std::string_view letters) {
    Kinds kinds;
    for (const char letter : letters) {
        const std::size_t kind = kinds.letters.find(letter);
        if (kind == std::string::npos) {
            kinds.letters += letter;
            kinds.needed.push_back(1);
        } else {
            ++kinds.needed[kind];
        }
    }
    return kinds;
}

// Tries every choice of one position for each slot.
std::set<std::uint32_t> tried_out(
    std::string_view text, std::string_view letters, std::uint32_t window, bool ordered
) {
    std::set<std::uint32_t> taking_part;
    std::vector<std::uint32_t> chosen;
    const std::function<void()> choose = [&] {
        if (chosen.size() == letters.size()) {
            const auto [least, most] = std::ranges::minmax(chosen);
            if (most - least <= window) taking_part.insert(chosen.begin(), chosen.end());
            return;
        }
        for (std::uint32_t i = 0; i < text.size(); ++i) {
            const bool taken = std::ranges::find(chosen, i) != chosen.end();
            const bool rises = chosen.empty() || i > chosen.back();
            if (text[i] != letters[chosen.size()] || taken || (ordered && !rises)) continue;
            chosen.push_back(i);
            choose();
            chosen.pop_back();
        }
    };
    choose();
    return taking_part;
}

TEST(ExactPhrases, StandAtConsecutivePositions) {
    EXPECT_THAT(exact_phrases(events_of("xabcx", "abc"), 3), ElementsAre(PhraseRun{1, 3}));
    EXPECT_THAT(exact_phrases(events_of("abxc", "abc"), 3), IsEmpty());
    EXPECT_THAT(exact_phrases(events_of("cba", "abc"), 3), IsEmpty());
}

TEST(ExactPhrases, AreAllFound) {
    EXPECT_THAT(
        exact_phrases(events_of("ababa", "aba"), 3), ElementsAre(PhraseRun{0, 2}, PhraseRun{2, 4})
    );
    EXPECT_THAT(
        exact_phrases(events_of("aaa", "aa"), 2), ElementsAre(PhraseRun{0, 1}, PhraseRun{1, 2})
    );
}

TEST(ExactPhrases, OfOneSlotAreItsTokens) {
    EXPECT_THAT(
        exact_phrases(events_of("axa", "a"), 1), ElementsAre(PhraseRun{0, 0}, PhraseRun{2, 2})
    );
}

TEST(OrderedNear, AllowsSlop) {
    EXPECT_THAT(ordered_near(events_of("axb", "ab"), 2, 2), ElementsAre(0, 2));
    EXPECT_THAT(ordered_near(events_of("axxb", "ab"), 2, 2), IsEmpty());
    EXPECT_THAT(ordered_near(events_of("ba", "ab"), 2, 9), IsEmpty());
}

TEST(UnorderedNear, TakesAnyOrderWithinItsWindowOnly) {
    const Kinds kinds = kinds_of("ab");
    EXPECT_THAT(unordered_near(events_of("bxa", "ab"), kinds.needed, 2), ElementsAre(0, 2));
    EXPECT_THAT(unordered_near(events_of("axxxb", "ab"), kinds.needed, 2), IsEmpty());
    EXPECT_THAT(unordered_near(events_of("abxxxxa", "ab"), kinds.needed, 2), ElementsAre(0, 1));
}

TEST(UnorderedNear, NeedsAWordTwiceWhereItIsAskedForTwice) {
    const Kinds kinds = kinds_of("aa");
    EXPECT_THAT(unordered_near(events_of("axxx", kinds.letters), kinds.needed, 3), IsEmpty());
    EXPECT_THAT(
        unordered_near(events_of("axxa", kinds.letters), kinds.needed, 3), ElementsAre(0, 3)
    );
}

TEST(PhraseFinder, AgreesWithTryingOutEveryChoice) {
    std::mt19937 random(20190430);
    const auto letters = [&random](std::size_t least, std::size_t most) {
        std::string text(least + random() % (most - least + 1), ' ');
        for (char& c : text)
            c = static_cast<char>('a' + random() % 4);
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        const std::string text = letters(0, 14);
        const std::string phrase = letters(1, 3);
        const auto slots = static_cast<std::uint32_t>(phrase.size());
        const std::uint32_t window = slots - 1 + random() % 4;
        SCOPED_TRACE(text + " for " + phrase + " within " + std::to_string(window));

        const auto ordered = ordered_near(events_of(text, phrase), slots, window);
        EXPECT_THAT(ordered, ::testing::ElementsAreArray(tried_out(text, phrase, window, true)));

        const Kinds kinds = kinds_of(phrase);
        const auto near = unordered_near(events_of(text, kinds.letters), kinds.needed, window);
        EXPECT_THAT(near, ::testing::ElementsAreArray(tried_out(text, phrase, window, false)));

        std::set<std::uint32_t> exact;
        for (const PhraseRun& run : exact_phrases(events_of(text, phrase), slots)) {
            for (std::uint32_t token = run.first_token; token <= run.last_token; ++token)
                exact.insert(token);
        }
        EXPECT_EQ(exact, tried_out(text, phrase, slots - 1, true));
    }
}

}  // namespace
}  // namespace broadsheet
