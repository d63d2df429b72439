#include "indexer/formats/text_encoding.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <unicode/ucnv.h>

#include "common/ascii.h"
#include "common/utf8.h"
#include "indexer/formats/double_encoding.h"
#include "indexer/formats/encoding_guess.h"

namespace broadsheet {

namespace {

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

constexpr std::array<std::string_view, 19> kBinaryMagic = {
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
    "PAR1",
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

bool is_known_encoding(std::string_view name) {
    return open_converter(name) != nullptr;
}

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
    return guess_encoding(bytes);
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
