#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/bundle/web_archive_fixtures.h"
#include "tests/support/archive_builder.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Wacz, NamesItsPagesBehindTheirWebArchive) {
    const CollectingVisitor read = read_bytes(archive_of(
        ArchiveKind::zip_stored,
        {{"archive/data.warc.gz", compressed(CompressionKind::gzip, response("http://a.example/"))},
         {"pages/pages.jsonl", "{}\n"}}
    ));
    EXPECT_THAT(
        read.names(), ElementsAre("archive/data.warc.gz/http://a.example/", "pages/pages.jsonl")
    );
    EXPECT_EQ(read.entries.at(0).facts.url, "http://a.example/");
}

std::string arc_file(std::string_view version_line, std::string_view records) {
    const std::string block = fmt::format(
        "{} Test\nURL IP-address Archive-date Content-type Archive-length\n", version_line
    );
    return fmt::format(
        "filedesc://t.arc 0.0.0.0 20080430204825 text/plain {}\n{}\n{}",
        block.size(),
        block,
        records
    );
}

TEST(Arc, ReadsVersionOne) {
    const std::string message = http(kPage);
    const CollectingVisitor read = read_bytes(arc_file(
        "1 0",
        fmt::format(
            "dns:a.example 1.2.3.4 20080430204825 text/dns 3\nabc\n"
            "http://a.example/two words 1.2.3.4 20080430204826 text/html {}\n{}\n",
            message.size(),
            message
        )
    ));
    EXPECT_THAT(
        read.entries, ElementsAre(ReadEntry{"http://a.example/two words", std::string(kPage)})
    );
    EXPECT_EQ(read.entries.at(0).facts.fetched, "2008-04-30T20:48:26Z");
    EXPECT_EQ(read.entries.at(0).facts.charset, "ISO-8859-1");
    EXPECT_THAT(read.problems, IsEmpty());
}

TEST(Arc, ReadsVersionTwo) {
    const std::string message = http(kPage);
    const CollectingVisitor read = read_bytes(arc_file(
        "2 0",
        fmt::format(
            "http://a.example/ 1.2.3.4 20080430204826 text/html 200 - - 1390 t.arc {}\n{}\n",
            message.size(),
            message
        )
    ));
    EXPECT_THAT(read.entries, ElementsAre(ReadEntry{"http://a.example/", std::string(kPage)}));
}

TEST(Arc, ReadsOnBehindABadLine) {
    const std::string message = http(kPage);
    const CollectingVisitor read = read_bytes(arc_file(
        "1 0",
        fmt::format(
            "http://a.example/bad 1.2.3.4 20080430204826 text/html -1\nsome\nthing\n"
            "http://a.example/good 1.2.3.4 20080430204826 text/html {}\n{}\n",
            message.size(),
            message
        )
    ));
    EXPECT_THAT(read.names(), ElementsAre("http://a.example/good"));
    EXPECT_THAT(read.problems, SizeIs(1));
}

}  // namespace
}  // namespace broadsheet::testing
