// What every format promises, checked with every fixture of every format.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/stored_article.h"
#include "common/utf8.h"
#include "indexer/pipeline/extract_run.h"
#include "tests/indexer/formats/format_reading.h"
#include "tests/indexer/formats/profiles/specimens.h"
#include "tests/support/archive_builder.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

namespace fs = std::filesystem;

struct Fixture {
    std::string format;
    std::string name;
    std::string content;
    const Format* reader = nullptr;  // null: the one of the table by that name
};

void PrintTo(const Fixture& fixture, std::ostream* out) {
    *out << fixture.format << '/' << fixture.name;
}

fs::path fixture_folder() {
    return source_directory() / "tests/indexer/formats/fixtures";
}

std::vector<Fixture> all_fixtures() {
    std::vector<Fixture> fixtures;
    for (const auto& entry : fs::recursive_directory_iterator(fixture_folder())) {
        if (!entry.is_regular_file()) continue;
        fixtures.push_back(
            {entry.path().parent_path().filename(),
             entry.path().filename(),
             read_file(entry.path())}
        );
    }
    for (Specimen& specimen : all_specimens()) {
        fixtures.push_back(
            {std::move(specimen.profile),
             std::move(specimen.name),
             std::move(specimen.content),
             specimen.format}
        );
    }
    std::sort(fixtures.begin(), fixtures.end(), [](const Fixture& a, const Fixture& b) {
        return a.format + a.name < b.format + b.name;
    });
    return fixtures;
}

// All text of an article in one string.
std::string everything(const Article& a) {
    std::string all;
    for (const auto* text :
         {&a.id,
          &a.url,
          &a.source,
          &a.section,
          &a.headline,
          &a.deck,
          &a.byline,
          &a.dateline.place,
          &a.dateline.date,
          &a.dateline.agency,
          &a.language}) {
        all += *text + '\n';
    }
    for (const auto* list : {&a.authors, &a.paragraphs, &a.tags, &a.places}) {
        for (const auto& text : *list)
            all += text + '\n';
    }
    for (const auto& caption : a.captions)
        all += caption.text + '\n' + caption.credit + '\n';
    return all;
}

class Conformance : public ::testing::TestWithParam<Fixture> {
protected:
    [[nodiscard]] static const Format& format() {
        if (GetParam().reader != nullptr) return *GetParam().reader;
        const Format* found = find_format(GetParam().format);
        EXPECT_NE(found, nullptr) << "no format has the name of the folder " << GetParam().format;
        return *found;
    }

    [[nodiscard]] static Findings read(std::string_view content) {
        Findings findings;
        format().read({GetParam().name, content, content, 0}, findings);
        return findings;
    }
};

TEST_P(Conformance, TastesItsOwnFixturesHighest) {
    if (is_chosen_by_name(GetParam().format)) return;
    EXPECT_EQ(chosen_format(GetParam().name, GetParam().content), GetParam().format);
}

TEST_P(Conformance, FindsTheSameArticlesEachTime) {
    const Findings first = read(GetParam().content);
    EXPECT_THAT(first.articles, ::testing::Not(::testing::IsEmpty()));
    EXPECT_EQ(first.articles, read(GetParam().content).articles);
}

TEST_P(Conformance, TellsWhereArticlesStart) {
    std::uint64_t next = 0;
    for (const Article& article : read(GetParam().content).articles) {
        EXPECT_GE(article.origin.position, next);
        EXPECT_LT(article.origin.position, GetParam().content.size());
        next = article.origin.position + 1;
    }
}

TEST_P(Conformance, AddsTheOffsetOfThePiece) {
    const std::string& content = GetParam().content;
    Findings moved;
    format().read({GetParam().name, content, content, 1000}, moved);
    const Findings whole = read(content);
    const auto extra = static_cast<std::ptrdiff_t>(moved.articles.size() - whole.articles.size());
    const bool is_table = GetParam().name.ends_with(".csv");  // its header only stands at offset 0
    if (is_table && extra == 1) moved.articles.erase(moved.articles.begin());
    ASSERT_EQ(whole.articles.size(), moved.articles.size());
    for (std::size_t i = 0; i < whole.articles.size(); ++i)
        EXPECT_EQ(whole.articles[i].origin.position + 1000, moved.articles[i].origin.position);
}

TEST_P(Conformance, SurvivesEveryTruncation) {
    const std::string& content = GetParam().content;
    for (std::size_t size = 0; size <= content.size(); ++size) {
        const std::string part = content.substr(0, size);
        EXPECT_LE(format().cut(part), part.size());
        format().taste({GetParam().name, part, true});
        for (const Article& article : read(part).articles)
            ASSERT_TRUE(is_utf8(everything(article))) << "cut at " << size;
    }
}

