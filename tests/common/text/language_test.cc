#include "common/text/language.h"

#include <gtest/gtest.h>

namespace broadsheet {
namespace {

TEST(LanguageCode, TakesCodesTagsAndNames) {
    for (const char* name : {"en", "EN", "en-GB", "en_US", "eng", "English", " english "}) {
        EXPECT_EQ(language_code(name), "en") << name;
    }
    EXPECT_EQ(language_code("zh-Hant-TW"), "zh");
    EXPECT_EQ(language_code("zho"), "zh");
    EXPECT_EQ(language_code("chi"), "zh");
    EXPECT_EQ(language_code("deu"), "de");
    EXPECT_EQ(language_code("ger"), "de");
    EXPECT_EQ(language_code("fre"), "fr");
    EXPECT_EQ(language_code("Farsi"), "fa");
    EXPECT_EQ(language_code("iw"), "he");
    EXPECT_EQ(language_code("nb-NO"), "nb");
    EXPECT_EQ(language_code("am"), "am");
    EXPECT_EQ(language_code("swa"), "sw");
}

TEST(LanguageCode, IsEmptyForWhatMeansNothing) {
    for (const char* name :
         {"",
          "x",
          "qqqq",
          "gibberish",
          "12",
          "--",
          "..",
          "en\nfr\x01",
          "a language name that goes on and on for much longer than any real one"}) {
        EXPECT_EQ(language_code(name), "") << name;
    }
}

struct Sample {
    const char* code;
    const char* text;
};

class DetectLanguage : public ::testing::TestWithParam<Sample> {};

TEST_P(DetectLanguage, NamesTheLanguageOfAShortParagraph) {
    EXPECT_EQ(detect_language(GetParam().text), GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(
    Samples,
    DetectLanguage,
    ::testing::Values(
        Sample{
            "en",
            "The harbour master said on Tuesday that the ferry would not sail again before "
            "the storm had passed over the islands."},
        Sample{
            "fr",
            "Le maire a déclaré mardi que le pont resterait fermé jusqu'à la fin des "
            "travaux prévus au printemps prochain."},
        Sample{
            "de",
            "Der Bürgermeister erklärte am Dienstag, dass die Brücke bis zum Ende der "
            "Bauarbeiten geschlossen bleiben werde."},
        Sample{
            "es",
            "El alcalde dijo el martes que el puente seguirá cerrado hasta que terminen las "
            "obras previstas para la primavera."},
        Sample{
            "pt",
            "O prefeito disse na terça-feira que a ponte continuará fechada até que terminem "
            "as obras previstas para a primavera."},
        Sample{
            "ru",
            "Мэр города сообщил во вторник, что мост останется закрытым до окончания "
            "строительных работ весной."},
        Sample{
            "tr",
            "Belediye başkanı salı günü köprünün bahardaki çalışmalar bitene kadar kapalı "
            "kalacağını söyledi."},
        Sample{
            "ar",
            "قال رئيس البلدية يوم الثلاثاء إن الجسر سيبقى مغلقا حتى انتهاء أعمال البناء في "
            "الربيع المقبل."},
        Sample{"zh", "市长星期二表示，大桥将继续关闭，直到明年春天的施工结束为止，市民需要绕行。"},
        Sample{"ja", "市長は火曜日、来春の工事が終わるまで橋は閉鎖されたままになると述べた。"},
        Sample{"ko", "시장은 화요일에 내년 봄 공사가 끝날 때까지 다리가 폐쇄될 것이라고 말했다."},
        Sample{"th", "นายกเทศมนตรีกล่าวเมื่อวันอังคารว่าสะพานจะปิดจนกว่างานก่อสร้างจะเสร็จสิ้น"},
        Sample{"am", "ከንቲባው ማክሰኞ ዕለት እንደተናገሩት ድልድዩ የግንባታ ሥራው እስኪጠናቀቅ ድረስ ተዘግቶ ይቆያል።"},
        Sample{
            "sw",
            "Meya alisema Jumanne kwamba daraja hilo litaendelea kufungwa hadi kazi ya "
            "ujenzi itakapomalizika mwaka ujao."}
    ),
    [](const auto& parameter) { return parameter.param.code; }
);

TEST(DetectLanguage, IsUnsureOfLittleText) {
    EXPECT_EQ(detect_language(""), "");
    EXPECT_EQ(detect_language("Kotova"), "");
    EXPECT_EQ(detect_language("12345 67890 12345 67890 12345 67890"), "");
}

TEST(DetectLanguage, TakesAnyBytes) {
    EXPECT_EQ(detect_language(std::string(5000, '\xFF')), "");
    std::string stray =
        "The harbour master said on Tuesday that the ferry would not sail again \xE9";
    EXPECT_EQ(detect_language(stray), "en");
}

}  // namespace
}  // namespace broadsheet
