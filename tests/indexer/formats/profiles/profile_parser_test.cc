// What a profile may say, and what is answered to one that is wrong.

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadsheet/error.h"
#include "indexer/formats/profiles/profile.h"
#include "indexer/formats/profiles/profile_format.h"
#include "indexer/formats/profiles/profile_store.h"
#include "tests/indexer/formats/format_reading.h"
#include "tests/support/temp_directory.h"

namespace broadsheet::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string error_of(std::string_view text) {
    try {
        parse_profile(text, "my.profile", "my");
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

// Reads an entry by a profile, wherever it fits.
Findings read_by(std::string_view profile, std::string_view name, std::string_view content) {
    const auto formats = formats_of_profile(
        std::make_shared<const Profile>(parse_profile(profile, "my.profile", "my")),
        ProfileUse::where_it_fits
    );
    Findings findings;
    for (const auto& format : formats) {
        if (format->taste({name, content, true}) == 0) continue;
        format->read({name, content, content, 0}, findings);
        break;
    }
    return findings;
}

TEST(ProfileParser, NamesFileAndLine) {
    EXPECT_EQ(
        error_of("# a dump\nreads = json\n\n[article]\nheadlne = title\n"),
        "my.profile:5: 'headlne' is no field of an article; did you mean 'headline'?"
    );
}

TEST(ProfileParser, ExplainsWhatWouldBeRight) {
    EXPECT_THAT(
        error_of("read = json\n"), HasSubstr(":1: 'read' is no setting; did you mean 'reads'?")
    );
    EXPECT_THAT(error_of("reads = yaml\n"), HasSubstr("should be json, csv or xml, not 'yaml'"));
    EXPECT_THAT(
        error_of("reads = json # lines\n"), HasSubstr("comments stand on lines of their own")
    );
    EXPECT_THAT(
        error_of("reads = json\nheadline = t\n"),
        HasSubstr(":2: 'headline' belongs below a line [article]")
    );
    EXPECT_THAT(
        error_of("reads = json\ndelimiter = tab\n"), HasSubstr("'delimiter' is for csv files")
    );
    EXPECT_THAT(
        error_of("reads = json\n[article]\nid = id\n"), HasSubstr("neither where the headline is")
    );
    EXPECT_THAT(error_of("[article]\n"), HasSubstr("say what the files are"));
    EXPECT_THAT(error_of("reads = json\n[texts]\n"), HasSubstr("'[texts]' is no part"));
    EXPECT_THAT(error_of("reads = json\nnothing\n"), HasSubstr("'nothing' is no line of the form"));
    EXPECT_THAT(error_of("reads = xml\n[article]\nheadline = t\n"), HasSubstr("element = NAME"));
    EXPECT_THAT(error_of("reads = json\ndates = %Q\n"), HasSubstr("%Q means nothing"));
    EXPECT_THAT(
        error_of("reads = csv\nheader = no\n[article]\nheadline = title\n"),
        HasSubstr("columns are numbers from 1, 'title' is none")
    );
    EXPECT_THAT(
        error_of("reads = json\n[article]\nheadline = a\nheadline = b\n"),
        HasSubstr(":4: 'headline' is set twice; write: headline = one | other")
    );
    EXPECT_THAT(
        error_of("reads = json\n[article]\nheadline = a[x]\n"), HasSubstr("should be a number")
    );
    EXPECT_THAT(
        error_of("reads = json\n[article]\nheadline = \"a\n"), HasSubstr("a \" is not closed")
    );
    EXPECT_THAT(error_of(""), HasSubstr("say what the files are"));
}

TEST(ProfileParser, SurvivesEveryTruncation) {
    for (const ProfileText& shipped : shipped_profile_texts()) {
        for (std::size_t size = 0; size < shipped.text.size(); ++size)
            EXPECT_FALSE(error_of(shipped.text.substr(0, size)).empty());
    }
}

TEST(Profile, GoesDownIntoObjectsAndLists) {
    const Findings found = read_by(
        "reads = json\n"
        "[article]\n"
        "headline = head.title[-1]\n"
        "body     = text.parts[kind=p].words\n"
        "tags     = topics.name\n"
        "section  = 'a.b'.c\n"
        "authors  = people[0].name\n"
        "places   = where[]\n",
        "x.json",
        R"({"head": {"title": ["One", "Two"]}, "a.b": {"c": "Sport"},
            "text": {"parts": [{"kind": "p", "words": "First."}, {"kind": "img", "words": "No."},
                               {"kind": "p", "words": "Second."}]},
            "topics": [{"name": "Sea, the"}, {"name": "Ships"}, {"name": "Ships"}],
            "people": [{"name": "Maud Feller"}, {"name": "Jon Asher"}], "where": ["Lomar"]})"
    );
    ASSERT_EQ(found.articles.size(), 1U);
    const Article& article = found.articles.front();
    EXPECT_EQ(article.headline, "Two");
    EXPECT_THAT(article.paragraphs, ElementsAre("First.", "Second."));
    EXPECT_THAT(article.tags, ElementsAre("Sea, the", "Ships"));
    EXPECT_EQ(article.section, "Sport");
    EXPECT_THAT(article.authors, ElementsAre("Maud Feller"));
    EXPECT_THAT(article.places, ElementsAre("Lomar"));
}

