#include "indexer/formats/encoding_guess.h"

#include <algorithm>
#include <array>
#include <memory>

#include <uchardet/uchardet.h>
#include <unicode/uchar.h>
#include <unicode/ucsdet.h>

#include "common/ascii.h"
#include "common/utf8.h"
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

/// Of the code pages with a letter a byte, which are told apart by what their bytes mean in words.
bool has_a_letter_a_byte(std::string_view encoding) {
    constexpr std::array<std::string_view, 4> kFamilies = {
        "windows-125", "ISO-8859-", "IBM", "MAC"};
    return std::any_of(kFamilies.begin(), kFamilies.end(), [&](std::string_view family) {
        return starts_with_ignoring_case(encoding, family);
    });
}

bool is_small(char c) {
    return is_ascii_letter(c) && !is_ascii_upper(c);
}

/// What may stand between two small letters: another one, an apostrophe, a hyphen, a middle dot.
bool fits_into_word(std::string_view text) {
    const CodePoint c = decode_utf8(text, 0);
    return u_islower(static_cast<UChar32>(c.value)) || c.value == 0x2019 || c.value == 0xB4 ||
           c.value == 0xAD || c.value == 0xB7;
}

/// Bytes beyond ASCII between two small letters that would be capitals or signs in this encoding.
std::size_t misfits_in_words(std::string_view bytes, std::string_view encoding) {
    std::array<bool, 256> fits{};
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
        const char c = static_cast<char>(byte);
        fits[byte] = fits_into_word(to_utf8({&c, 1}, encoding).view());
    }
    std::size_t misfits = 0;
    for (std::size_t i = 1; i + 1 < bytes.size(); ++i) {
        const bool in_word = is_high(bytes[i]) && is_small(bytes[i - 1]) && is_small(bytes[i + 1]);
        misfits += in_word && !fits[static_cast<unsigned char>(bytes[i])] ? 1 : 0;
    }
    return misfits;
}

/// The guess, or the Western encoding by which all words are words where by the guess they are not:
/// what is rare to the detectors, of the Macintosh and of DOS, or too short for them.
std::string fitting_guess(std::string guess, std::string_view bytes) {
    if (!has_a_letter_a_byte(guess) || misfits_in_words(bytes, guess) == 0) return guess;
    for (const std::string_view western : {"windows-1252", "macintosh", "IBM850"}) {
        if (misfits_in_words(bytes, western) == 0) return std::string(western);
    }
    return guess;
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
        return fitting_guess(corrected_guess(first, sample), sample);
    const Guess second = icu_guess(sample);
    if (second.confidence >= 50 && !too_little && is_known_encoding(second.name))
        return fitting_guess(corrected_guess(second.name, sample), sample);
    return fitting_guess("windows-1252", sample);
}

}  // namespace broadsheet
