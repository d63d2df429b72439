#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/stemmer.h"

namespace broadsheet {
namespace {

using Words = std::vector<std::string_view>;

std::string stem(std::string_view word) {
    static const Stemmer stemmer("en");
    return stemmer.stem(word);
}

void expect_one_stem(const Words& words) {
    for (const auto& word : words)
        EXPECT_EQ(stem(word), stem(words.front())) << word;
}

void expect_stems_apart(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = i + 1; j < words.size(); ++j)
            EXPECT_NE(stem(words[i]), stem(words[j])) << words[i] << ' ' << words[j];
    }
}

TEST(EnglishSpelling, IsOneForBritishAndAmericanWords) {
    for (const auto& words : std::array{
             Words{"colour", "color", "colours", "coloring"},
             Words{"labour", "labor", "labourers", "laborer"},
             Words{"favourable", "favorable"},
             Words{"neighbourhood", "neighborhoods"},
             Words{"organisation", "organization", "organising", "organizers"},
             Words{"nationalised", "nationalized"},
             Words{"analyse", "analyzed", "analysing"},
             Words{"theatre", "theaters"},
             Words{"kilometres", "kilometer"},
             Words{"centred", "centered", "centring", "centers"},
             Words{"manoeuvres", "maneuver", "manoeuvring"},
             Words{"catalogue", "catalogs", "cataloguing", "cataloged"},
             Words{"defences", "defense", "defensive"},
             Words{"licence", "licensed"},
             Words{"haemorrhage", "hemorrhaging"},
             Words{"paediatrician", "pediatricians"},
             Words{"foetus", "fetus"},
             Words{"programme", "programs", "programmed"},
             Words{"sceptics", "skeptical"},
             Words{"grey", "gray"},
             Words{"fuelled", "fueling", "fuels"},
             Words{"councillors", "councilor"},
         }) {
        expect_one_stem(words);
    }
}

TEST(EnglishSpelling, LeavesWordsThatEndAlikeEverywhere) {
    expect_one_stem({"advertise", "advertisement", "advertising"});
    expect_one_stem({"precise", "precisely"});
    expect_one_stem({"supervised", "supervising"});
    expect_one_stem({"rises", "rising", "risen"});
    expect_stems_apart({"wise", "size", "prize", "prise"});
    expect_stems_apart({"tyre", "tire"});
    expect_stems_apart({"cheque", "check"});
    expect_stems_apart({"tour", "tor"});
    expect_stems_apart({"acre", "acer"});
}

TEST(EnglishForms, MeetTheirWord) {
    for (const auto& words : std::array{
             Words{"crises", "crisis"},
             Words{"women", "woman"},
             Words{"policemen", "policeman"},
             Words{"congresswomen", "congresswoman"},
             Words{"children", "child"},
             Words{"matrices", "matrix"},
             Words{"criteria", "criterion"},
             Words{"wives", "wife"},
             Words{"gases", "gas"},
             Words{"analysis", "analyses", "analyze"},
             Words{"bought", "buys", "buying"},
             Words{"sold", "sells"},
             Words{"fell", "fallen", "falling"},
             Words{"won", "wins", "winning"},
             Words{"withdrew", "withdrawn", "withdraws"},
         }) {
        expect_one_stem(words);
    }
}

TEST(EnglishForms, StayWhereTheyAreOtherWordsToo) {
    expect_stems_apart({"rose", "rise"});
    expect_stems_apart({"found", "find"});
    expect_stems_apart({"ground", "grind"});
    expect_one_stem({"specimens", "specimen"});
    expect_one_stem({"regimen", "regimens"});
}

TEST(EnglishStems, KeepWordsApartThatOnlyLookRelated) {
    expect_stems_apart({"important", "imports"});
    expect_stems_apart({"international", "internal", "interns"});
    expect_stems_apart({"organization", "organs"});
    expect_stems_apart({"authorities", "author", "authorise"});
    expect_stems_apart({"universities", "universe", "universal"});
    expect_stems_apart({"privatisation", "private"});
    expect_stems_apart({"harris", "harry"});
    expect_stems_apart({"refinance", "refining"});
    expect_stems_apart({"conversation", "conversion"});
    expect_stems_apart({"securities", "security"});
    expect_stems_apart({"aids", "aid"});
    expect_stems_apart({"arms", "arm"});
    expect_stems_apart({"officers", "offices", "official"});
    expect_stems_apart({"futures", "future"});
    expect_stems_apart({"housing", "house"});
    expect_stems_apart({"according", "accords"});
    expect_one_stem({"authorised", "authorizing"});
    expect_one_stem({"universities", "university"});
}

}  // namespace
}  // namespace broadsheet