TEST(Profile, JoinsFieldsInTemplates) {
    const Findings found = read_by(
        "reads = json\n"
        "[article]\n"
        "id = \"wire-{number}\"\n"
        "headline = \"{a}: {b}\" | b\n"
        "source = \"The \"\"Wire\"\"\"\n"
        "body = text\n",
        "x.jsonl",
        "{\"number\": 7, \"a\": \"Lomar\", \"b\": \"Rain\", \"text\": \"It rains.\"}\n"
        "{\"number\": 8, \"b\": \"Sun\", \"text\": \"It does not.\"}\n"
    );
    ASSERT_EQ(found.articles.size(), 2U);
    EXPECT_EQ(found.articles[0].id, "wire-7");
    EXPECT_EQ(found.articles[0].headline, "Lomar: Rain");
    EXPECT_EQ(found.articles[0].source, "The \"Wire\"");
    EXPECT_EQ(found.articles[1].headline, "Sun");
}

TEST(Profile, ReadsDatesInTheLayoutGiven) {
    const auto date_of = [](std::string_view layout, std::string_view written) {
        const Findings found = read_by(
            "reads = json\ndates = " + std::string(layout) +
                "\n[article]\nheadline = t\npublished = d\n",
            "x.json",
            R"({"t": "T", "d": ")" + std::string(written) + "\"}"
        );
        const auto& published = found.articles.at(0).published;
        return published ? to_iso(*published) : "none";
    };
    EXPECT_EQ(date_of("%d/%m/%Y", "03/04/2019"), "2019-04-03");
    EXPECT_EQ(date_of("%m/%d/%Y", "03/04/2019"), "2019-03-04");
    EXPECT_EQ(date_of("%Y%m%d%H%M%S", "20190430123059"), "2019-04-30T12:30:59Z");
    EXPECT_EQ(date_of("%d %b %Y %H:%M %z", "30 Apr 2019 12:30 +0200"), "2019-04-30T12:30:00+02:00");
    EXPECT_EQ(date_of("%Y-%m", "2019-04"), "2019-04");
    EXPECT_EQ(date_of("%d/%m/%Y", "31/02/2019"), "none");
    EXPECT_EQ(date_of("%d/%m/%Y", "2019-04-30"), "none");
}

