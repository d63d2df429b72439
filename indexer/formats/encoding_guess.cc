#include "indexer/formats/encoding_guess.h"

#include <algorithm>
#include <array>
#include <memory>

#include <uchardet/uchardet.h>
#include <unicode/ucsdet.h>

#include "common/ascii.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kDetectedBytesMax = 32U << 10U;

std::string uchardet_guess(std::string_view sample) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(
        uchardet_new(), &uchardet_delete
    );
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

struct Guess {
    std::string name;
    int confidence = 0;
};

Guess icu_guess(std::string_view sample) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(
        ucsdet_open(&status), &ucsdet_close
    );
    if (U_FAILURE(status)) return {};
    ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) return {};
    const char* name = ucsdet_getName(match, &status);
    const int confidence = ucsdet_getConfidence(match, &status);
    if (U_FAILURE(status)) return {};
    return {name, confidence};
}

// Detectors need bytes beyond ASCII: the sample starts a little before the first one.
std::string_view telling_part(std::string_view bytes) {
    const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || c == 0x1B;
    });
    const auto offset = static_cast<std::size_t>(first - bytes.begin());
    return bytes.substr(offset > 512 ? offset - 512 : 0, kDetectedBytesMax);
}

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

bool has_c1_byte(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xA0;
    });
}

/// Whether all bytes beyond ASCII are quotes, dashes and signs of windows-1252: English from a word
/// processor.
bool is_windows_punctuation(std::string_view bytes) {
    static constexpr std::string_view kSigns =
        "\x80\x82\x84\x85\x86\x87\x89\x8B\x91\x92\x93\x94\x95\x96\x97\x99\x9B\xA0\xA7\xA9\xAB\xAD"
        "\xAE"
        "\xB0\xB7\xBB";
    return std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return !is_high(c) || kSigns.find(c) != std::string_view::npos;
    });
}

/// The same of the Macintosh, where the apostrophe is 0xD5: a capital in the middle of a small word
/// elsewhere.
bool is_macintosh_punctuation(std::string_view bytes) {
    static constexpr std::string_view kSigns = "\xA5\xC7\xC8\xC9\xCA\xD0\xD1\xD2\xD3\xD4\xD5";
    bool apostrophe = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!is_high(bytes[i])) continue;
        if (kSigns.find(bytes[i]) == std::string_view::npos) return false;
        const bool in_word = i > 0 && i + 1 < bytes.size() && is_ascii_letter(bytes[i - 1]) &&
                             is_ascii_letter(bytes[i + 1]) && !is_ascii_upper(bytes[i + 1]);
        apostrophe = apostrophe || (bytes[i] == '\xD5' && in_word);
    }
    return apostrophe;
}

/// The accented capital alpha tells the two Greek code pages apart: it opens words.
bool is_iso_greek(std::string_view bytes) {
    std::size_t iso = 0;
    std::size_t windows = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        const bool opens_word = static_cast<unsigned char>(bytes[i + 1]) >= 0xC1 &&
                                (i == 0 || static_cast<unsigned char>(bytes[i - 1]) < 0xC1);
        iso += opens_word && bytes[i] == '\xB6' ? 1 : 0;
        windows += opens_word && bytes[i] == '\xA2' ? 1 : 0;
    }
    return iso > windows && !has_c1_byte(bytes);
}

/// Whether all bytes beyond ASCII are pairs of the rows that hold the kana: too few words for
/// detectors, and Japanese all the same.
bool is_kana_only(std::string_view bytes) {
    constexpr int kPairsMin = 3;
    int pairs = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!is_high(bytes[i])) continue;
        const bool kana = (bytes[i] == '\xA4' || bytes[i] == '\xA5') && i + 1 < bytes.size() &&
                          is_high(bytes[i + 1]);
        if (!kana) return false;
        ++pairs;
        ++i;
    }
    return pairs >= kPairsMin;
}

/// A guess set right by what the detector did not look at: bytes that ISO's code pages do not have
/// and Windows' do.
std::string corrected_guess(std::string_view guess, std::string_view bytes) {
    struct Pair {
        std::string_view iso;
        std::string_view windows;
    };

    static constexpr std::array<Pair, 7> kPairs = {{
        {"ISO-8859-1", "windows-1252"},
        {"ISO-8859-15", "windows-1252"},
        {"ISO-8859-2", "windows-1250"},
        {"ISO-8859-7", "windows-1253"},
        {"ISO-8859-8", "windows-1255"},
        {"ISO-8859-9", "windows-1254"},
        {"ISO-8859-13", "windows-1257"},
    }};
    if (equals_ignoring_case(guess, "windows-1253") && is_iso_greek(bytes)) return "ISO-8859-7";
    if (!has_c1_byte(bytes)) return std::string(guess);
    for (const Pair& pair : kPairs) {
        if (equals_ignoring_case(guess, pair.iso)) return std::string(pair.windows);
    }
    return std::string(guess);
}

}  // namespace

bool may_be_iso_2022(std::string_view bytes) {
    const bool escapes = bytes.find("\x1B$") != std::string_view::npos;
    return escapes && std::all_of(bytes.begin(), bytes.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x80;
           });
}

std::string guess_encoding(std::string_view bytes) {
    const std::string_view sample = telling_part(bytes);
    if (!may_be_iso_2022(sample)) {
        if (is_windows_punctuation(bytes)) return "windows-1252";
        if (is_macintosh_punctuation(bytes)) return "macintosh";
        if (is_kana_only(bytes)) return "EUC-JP";
    }
    const std::string first = uchardet_guess(sample);
    const auto high = std::count_if(sample.begin(), sample.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80;
    });
    // A single accent in English text makes detectors guess wildly; the Western code page is right
    // far more often.
    const bool too_little =
        !may_be_iso_2022(sample) && high < 4 && static_cast<std::size_t>(high) * 50 < sample.size();
    if (!first.empty() && !too_little && is_known_encoding(first) &&
        !equals_ignoring_case(first, "ASCII"))
        return corrected_guess(first, sample);
    const Guess second = icu_guess(sample);
    if (second.confidence >= 50 && !too_little && is_known_encoding(second.name))
        return corrected_guess(second.name, sample);
    return "windows-1252";
}

}  // namespace broadsheet
