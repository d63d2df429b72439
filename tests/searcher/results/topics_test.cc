#include "searcher/results/topics.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Topics, AreNamedByTheirLine) {
    const Topics read = read_topics("\xEF\xBB\xBFharbour strike\r\n\n  \n lanterns \nlast");
    EXPECT_THAT(
        read.topics,
        ElementsAre(Topic{"1", "harbour strike"}, Topic{"4", "lanterns"}, Topic{"5", "last"})
    );
    EXPECT_THAT(read.complaints, IsEmpty());
}

TEST(Topics, TakeTheNameBeforeATab) {
    const Topics read = read_topics("q7\tharbour \"old strike\"\nq8\ta\tb\n");
    EXPECT_THAT(
        read.topics, ElementsAre(Topic{"q7", "harbour \"old strike\""}, Topic{"q8", "a b"})
    );
}

TEST(Topics, LeaveOutWhatIsNoQueryAndSayWhere) {
    const Topics read = read_topics("a\tone\n\ttwo\nb\t \na\tthree\nc\tfour");
    EXPECT_THAT(read.topics, ElementsAre(Topic{"a", "one"}, Topic{"c", "four"}));
    EXPECT_THAT(
        read.complaints,
        ElementsAre(
            "line 2 has no name for its query: left out",
            "line 3 has no query: left out",
            "line 4 has the name 'a', which is taken: left out"
        )
    );
}

TEST(Topics, AreReadAsTrecWritesThem) {
    const Topics read = read_topics(
        "\n<top>\n<num> Number: 301\n<title> Topic: harbour\n  strikes\n\n<desc> Description:\n"
        "Which?\n</top>\n<top>\n<num>302</num><title>lanterns</title>\n</top>\n"
        "<top><num>303</top>\n<top><title>nameless</title>"
    );
    EXPECT_THAT(
        read.topics, ElementsAre(Topic{"301", "harbour   strikes"}, Topic{"302", "lanterns"})
    );
    EXPECT_THAT(
        read.complaints,
        ElementsAre("topic 3 has no query: left out", "topic 4 has no name for its query: left out")
    );
}

TEST(Topics, OfNothingAreNone) {
    EXPECT_THAT(read_topics("").topics, IsEmpty());
    EXPECT_THAT(read_topics("\n\n").complaints, IsEmpty());
}

}  // namespace
}  // namespace broadsheet