TEST_P(Conformance, SurvivesAnyByteInAnyPlace) {
    const std::string& content = GetParam().content;
    for (std::size_t at = 0; at < content.size(); at += 7) {
        for (const char byte : {'\0', '\xFF', '<', '"', '\n'}) {
            std::string broken = content;
            broken[at] = byte;
            for (const Article& article : read(broken).articles)
                ASSERT_TRUE(is_utf8(everything(article))) << "byte " << at;
        }
    }
}

TEST_P(Conformance, ReadsPiecesAsItReadsTheWhole) {
    const Findings whole = read(GetParam().content);
    for (const std::size_t chunk_bytes : {1U, 7U, 64U, 1000U}) {
        const Findings pieces =
            read_in_pieces(format(), GetParam().name, GetParam().content, chunk_bytes);
        EXPECT_EQ(pieces.articles, whole.articles) << "in chunks of " << chunk_bytes;
    }
}

class Silent : public IndexListener {
public:
    void progress(const IndexProgress& /*progress*/) override {}
};

// What a run makes of a bundle, where it stood left out.
std::vector<std::string> extracted(const fs::path& bundle, const Fixture& fixture) {
    IndexSettings settings{.bundles = {bundle}, .jobs = 1, .now = make_date(2026, 1, 1)};
    if (fixture.reader != nullptr)
        settings.preferred.emplace_back(fixture.reader, [](const Format*) {});
    std::vector<std::string> lines;
    Silent listener;
    extract_bundles(
        settings,
        [&](Article article) {
            article.origin.bundle.clear();
            article.origin.entry.clear();
            append_article_json(lines.emplace_back(), article);
        },
        listener
    );
    return lines;
}

TEST_P(Conformance, ReadsTheSameOutOfEveryContainer) {
    const Fixture& fixture = GetParam();
    const TempDirectory folder;
    const std::vector<PackedFile> files = {{fixture.name, fixture.content}};
    const auto plain = extracted(folder.write(fixture.name, fixture.content), fixture);
    EXPECT_THAT(plain, ::testing::Not(::testing::IsEmpty()));
    const std::pair<std::string, std::string> bundles[] = {
        {"a.tar", archive_of(ArchiveKind::tar, files)},
        {"a.zip", archive_of(ArchiveKind::zip, files)},
        {fixture.name + ".gz", compressed(CompressionKind::gzip, fixture.content)},
        {"a.tar.zst", archive_of(ArchiveKind::tar, files, CompressionKind::zstd)},
    };
    for (const auto& [name, content] : bundles)
        EXPECT_EQ(extracted(folder.write(name, content), fixture), plain) << name;
}

INSTANTIATE_TEST_SUITE_P(
    Fixtures,
    Conformance,
    ::testing::ValuesIn(all_fixtures()),
    [](const auto& test) {
        std::string name = test.param.format + "_" + test.param.name;
        std::replace_if(
            name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_'
        );
        return name;
    }
);

TEST(Formats, AllHaveFixtures) {
    for (const Format* format : all_formats())
        EXPECT_TRUE(fs::is_directory(fixture_folder() / format->name())) << format->name();
}

// The rows of FORMATS.md are those of the table, in its order.
TEST(Formats, AreAllDescribed) {
    const std::string text = read_file(source_directory() / "indexer/formats/FORMATS.md");
    std::vector<std::string> described;
    for (std::size_t at = text.find("\n| `"); at != std::string::npos;
         at = text.find("\n| `", at + 1))
        described.push_back(text.substr(at + 4, text.find('`', at + 4) - at - 4));
    std::vector<std::string> names;
    for (const Format* format : all_formats())
        names.emplace_back(format->name());
    EXPECT_EQ(described, names);
}

// The fuzzer starts from every fixture and specimen.
TEST(Formats, AllAreSeedsOfTheFuzzer) {
    const fs::path seeds = source_directory() / "tests/fuzz/seeds/formats_fuzzer";
    for (const Fixture& fixture : all_fixtures()) {
        const fs::path seed =
            seeds / (fixture.format + '-' + fs::path(fixture.name).stem().string());
        ASSERT_TRUE(fs::exists(seed)) << seed;
        EXPECT_EQ(read_file(seed), fixture.format + '\n' + fixture.content) << seed;
    }
}

}  // namespace
}  // namespace broadsheet::testing
