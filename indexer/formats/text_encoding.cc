#include "indexer/formats/text_encoding.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "common/ascii.h"
#include "common/utf8.h"
#include "indexer/formats/double_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kDetectedBytesMax = 32U << 10U;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

struct Signature {
    std::string_view bytes;
    std::string_view encoding;
};

// UTF-32LE before UTF-16LE: its mark begins with the other's.
constexpr std::array<Signature, 5> kMarks = {{
    {kUtf8Mark, "UTF-8"},
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

constexpr std::array<std::string_view, 18> kBinaryMagic = {
    "%PDF-",
    "%!PS",
    "{\\rtf",
    "\x89PNG",
    "GIF87a",
    "GIF89a",
    "\xFF\xD8\xFF",
    "\x7F"
    "ELF",
    "RIFF",
    "OggS",
    "PK\x03\x04",
    "\x1F\x8B",
    "BZh9",
    "\xFD"
    "7zXZ",
    "\x28\xB5\x2F\xFD",
    "7z\xBC\xAF",
    "Rar!\x1A",
    "II*",
};

bool is_allowed_control(unsigned char c) {
    return c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1B || c == 0x1A;
}

// UTF-16 and UTF-32 without a mark: in text mostly of ASCII the zero bytes stand in a pattern.
std::optional<std::string_view> wide_encoding(std::string_view bytes) {
    const std::string_view sample =
        bytes.substr(0, std::min<std::size_t>(bytes.size(), 1024) & ~3U);
    if (sample.size() < 8) return std::nullopt;
    std::array<std::size_t, 4> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        zeros[i % 4] += sample[i] == '\0' ? 1 : 0;
    const std::size_t quarter = sample.size() / 4;
    const auto most = [&](std::size_t n) { return n * 10 >= quarter * 7; };
    const auto few = [&](std::size_t n) { return n * 10 <= quarter; };
    if (most(zeros[0]) && most(zeros[1]) && most(zeros[2]) && few(zeros[3])) return "UTF-32BE";
    if (few(zeros[0]) && most(zeros[1]) && most(zeros[2]) && most(zeros[3])) return "UTF-32LE";
    if (most(zeros[0]) && few(zeros[1]) && most(zeros[2]) && few(zeros[3])) return "UTF-16BE";
    if (few(zeros[0]) && most(zeros[1]) && few(zeros[2]) && most(zeros[3])) return "UTF-16LE";
    return std::nullopt;
}

// A few stray bytes among real multi-byte sequences: UTF-8 that somebody pasted into.
bool is_mostly_utf8(std::string_view bytes) {
    std::size_t sequences = 0;
    std::size_t strays = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const CodePoint c = decode_utf8(bytes, i);
        if (!c.valid) ++strays;
        if (c.length > 1) ++sequences;
        i += c.length;
    }
    return sequences > 0 && sequences >= strays * 10;
}

// ISO-2022-JP and its kin switch alphabets by escape sequences and use no byte above 127.
bool may_be_iso_2022(std::string_view bytes) {
    const bool escapes = bytes.find("\x1B$") != std::string_view::npos;
    return escapes && std::all_of(bytes.begin(), bytes.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x80;
           });
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

using Converter = std::unique_ptr<UConverter, CloseConverter>;

// The web's reading of names: pages that say latin1 mean windows-1252, and so on.
// (https://encoding.spec.whatwg.org/#names-and-labels)
std::string_view web_name(std::string_view name) {
    struct Alias {
        std::string_view from;
        std::string_view to;
    };

    static constexpr std::array<Alias, 14> kAliases = {{
        {"iso-8859-1", "windows-1252"},
        {"iso8859-1", "windows-1252"},
        {"iso_8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"latin-1", "windows-1252"},
        {"us-ascii", "windows-1252"},
        {"ascii", "windows-1252"},
        {"iso-8859-9", "windows-1254"},
        {"tis-620", "windows-874"},
        {"gb2312", "gb18030"},
        {"gbk", "gb18030"},
        {"euc-kr", "windows-949"},
        {"ks_c_5601-1987", "windows-949"},
        {"shift_jis", "windows-31j"},
    }};
    for (const Alias& alias : kAliases) {
        if (equals_ignoring_case(name, alias.from)) return alias.to;
    }
    return name;
}

Converter open_converter(std::string_view encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string name(web_name(trimmed(encoding)));
    if (name.empty() || name.size() > 40) return nullptr;
    Converter converter(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status)) return nullptr;
    return converter;
}

bool is_utf8_name(std::string_view name) {
    return equals_ignoring_case(name, "utf-8") || equals_ignoring_case(name, "utf8");
}

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

std::string detect_encoding(std::string_view bytes) {
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
    if (!first.empty() && !too_little && open_converter(first) &&
        !equals_ignoring_case(first, "ASCII"))
        return corrected_guess(first, sample);
    const Guess second = icu_guess(sample);
    if (second.confidence >= 50 && !too_little && open_converter(second.name))
        return corrected_guess(second.name, sample);
    return "windows-1252";
}

std::string converted(std::string_view bytes, UConverter& converter) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    std::vector<UChar> units(16U << 10U);
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    char32_t high = 0;
    UErrorCode status = U_ZERO_ERROR;
    do {
        status = U_ZERO_ERROR;
        UChar* target = units.data();
        ucnv_toUnicode(
            &converter, &target, units.data() + units.size(), &source, end, nullptr, 1, &status
        );
        for (const UChar* unit = units.data(); unit != target; ++unit) {
            if (U16_IS_LEAD(*unit)) {
                high = *unit;
            } else if (U16_IS_TRAIL(*unit)) {
                append_utf8(out, high == 0 ? 0xFFFD : U16_GET_SUPPLEMENTARY(high, *unit));
                high = 0;
            } else {
                append_utf8(out, *unit);
            }
        }
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return out;
}

Utf8Text without_mark(std::string_view bytes) {
    if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
    return is_utf8(bytes) ? Utf8Text::of(bytes) : Utf8Text::owning(repair_utf8(bytes));
}

}  // namespace

