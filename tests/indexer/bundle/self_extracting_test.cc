// Archives behind a program that would unpack them. The program is never started.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/bundle/bundle_fixtures.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::vector<PackedFile> kFiles = {{"fog.txt", "Fog closes the harbour."}};

// Begins like a program for Windows, and has the marks of archives in it by accident.
std::string windows_program() {
    return "MZ" + std::string(70'000, '\0') + "PK\x03\x04 is a zip" + std::string(1'000, 'x');
}

CollectingVisitor read_bytes(const std::string& name, const std::string& bytes) {
    const TempDirectory folder;
    return read_all(folder.write(name, bytes));
}

class SelfExtracting : public ::testing::TestWithParam<ArchiveKind> {};

TEST_P(SelfExtracting, IsReadBehindItsProgram) {
    const std::string archive = archive_of(GetParam(), kFiles);
    for (const std::string& program :
         {windows_program(),
          "\x7f"
          "ELF" +
              std::string(20'000, '\1')}) {
        const CollectingVisitor found = read_bytes("fog.exe", program + archive);
        ASSERT_THAT(found.entries, SizeIs(1));
        EXPECT_EQ(found.entries[0].name, "fog.txt");
        EXPECT_EQ(found.entries[0].content, "Fog closes the harbour.");
        EXPECT_THAT(found.problems, IsEmpty());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Kinds,
    SelfExtracting,
    ::testing::Values(ArchiveKind::zip, ArchiveKind::zip_stored, ArchiveKind::seven_zip)
);

TEST(SelfExtractingScript, IsReadBehindItsLines) {
    const std::string script = "#!/bin/sh\ntail -n +4 \"$0\" | tar xz\nexit\n";
    for (const CompressionKind kind :
         {CompressionKind::gzip, CompressionKind::bzip2, CompressionKind::xz}) {
        const CollectingVisitor found =
            read_bytes("fog.run", script + archive_of(ArchiveKind::tar, kFiles, kind));
        ASSERT_THAT(found.entries, SizeIs(1));
        EXPECT_EQ(found.entries[0].content, "Fog closes the harbour.");
    }
}

TEST(SelfExtracting, ProgramsWithoutAnArchiveStayEntries) {
    for (const std::string& bytes : {windows_program(), std::string("#!/bin/sh\necho fog\n")}) {
        const CollectingVisitor found = read_bytes("fog", bytes);
        ASSERT_THAT(found.entries, SizeIs(1));
        EXPECT_EQ(found.entries[0].content, bytes);
    }
}

}  // namespace
}  // namespace broadsheet::testing
