#include "common/text/acronyms.h"

#include <gtest/gtest.h>

#include "tests/common/text/found_by.h"

namespace broadsheet {
namespace {

using testing::describe_tokens;

TEST(Acronyms, KeepTheirPointsOnlyWhereTheyWouldBeAWord) {
    EXPECT_EQ(acronym_term("us"), "u.s");
    EXPECT_EQ(acronym_term("usa"), "u.s");
    EXPECT_EQ(acronym_term("nato"), "nato");
}

TEST(Acronyms, AreOfferedForWordsInSmallLetters) {
    EXPECT_EQ(acronym_reading("us"), "u.s");
    EXPECT_EQ(acronym_reading("who"), "w.h.o");
    EXPECT_EQ(acronym_reading("coup"), "");
}

TEST(Acronyms, AreOneWordAtOnePosition) {
    EXPECT_EQ(
        describe_tokens("N.A.T.O. and U. S.", ""),
        "0-8@0 nato/nato, 9-12@1 and/and, 13-18@2 u.s/u.s"
    );
}

TEST(Acronyms, AreReadBothWaysAmongCapitals) {
    EXPECT_EQ(describe_tokens("LET US", ""), "0-3@0 let/let, 4-6@1 u.s/u.s, 4-6@1 us/us");
    EXPECT_EQ(describe_tokens("Let US", ""), "0-3@0 let/let, 4-6@1 u.s/u.s");
}

}  // namespace
}  // namespace broadsheet
