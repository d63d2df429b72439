#include "indexer/formats/dateline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/formats/byline.h"
#include "indexer/formats/captions.h"

namespace broadsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Opening {
    std::string_view paragraph;
    Dateline dateline;
    std::string_view rest;
};

TEST(Dateline, IsTakenOffTheParagraph) {
    const Opening openings[] = {
        {"CARACAS, Venezuela, April 30 (Reuters) - Troops moved.",
         {"CARACAS, Venezuela", "April 30", "Reuters"},
         "Troops moved."},
        {"LONDON, Feb 26 - Shares rose.", {"LONDON", "Feb 26", ""}, "Shares rose."},
        {"WASHINGTON (AP) _ A bill passed.", {"WASHINGTON", "", "AP"}, "A bill passed."},
        {"WASHINGTON (AP) — A bill passed.", {"WASHINGTON", "", "AP"}, "A bill passed."},
        {"NEW HOPE, N.J. -- It rained.", {"NEW HOPE, N.J.", "", ""}, "It rained."},
        {"Port Amber, 30. April (dpa) - Es regnet.",
         {"Port Amber", "30. April", "dpa"},
         "Es regnet."},
        {"SÃO PEDRO (AFP) – Choveu.", {"SÃO PEDRO", "", "AFP"}, "Choveu."},
        {"(Reuters) - Shares rose.", {"", "", "Reuters"}, "Shares rose."},
        {"TOKYO/LONDON, March 2 - Shares rose.", {"TOKYO/LONDON", "March 2", ""}, "Shares rose."},
    };
    for (const Opening& opening : openings) {
        std::string paragraph(opening.paragraph);
        EXPECT_EQ(take_dateline(paragraph), opening.dateline) << opening.paragraph;
        EXPECT_EQ(paragraph, opening.rest);
    }
}

TEST(Dateline, IsNotSeenInOrdinarySentences) {
    for (const std::string_view text :
         {"The harbour - closed since Monday - will open.",
          "Ana Brandt - the keeper - said no.",
          "“NO MORE FOG” - that was the demand.",
          "It rained.",
          "UN - the world body - met.",
          "",
          "LONDON, Feb 26 -"}) {
        std::string paragraph(text);
        EXPECT_TRUE(take_dateline(paragraph).empty()) << text;
        EXPECT_EQ(paragraph, text);
    }
}

TEST(Dateline, IsReadWhereItStandsAlone) {
    EXPECT_EQ(
        parse_dateline("    PORT AMBER, Calif., Feb 26 - "),
        (Dateline{"PORT AMBER, Calif.", "Feb 26", ""})
    );
    EXPECT_EQ(
        parse_dateline("PORT AMBER, Aug 29, 2014 (CN) -"),
        (Dateline{"PORT AMBER", "Aug 29, 2014", "CN"})
    );
    EXPECT_EQ(parse_dateline("New Hope"), (Dateline{"New Hope", "", ""}));
    EXPECT_EQ(parse_dateline("PORT AMBER 1996-08-20"), (Dateline{"PORT AMBER", "1996-08-20", ""}));
    EXPECT_TRUE(parse_dateline(" - ").empty());
}

TEST(TakeDateline, ReadsTheFormsOfEuropeanAgencies) {
    const auto take = [](std::string text) {
        Dateline dateline = take_dateline(text);
        EXPECT_EQ(text, "Der Hafen.");
        return dateline;
    };
    EXPECT_EQ(take("Bernstein (dpa) - Der Hafen."), (Dateline{"Bernstein", "", "dpa"}));
    EXPECT_EQ(
        take("Ambre, 30 avr 2019 (AFP) - Der Hafen."), (Dateline{"Ambre", "30 avr 2019", "AFP"})
    );
    EXPECT_EQ(
        take("Puerto Ámbar, 30 abr (EFE).- Der Hafen."), (Dateline{"Puerto Ámbar", "30 abr", "EFE"})
    );
    EXPECT_EQ(take("(ANSA) - AMBRA, 30 APR - Der Hafen."), (Dateline{"AMBRA", "30 APR", "ANSA"}));
    EXPECT_EQ(take("(Reuters) - Der Hafen."), (Dateline{"", "", "Reuters"}));
}

TEST(Byline, NamesPeople) {
    EXPECT_THAT(
        authors_of("By Jane Doe and John Roe, Reuters"), ElementsAre("Jane Doe", "John Roe")
    );
    EXPECT_THAT(authors_of("Von Ana Brandt und Tom Osei"), ElementsAre("Ana Brandt", "Tom Osei"));
    EXPECT_THAT(authors_of("JANE DOE, Associated Press Writer"), ElementsAre("JANE DOE"));
    EXPECT_THAT(
        authors_of("by Jane Doe (jane@coast.example); Tom Osei"),
        ElementsAre("Jane Doe", "Tom Osei")
    );
    EXPECT_THAT(authors_of("Maud Feller in Port Amber"), ElementsAre("Maud Feller"));
    EXPECT_THAT(authors_of("Por: Inés Mar"), ElementsAre("Inés Mar"));
    EXPECT_THAT(authors_of("Women in Orm"), ElementsAre("Women in Orm"));
    EXPECT_THAT(authors_of("The Associated Press"), IsEmpty());
    EXPECT_THAT(authors_of(""), IsEmpty());
}

TEST(Byline, IsToldFromSentences) {
    EXPECT_TRUE(is_byline("By Jane Doe"));
    EXPECT_FALSE(is_byline("By noon the fog had gone."));
    EXPECT_FALSE(is_byline("Bystanders ran"));
    EXPECT_TRUE(is_byline("Von Ana Brandt und Tom von der Au"));
    EXPECT_TRUE(is_byline("Par Jean Ambre"));
    EXPECT_FALSE(is_byline("Von Anfang an war Nebel"));
    EXPECT_FALSE(is_byline("Por el Puerto Grande pasan barcos"));
    EXPECT_FALSE(is_byline("Di Marta"));
}

TEST(Caption, EndsWithACredit) {
    EXPECT_EQ(
        caption_of("The pier. Jane Doe/Getty Images"),
        (Caption{"The pier.", "Jane Doe/Getty Images"})
    );
    EXPECT_EQ(
        caption_of("The pier on Monday. (AP Photo/Jane Doe)"),
        (Caption{"The pier on Monday.", "AP Photo/Jane Doe"})
    );
    EXPECT_EQ(caption_of("Photo: Jane Doe"), (Caption{"", "Jane Doe"}));
    EXPECT_EQ(caption_of("He said “no.” Reuters"), (Caption{"He said “no.”", "Reuters"}));
    EXPECT_FALSE(caption_of("The pier was closed. It opened again."));
    EXPECT_FALSE(caption_of("The pier was closed and/or open."));
}

}  // namespace
}  // namespace broadsheet
