// Every shipped profile reads the specimen beside it, to the articles written down there. Run with
// BROADSHEET_UPDATE_GOLDEN=1 to write down what came instead, and read the difference.

#include "tests/indexer/formats/profiles/specimens.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/stored_article.h"
#include "indexer/formats/profiles/profile_store.h"
#include "tests/indexer/formats/format_reading.h"
#include "tests/support/temp_directory.h"
#include "tests/support/test_data.h"

namespace broadsheet::testing {
namespace {

namespace fs = std::filesystem;

TEST(ShippedProfiles, ReadTheirSpecimens) {
    std::map<std::string, std::string> found;
    for (const Specimen& specimen : all_specimens()) {
        Findings findings;
        const std::string_view content = specimen.content;
        specimen.format->read({specimen.name, content, content, 0}, findings);
        for (Article& article : findings.articles) {
            article.origin = {};
            append_article_json(found[specimen.profile], article);
            found[specimen.profile] += '\n';
        }
    }
    for (const auto& [profile, articles] : found) {
        const fs::path file = specimens_folder() / profile / "articles.jsonl";
        if (std::getenv("BROADSHEET_UPDATE_GOLDEN") != nullptr)
            std::ofstream(file, std::ios::binary) << articles;
        EXPECT_EQ(articles, fs::exists(file) ? read_file(file) : "") << file;
    }
}

TEST(ShippedProfiles, AllHaveSpecimens) {
    std::set<std::string> with_specimens;
    for (const Specimen& specimen : all_specimens())
        with_specimens.insert(specimen.profile);
    std::set<std::string> shipped;
    for (const ProfileText& profile : shipped_profile_texts())
        shipped.emplace(profile.name);
    EXPECT_EQ(with_specimens, shipped);
}

TEST(ShippedProfiles, AreRecognisedOrHaveNoMarks) {
    for (const Specimen& specimen : all_specimens()) {
        const bool recognised = chosen_format(specimen.name, specimen.content) == specimen.profile;
        EXPECT_NE(recognised, is_chosen_by_name(specimen.profile)) << specimen.profile;
    }
}

TEST(ShippedProfiles, AreAllThoseOfTheFolder) {
    std::set<std::string> files;
    for (const auto& entry : fs::directory_iterator(source_directory() / "corpora/profiles")) {
        if (entry.path().extension() == ".profile") files.insert(entry.path().stem());
    }
    std::set<std::string> shipped;
    for (const auto& [name, text] : shipped_profile_texts()) {
        shipped.emplace(name);
        EXPECT_EQ(
            text,
            read_file(source_directory() / "corpora/profiles" / (std::string(name) + ".profile"))
        );
    }
    EXPECT_EQ(files, shipped);
}

// Each can be named in --help and is explained, and the recipes say where the dump comes from.
TEST(ShippedProfiles, AreDescribed) {
    const std::string recipes = read_file(source_directory() / "corpora/README.md");
    for (const auto& profile : shipped_profiles()) {
        EXPECT_FALSE(profile->about.empty()) << profile->name;
        EXPECT_NE(recipes.find('`' + profile->name + '`'), std::string::npos) << profile->name;
    }
}

}  // namespace
}  // namespace broadsheet::testing
