#include "indexer/formats/double_encoding.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace broadsheet {

namespace {

/// What windows-1252 has for the bytes 0x80 to 0x9F; 0 where it has nothing.
/// (https://encoding.spec.whatwg.org/index-windows-1252.txt)
constexpr std::array<char32_t, 32> kUpper = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte a character stands for in windows-1252; nothing below 0x80. Bytes that it does not
/// define pass through as control characters.
std::optional<char> byte_of(char32_t c) {
    if (c >= 0x80 && c <= 0xFF) return static_cast<char>(c);
    const auto* const found = std::find(kUpper.begin(), kUpper.end(), c);
    if (c == 0 || found == kUpper.end()) return std::nullopt;
    return static_cast<char>(0x80 + (found - kUpper.begin()));
}

/// A run of characters beyond ASCII that windows-1252 has.
struct Run {
    std::string bytes;     ///< what they stand for
    std::size_t size = 0;  ///< of the characters in UTF-8
    bool is_utf8 = false;  ///< the bytes are
};

Run run_at(std::string_view text) {
    Run run;
    while (run.size < text.size() && static_cast<unsigned char>(text[run.size]) >= 0x80) {
        const CodePoint point = decode_utf8(text, run.size);
        const std::optional<char> byte = byte_of(point.value);
        if (!byte) break;
        run.bytes += *byte;
        run.size += point.length;
    }
    run.is_utf8 = run.bytes.size() > 1 && is_utf8(run.bytes);
    return run;
}

/// Signs of double encoding no language has: "â€" and a third, "Ã" and a sign that is no letter.
bool is_beyond_doubt(const Run& run) {
    if (!run.is_utf8) return false;
    const auto at = [&run](std::size_t i) { return static_cast<unsigned char>(run.bytes[i]); };
    if (run.bytes.size() >= 3 && at(0) == 0xE2 && at(1) == 0x80) return true;
    return at(0) == 0xC3 && at(1) != 0xA0;  // "Ã" and a no-break space may be text
}

/// Where a run of which the first character is â, Ã or Â begins; all have the byte 0xC3 first.
std::size_t next_suspect(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find('\xC3', from); at != std::string_view::npos;
         at = text.find('\xC3', at + 1)) {
        if (at + 1 >= text.size()) return std::string_view::npos;
        const char second = text[at + 1];
        if (second == '\xA2' || second == '\x83' || second == '\x82') return at;
    }
    return std::string_view::npos;
}

}  // namespace

std::optional<std::string> undone_double_encoding(std::string_view utf8) {
    constexpr int kCertainMin = 2;
    int certain = 0;
    for (std::size_t at = next_suspect(utf8, 0);
         at != std::string_view::npos && certain < kCertainMin;) {
        const Run run = run_at(utf8.substr(at));
        certain += is_beyond_doubt(run) ? 1 : 0;
        at = next_suspect(utf8, at + run.size);
    }
    if (certain < kCertainMin) return std::nullopt;
    std::string out;
    out.reserve(utf8.size());
    std::size_t done = 0;
    for (std::size_t at = next_suspect(utf8, 0); at != std::string_view::npos;
         at = next_suspect(utf8, done)) {
        const Run run = run_at(utf8.substr(at));
        out += utf8.substr(done, at - done);
        out += run.is_utf8 ? std::string_view(run.bytes) : utf8.substr(at, run.size);
        done = at + run.size;
    }
    out += utf8.substr(done);
    return out;
}

}  // namespace broadsheet
