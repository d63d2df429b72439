#include "common/text/stemmer.h"

#include <string>

#include <gtest/gtest.h>

#include "common/text/arabic_articles.h"
#include "common/text/folding.h"
#include "common/text/language_rules.h"
#include "common/text/turkish_letters.h"

namespace broadsheet {
namespace {

std::string stem(std::string_view word, std::string_view language) {
    return Stemmer(language).stem(fold(word));
}

TEST(Stemmer, MeetsSingularAndPlural) {
    EXPECT_EQ(stem("operación", "es"), stem("operaciones", "es"));
    EXPECT_EQ(stem("événement", "fr"), stem("événements", "fr"));
    EXPECT_EQ(stem("eleição", "pt"), stem("eleições", "pt"));
    EXPECT_EQ(stem("possível", "pt"), stem("possíveis", "pt"));
    EXPECT_EQ(stem("Haus", "de"), stem("Häuser", "de"));
    EXPECT_EQ(stem("президент", "ru"), stem("президентами", "ru"));
    EXPECT_EQ(stem("kormány", "hu"), stem("kormányról", "hu"));
    EXPECT_EQ(stem("talo", "fi"), stem("talossa", "fi"));
    EXPECT_EQ(stem("metsä", "fi"), stem("metsässä", "fi"));
    EXPECT_EQ(stem("kitaplar", "tr"), stem("kitapları", "tr"));
    EXPECT_EQ(stem("seçimler", "tr"), stem("seçimlerde", "tr"));
    EXPECT_EQ(stem("gözlerde", "tr"), stem("gözlerden", "tr"));
}

TEST(Stemmer, LeavesDifferentWordsApart) {
    EXPECT_NE(stem("différent", "fr"), stem("différer", "fr"));
    EXPECT_NE(stem("materia", "es"), stem("mate", "es"));
    EXPECT_NE(stem("mais", "pt"), stem("mal", "pt"));
}

TEST(ArabicArticles, GoWithTheLettersBeforeThem) {
    for (const char* word :
         {"الحكومه",
          "والحكومه",
          "فالحكومه",
          "بالحكومه",
          "كالحكومه",
          "للحكومه",
          "وبالحكومه",
          "وللحكومه",
          "حكومه"}) {
        EXPECT_EQ(without_arabic_article(word), "حكومه");
    }
}

TEST(ArabicArticles, StayWhereTooLittleIsLeft) {
    for (const char* word : {"والد", "وكاله", "فالح", "الم", "ال", "لل", "و", ""}) {
        EXPECT_EQ(without_arabic_article(word), word);
    }
}

TEST(ArabicStem, MeetsTheFormsOfNouns) {
    for (const char* form :
         {"الحكومة", "حكومات", "حكومته", "حكومتهم", "الحكومتين", "حكومي", "حكومية"})
        EXPECT_EQ(stem(form, "ar"), stem("حكومة", "ar")) << form;
    EXPECT_EQ(stem("لبنانية", "ar"), stem("لبنان", "ar"));
    EXPECT_EQ(stem("الفلسطينيون", "ar"), stem("فلسطين", "ar"));
    EXPECT_EQ(stem("رئيسا", "ar"), stem("رئيس", "ar"));
    EXPECT_EQ(stem("قوات", "ar"), stem("قوة", "ar"));
}

TEST(ArabicStem, KeepsTheFirstLettersOfTheWord) {
    for (const char* word : {"وزير", "برلمان", "بيروت", "فلسطين", "لبنان", "كتاب"})
        EXPECT_TRUE(std::string(fold(word)).starts_with(stem(word, "ar"))) << word;
    EXPECT_EQ(stem("بطهران", "ar"), "ب" + stem("طهران", "ar"));
}

TEST(ArabicStem, LeavesShortWordsWhole) {
    for (const char* word : {"مكان", "زمان", "بيت", "صوت", "دين"})
        EXPECT_EQ(stem(word, "ar"), word);
}

TEST(TurkishLetters, FollowVowelHarmony) {
    EXPECT_EQ(with_turkish_letters("masalari"), "masaları");
    EXPECT_EQ(with_turkish_letters("gozlerinde"), "gözlerinde");
    EXPECT_EQ(with_turkish_letters("baskanligi"), "baskanlığı");
    EXPECT_EQ(with_turkish_letters("siyasetin"), "sıyasetin");
    EXPECT_EQ(with_turkish_letters("bir"), "bir");
    EXPECT_EQ(with_turkish_letters(""), "");
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

TEST(Stemmer, ExistsForEveryLanguageXapianHasAndMore) {
    for (const char* language :
         {"ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
          "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"}) {
        EXPECT_TRUE(has_stemmer(language)) << language;
        EXPECT_EQ(language_rules(language).code, language) << "its words would not be stemmed";
    }
    for (const char* language :
         {"bg", "bs", "cs", "el", "fa", "hi", "hr", "lv", "pl", "sk", "sl", "sr", "uk"}) {
        EXPECT_TRUE(has_stemmer(language)) << language;
        EXPECT_EQ(language_rules(language).code, language) << "its words would not be stemmed";
    }
    EXPECT_FALSE(has_stemmer("zh"));
    EXPECT_EQ(stem("Coups", "zh"), "coups");
}

}  // namespace
}  // namespace broadsheet
