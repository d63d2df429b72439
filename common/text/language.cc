#include "common/text/language.h"

#include <algorithm>
#include <iterator>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uloc.h>

#include "common/text/plain_english.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

constexpr std::size_t kSampleBytes = 8192;
// Below this CLD2 says "reliable" and is wrong too often.
constexpr std::size_t kShortestSampleBytes = 24;

struct LanguageName {
    std::string_view code;
    std::string_view name;
};

// English names and aliases that ICU does not resolve by itself.
constexpr LanguageName kNames[] = {
    {"af", "afrikaans"},
    {"am", "amharic"},
    {"ar", "arabic"},
    {"az", "azerbaijani"},
    {"be", "belarusian"},
    {"bg", "bulgarian"},
    {"bn", "bengali"},
    {"bn", "bangla"},
    {"bs", "bosnian"},
    {"ca", "catalan"},
    {"cs", "czech"},
    {"cy", "welsh"},
    {"da", "danish"},
    {"de", "german"},
    {"el", "greek"},
    {"en", "english"},
    {"es", "spanish"},
    {"es", "castilian"},
    {"et", "estonian"},
    {"eu", "basque"},
    {"fa", "persian"},
    {"fa", "farsi"},
    {"fi", "finnish"},
    {"fr", "french"},
    {"ga", "irish"},
    {"gl", "galician"},
    {"gu", "gujarati"},
    {"ha", "hausa"},
    {"he", "hebrew"},
    {"he", "iw"},
    {"hi", "hindi"},
    {"hr", "croatian"},
    {"hu", "hungarian"},
    {"hy", "armenian"},
    {"id", "indonesian"},
    {"id", "in"},
    {"ig", "igbo"},
    {"is", "icelandic"},
    {"it", "italian"},
    {"ja", "japanese"},
    {"ka", "georgian"},
    {"kk", "kazakh"},
    {"km", "khmer"},
    {"kn", "kannada"},
    {"ko", "korean"},
    {"ku", "kurdish"},
    {"ky", "kyrgyz"},
    {"lo", "lao"},
    {"lt", "lithuanian"},
    {"lv", "latvian"},
    {"mk", "macedonian"},
    {"ml", "malayalam"},
    {"mn", "mongolian"},
    {"mr", "marathi"},
    {"ms", "malay"},
    {"my", "burmese"},
    {"nb", "bokmal"},
    {"ne", "nepali"},
    {"nl", "dutch"},
    {"nl", "flemish"},
    {"nn", "nynorsk"},
    {"no", "norwegian"},
    {"om", "oromo"},
    {"pa", "punjabi"},
    {"pcm", "nigerian pidgin"},
    {"pl", "polish"},
    {"ps", "pashto"},
    {"pt", "portuguese"},
    {"rn", "kirundi"},
    {"ro", "romanian"},
    {"ro", "moldavian"},
    {"ru", "russian"},
    {"rw", "kinyarwanda"},
    {"si", "sinhala"},
    {"sk", "slovak"},
    {"sl", "slovenian"},
    {"sn", "shona"},
    {"so", "somali"},
    {"sq", "albanian"},
    {"sr", "serbian"},
    {"sv", "swedish"},
    {"sw", "swahili"},
    {"ta", "tamil"},
    {"te", "telugu"},
    {"th", "thai"},
    {"ti", "tigrinya"},
    {"tl", "tagalog"},
    {"tl", "filipino"},
    {"tr", "turkish"},
    {"uk", "ukrainian"},
    {"ur", "urdu"},
    {"uz", "uzbek"},
    {"vi", "vietnamese"},
    {"xh", "xhosa"},
    {"yi", "yiddish"},
    {"yo", "yoruba"},
    {"zh", "chinese"},
    {"zh", "mandarin"},
    {"zu", "zulu"},
    {"he", "heb"},
    {"id", "ind"},
    {"no", "nor"},
    {"tl", "fil"},
};

std::string lower_tag(std::string_view text) {
    std::string lower;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') {
            lower += static_cast<char>(c + ('a' - 'A'));
        } else {
            lower += c == '_' ? '-' : c;
        }
    }
    const auto first = lower.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return lower.substr(first, lower.find_last_not_of(" \t\r\n") - first + 1);
}

std::string_view code_of_name(std::string_view name) {
    const auto* row = std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& entry) {
        return entry.name == name;
    });
    return row == std::end(kNames) ? std::string_view{} : row->code;
}

bool is_known_code(const std::string& code) {
    if (uloc_getISO3Language(code.c_str())[0] != '\0') return true;
    return std::any_of(std::begin(kNames), std::end(kNames), [&](const auto& entry) {
        return entry.code == code;
    });
}

// ICU turns 639-2 codes of both kinds (deu, ger) and BCP 47 tags into the shortest code.
std::string code_of_tag(const std::string& tag) {
    char language[ULOC_LANG_CAPACITY] = {};
    UErrorCode status = U_ZERO_ERROR;
    uloc_getLanguage(tag.c_str(), language, sizeof language, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return {};
    const std::string code = language;
    if (const auto alias = code_of_name(code); !alias.empty()) return std::string(alias);
    return code.size() >= 2 && code.size() <= 3 && is_known_code(code) ? code : std::string{};
}

struct BibliographicCode {
    std::string_view bibliographic;
    std::string_view code;
};

// ISO 639-2/B, the librarians' codes that differ from 639-2/T.
constexpr BibliographicCode kBibliographicCodes[] = {
    {"alb", "sq"},
    {"arm", "hy"},
    {"baq", "eu"},
    {"bur", "my"},
    {"chi", "zh"},
    {"cze", "cs"},
    {"dut", "nl"},
    {"fre", "fr"},
    {"geo", "ka"},
    {"ger", "de"},
    {"gre", "el"},
    {"ice", "is"},
    {"mac", "mk"},
    {"may", "ms"},
    {"per", "fa"},
    {"rum", "ro"},
    {"slo", "sk"},
    {"wel", "cy"},
};

std::string_view code_of_bibliographic(std::string_view code) {
    const auto* row = std::find_if(
        std::begin(kBibliographicCodes),
        std::end(kBibliographicCodes),
        [&](const auto& entry) { return entry.bibliographic == code; }
    );
    return row == std::end(kBibliographicCodes) ? std::string_view{} : row->code;
}

}  // namespace

std::string detect_language(std::string_view text) {
    if (is_plain_english(text)) return "en";
    const std::string sample = repair_utf8(utf8_prefix(text, kSampleBytes));
    if (sample.size() < kShortestSampleBytes) return {};
    CLD2::Language candidates[3] = {};
    int percents[3] = {};
    double scores[3] = {};
    int text_bytes = 0;
    bool is_reliable = false;
    const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    int valid_bytes = 0;
    const CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
        sample.data(),
        static_cast<int>(sample.size()),
        true,
        &hints,
        0,
        candidates,
        percents,
        scores,
        nullptr,
        &text_bytes,
        &is_reliable,
        &valid_bytes
    );
    if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
    return language_code(CLD2::LanguageCode(language));
}

std::string language_code(std::string_view text) {
    if (text.size() > 64) return {};
    const std::string tag = lower_tag(text);
    if (tag.size() < 2) return {};
    if (const auto code = code_of_name(tag); !code.empty()) return std::string(code);
    if (const auto code = code_of_bibliographic(tag); !code.empty()) return std::string(code);
    return code_of_tag(tag);
}

}  // namespace broadsheet