TEST(Profile, TranslatesCodes) {
    const Findings found = read_by(
        "reads = csv\nheader = no\ndelimiter = |\n[article]\nheadline = 2\nsection = 1\n"
        "[values section]\n1 = World\n2 = \"Home = sweet\"\n",
        "x.txt",
        "1|One\n2|Two\n3|Three\n"
    );
    ASSERT_EQ(found.articles.size(), 3U);
    EXPECT_EQ(found.articles[0].section, "World");
    EXPECT_EQ(found.articles[1].section, "Home = sweet");
    EXPECT_EQ(found.articles[2].section, "3");
}

TEST(Profile, ReadsTablesByTheirHeader) {
    const Findings found = read_by(
        "reads = csv\nquote = single\ndelimiter = semicolon\n"
        "[article]\nheadline = Titel der Meldung\nbody = Text\n",
        "x.csv",
        "Nr; titel der meldung ;Text\n1;Regen;'Es regnet; seit Tagen.'\n2;Sonne;Es scheint.\n"
    );
    ASSERT_EQ(found.articles.size(), 2U);
    EXPECT_EQ(found.articles[0].headline, "Regen");
    EXPECT_THAT(found.articles[0].paragraphs, ElementsAre("Es regnet; seit Tagen."));
}

TEST(Profile, ReadsElementsOfXml) {
    const Findings found = read_by(
        "reads = xml\nelement = story\n[article]\n"
        "id = @nr\nheadline = head/h1\nbody = text/p\ntags = meta/topic[@kind=main]/@name\n"
        "section = meta/topic[kind=other]\n",
        "x.xml",
        "<paper><story nr='4'><head><h1>Rain</h1></head><text><p>It rains.</p><p>Still.</p></text>"
        "<meta><topic kind='main' name='Weather'/><topic name='Sea'><kind>other</kind>more</topic>"
        "</meta></story><story nr='5'><head><h1>Sun</h1></head></story></paper>"
    );
    ASSERT_EQ(found.articles.size(), 2U);
    EXPECT_EQ(found.articles[0].id, "4");
    EXPECT_EQ(found.articles[0].headline, "Rain");
    EXPECT_THAT(found.articles[0].paragraphs, ElementsAre("It rains.", "Still."));
    EXPECT_THAT(found.articles[0].tags, ElementsAre("Weather"));
    EXPECT_EQ(found.articles[0].section, "othermore");
    EXPECT_EQ(found.articles[1].id, "5");
}

TEST(Profile, PassesOverWhatItDoesNotFit) {
    constexpr std::string_view kProfile = "reads = csv\n[article]\nheadline = Titel\n";
    EXPECT_THAT(read_by(kProfile, "README", "Read this first.\nThen that.\n").articles, IsEmpty());
    EXPECT_THAT(read_by(kProfile, "x.csv", "a,b\n1,2\n").articles, IsEmpty());
    EXPECT_THAT(
        read_by("reads = json\n[article]\nheadline = t\n", "x.txt", "Words.").articles, IsEmpty()
    );
}

TEST(Profile, SaysWhereNothingIs) {
    const Findings found =
        read_by("reads = csv\n[article]\nheadline = Titel\n", "x.csv", "Titel,b\n,2\nRegen,3\n");
    EXPECT_EQ(found.articles.size(), 1U);
    ASSERT_EQ(found.problems.size(), 1U);
    EXPECT_THAT(found.problems[0].reason, HasSubstr("where the profile says"));
}

TEST(ProfileStore, KnowsNamesAndFiles) {
    const TempDirectory folder;
    const std::filesystem::path file = folder.path() / "mine.profile";
    std::ofstream(file) << "reads = json\n[article]\nheadline = t\n";
    EXPECT_EQ(load_profile("signal-1m")->name, "signal-1m");
    EXPECT_EQ(load_profile(file.string())->name, "mine");
    try {
        load_profile("signal-1n");
        FAIL() << "there is no such profile";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::not_found);
        EXPECT_THAT(error.what(), HasSubstr("did you mean signal-1m?"));
    }
}

}  // namespace
}  // namespace broadsheet::testing
