#include "common/text/stemmer.h"

#include <string>

#include <gtest/gtest.h>

#include "common/text/folding.h"
#include "common/text/language_rules.h"

namespace broadsheet {
namespace {

std::string stem(std::string_view word, std::string_view language) {
    return Stemmer(language).stem(fold(word), fold_case(word, language));
}

TEST(Stemmer, GivesAccentedAndPlainSpellingOneStem) {
    const std::pair<const char*, const char*> kWords[] = {
        {"fr", "événements"},
        {"fr", "libérées"},
        {"fr", "arrivèrent"},
        {"es", "operación"},
        {"es", "economías"},
        {"pt", "eleições"},
        {"pt", "possível"},
        {"de", "Häuser"},
        {"it", "università"},
        {"ca", "informació"},
        {"sv", "årets"},
        {"da", "bøger"},
        {"nl", "geëist"},
        {"ru", "счётчик"},
        {"ar", "أحمد"},
    };
    for (const auto& [language, word] : kWords) {
        EXPECT_EQ(stem(word, language), stem(fold(word), language)) << word;
    }
}

TEST(Stemmer, MeetsSingularAndPlural) {
    EXPECT_EQ(stem("operación", "es"), stem("operaciones", "es"));
    EXPECT_EQ(stem("événement", "fr"), stem("événements", "fr"));
    EXPECT_EQ(stem("eleição", "pt"), stem("eleições", "pt"));
    EXPECT_EQ(stem("possível", "pt"), stem("possíveis", "pt"));
    EXPECT_EQ(stem("Haus", "de"), stem("Häuser", "de"));
    EXPECT_EQ(stem("президент", "ru"), stem("президентами", "ru"));
}

TEST(Stemmer, LeavesDifferentWordsApart) {
    EXPECT_NE(stem("différent", "fr"), stem("différer", "fr"));
    EXPECT_NE(stem("materia", "es"), stem("mate", "es"));
    EXPECT_NE(stem("mais", "pt"), stem("mal", "pt"));
}

TEST(Stemmer, IsAlwaysFolded) {
    for (const char* language : {"fi", "hu", "lt", "ro", "tr", "ga", "sv", "fr"}) {
        const std::string stemmed = stem("Ääkköşţąèő", language);
        EXPECT_EQ(fold(stemmed), stemmed) << language;
        EXPECT_FALSE(stemmed.empty());
    }
}

TEST(Stemmer, TakesRomanianLettersOfBothKinds) {
    EXPECT_EQ(stem("națiunile", "ro"), stem("naţiunile", "ro"));
}

TEST(Stemmer, ExistsForEveryLanguageXapianHas) {
    for (const char* language :
         {"ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
          "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"}) {
        EXPECT_TRUE(has_stemmer(language)) << language;
        EXPECT_EQ(language_rules(language).code, language) << "its words would not be stemmed";
    }
    EXPECT_FALSE(has_stemmer("zh"));
    EXPECT_EQ(stem("Coups", "zh"), "coups");
}

}  // namespace
}  // namespace broadsheet
