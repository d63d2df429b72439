#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "broadsheet/error.h"
#include "indexer/bundle/reading.h"
#include "tests/indexer/bundle/bundle_fixtures.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(OptionalContainers, AreSkippedWithAWordOnHowToReadThem) {
    constexpr std::string_view kRar("Rar!\x1a\x07\x01\x00 and so on", 18);
    const CollectingVisitor read = read_as(
        "b.tar", archive_of(ArchiveKind::tar, {{"in.rar", std::string(kRar)}, {"ok", "x"}})
    );
    EXPECT_THAT(read.names(), ElementsAre("ok"));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::not_enabled);
    EXPECT_EQ(read.problems[0].entry, "in.rar");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("--containers rar5"));
}

TEST(OptionalContainers, AreReadWhenAskedFor) {
    const std::array cases{
        std::pair{ArchiveKind::iso, "iso"},
        std::pair{ArchiveKind::xar, "xar"},
    };
    for (const auto& [kind, name] : cases) {
        const std::string bytes = archive_of(kind, three_files());
        const CollectingVisitor off = read_as("b.img", bytes);
        EXPECT_THAT(off.entries, IsEmpty());
        ASSERT_THAT(off.problems, SizeIs(1)) << name;
        EXPECT_EQ(off.problems[0].kind, ProblemKind::not_enabled);
        EXPECT_THAT(off.problems[0].reason, HasSubstr(std::string("--containers ") + name));

        const CollectingVisitor on = read_as("b.img", bytes, {.containers = {name}});
        EXPECT_THAT(on.entries, SizeIs(3)) << name;
        EXPECT_THAT(on.problems, IsEmpty()) << name;
        EXPECT_GE(on.consumed_bytes, bytes.size() / 2);
    }
}

TEST(OptionalContainers, AreReadInsideOthers) {
    const std::string iso = archive_of(ArchiveKind::iso, {{"a.txt", "Ferry returns"}});
    const CollectingVisitor read = read_as(
        "b.tgz",
        archive_of(ArchiveKind::tar, {{"in.iso", iso}, {"ok.txt", "x"}}, CompressionKind::gzip),
        {.containers = {"iso"}}
    );
    EXPECT_THAT(
        read.entries,
        ElementsAre(ReadEntry{"in.iso/a.txt", "Ferry returns"}, ReadEntry{"ok.txt", "x"})
    );
}

/// A XAR whose table of contents says twice of each file that it is a hard link, upon which
/// libarchive 3.6 follows the links in a circle, for ever.
std::string endless_xar() {
    const auto file = [](std::string_view id, std::string_view link) {
        return fmt::format(
            "<file id=\"{0}\"><name>f{0}</name><type link=\"{1}\">hardlink</type>"
            "<type link=\"{1}\">hardlink</type></file>",
            id,
            link
        );
    };
    const std::string contents = "<?xml version=\"1.0\"?><xar><toc><checksum style=\"none\"/>" +
                                 file("1", "original") + file("2", "1") + "</toc></xar>";
    std::string packed(1000, '\0');
    uLongf packed_size = packed.size();
    EXPECT_EQ(
        compress(
            reinterpret_cast<Bytef*>(packed.data()),
            &packed_size,
            reinterpret_cast<const Bytef*>(contents.data()),
            contents.size()
        ),
        Z_OK
    );
    std::string xar("xar!\0\x1c\0\x01", 8);  // 28 bytes of header, version 1
    for (const std::uint64_t number :
         {std::uint64_t{packed_size}, std::uint64_t{contents.size()}}) {
        for (int shift = 56; shift >= 0; shift -= 8)
            xar.push_back(static_cast<char>(number >> static_cast<unsigned>(shift)));
    }
    return xar + std::string(4, '\0') + packed.substr(0, packed_size);
}

TEST(OptionalContainers, AreGivenUpWhereTheirReaderGoesRoundInCircles) {
    const CollectingVisitor read = read_as(
        "b.tar",
        archive_of(ArchiveKind::tar, {{"in.xar", endless_xar()}, {"ok.txt", "Ferry"}}),
        {.containers = {"xar"}}
    );
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"ok.txt", "Ferry"}));
    ASSERT_THAT(read.problems, SizeIs(1));
    EXPECT_EQ(read.problems[0].kind, ProblemKind::unreadable);
    EXPECT_EQ(read.problems[0].entry, "in.xar");
    EXPECT_THAT(read.problems[0].reason, HasSubstr("made no progress"));
    // The process that was split off is gone.
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
}

TEST(OptionalContainers, AreNamedWhenOneIsUnknown) {
    CollectingVisitor visitor;
    try {
        read_bundle("anything", {.containers = {"arj"}}, visitor);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::invalid_argument);
        EXPECT_THAT(error.what(), HasSubstr("arj"));
        for (const std::string_view name : optional_containers())
            EXPECT_THAT(error.what(), HasSubstr(std::string(name)));
    }
}

}  // namespace
}  // namespace broadsheet::testing