std::string choose_encoding(std::string_view bytes, std::string_view declared) {
    for (const Signature& mark : kMarks) {
        if (bytes.starts_with(mark.bytes)) return std::string(mark.encoding);
    }
    if (const auto wide = wide_encoding(bytes)) return std::string(*wide);
    if (is_utf8(bytes) && !may_be_iso_2022(bytes)) return "UTF-8";
    const bool wide_name = starts_with_ignoring_case(declared, "utf-16") ||
                           starts_with_ignoring_case(declared, "utf-32") ||
                           starts_with_ignoring_case(declared, "ucs");
    if (!declared.empty() && !is_utf8_name(declared) && !wide_name && open_converter(declared))
        return std::string(trimmed(declared));
    if (is_mostly_utf8(bytes)) return "UTF-8";
    return detect_encoding(bytes);
}

Utf8Text to_utf8(std::string_view bytes, std::string_view encoding) {
    if (is_utf8_name(encoding)) return without_mark(bytes);
    const Converter converter = open_converter(encoding);
    if (!converter) return without_mark(bytes);
    std::string text = converted(bytes, *converter);
    if (text.starts_with(kUtf8Mark)) text.erase(0, kUtf8Mark.size());
    return Utf8Text::owning(std::move(text));
}

Utf8Text decode_text(std::string_view bytes, std::string_view declared) {
    Utf8Text text = to_utf8(bytes, choose_encoding(bytes, declared));
    std::optional<std::string> undone = undone_double_encoding(text.view());
    return undone ? Utf8Text::owning(std::move(*undone)) : text;
}

bool is_binary(std::string_view head) {
    if (head.empty()) return true;
    for (const Signature& mark : kMarks) {
        if (head.starts_with(mark.bytes)) return false;
    }
    for (const std::string_view magic : kBinaryMagic) {
        if (head.starts_with(magic)) return true;
    }
    if (wide_encoding(head)) return false;
    std::size_t controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0) controls += 8;
        if (byte < 0x20 && !is_allowed_control(byte)) ++controls;
    }
    return controls * 20 > head.size();
}

}  // namespace broadsheet
