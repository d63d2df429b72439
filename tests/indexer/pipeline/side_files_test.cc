#include "indexer/pipeline/side_files.h"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

using std::string_literals::operator""s;

TEST(SideFiles, KnowPicturesByTheirFirstBytes) {
    EXPECT_EQ(judge_binary("a", "\x89PNG\r\n\x1a\n").kind, ProblemKind::not_article);
    EXPECT_EQ(judge_binary("a", "\xFF\xD8\xFF\xE0").kind, ProblemKind::not_article);
}

TEST(SideFiles, SayHowToGetTheTextOutOfOthers) {
    EXPECT_NE(judge_binary("a", "%PDF-1.4").reason.find("pdftotext"), std::string::npos);
    EXPECT_NE(judge_binary("a.parquet", "PAR1\x15\4").reason.find("CSV"), std::string::npos);
}

TEST(SideFiles, KnowFilmsByTheirNameWhateverItsLetterCase) {
    EXPECT_EQ(judge_binary("clips/A.MP4", "\0\1"s).kind, ProblemKind::not_article);
}

TEST(SideFiles, CallWhatNobodyKnowsUnreadable) {
    EXPECT_EQ(judge_binary("wire.txt", "\0\1\2\3"s).kind, ProblemKind::unreadable);
    EXPECT_EQ(judge_binary("", "").kind, ProblemKind::unreadable);
}

}  // namespace
}  // namespace broadsheet
