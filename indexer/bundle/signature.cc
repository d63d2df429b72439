#include "indexer/bundle/signature.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace broadsheet {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kTarBlockBytes = 512;
constexpr std::size_t kIsoMarkOffset = 32769;

struct Magic {
    Signature signature;
    std::string_view bytes;
};

/// Fixed bytes at offset 0, of the formats whose mark is long enough to be believed.
constexpr std::array kMagics{
    Magic{Signature::gzip, "\x1f\x8b\x08"sv},
    Magic{
        Signature::xz,
        "\xfd"
        "7zXZ\0"sv},
    Magic{Signature::lzip, "LZIP\0"sv},
    Magic{Signature::lzip, "LZIP\1"sv},
    Magic{Signature::zstd, "\x28\xb5\x2f\xfd"sv},
    Magic{Signature::lz4, "\x04\x22\x4d\x18"sv},
    Magic{Signature::lz4, "\x02\x21\x4c\x18"sv},
    Magic{Signature::foreign, "\x89LZO\0\r\n\x1a\n"sv},
    Magic{Signature::foreign, "LRZI\0"sv},
    Magic{Signature::foreign, "GRZipII\0"sv},
    Magic{Signature::zip, "PK\x03\x04"sv},
    Magic{Signature::zip, "PK\x05\x06"sv},
    Magic{Signature::zip, "PK\x06\x06"sv},
    Magic{Signature::zip, "PK\x07\x08"sv},
    Magic{Signature::zip, "PK00PK"sv},
    Magic{Signature::seven_zip, "7z\xbc\xaf\x27\x1c"sv},
    Magic{Signature::ar, "!<arch>\n"sv},
    Magic{Signature::rar, "Rar!\x1a\x07\0"sv},
    Magic{Signature::rar5, "Rar!\x1a\x07\1\0"sv},
    Magic{Signature::cab, "MSCF\0\0\0\0"sv},
    Magic{Signature::xar, "xar!\0"sv},
};

bool is_octal(std::string_view digits) {
    return std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '7'; });
}

bool is_hexadecimal(std::string_view digits) {
    return std::ranges::all_of(digits, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

unsigned byte_at(std::string_view bytes, std::size_t offset) {
    return static_cast<unsigned char>(bytes[offset]);
}

bool is_bzip2(std::string_view head) {
    // The level, then the mark of a block or, in an empty file, of the end.
    return head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
           (head.substr(4, 6) == "1AY&SY" || head.substr(4, 6) == "\x17rE8P\x90"sv);
}

bool is_compress(std::string_view head) {
    // 9 to 16 bits a code, two reserved bits that are zero.
    return head.size() >= 4 && head.starts_with("\x1f\x9d") && (byte_at(head, 2) & 0x60U) == 0 &&
           (byte_at(head, 2) & 0x1fU) >= 9 && (byte_at(head, 2) & 0x1fU) <= 16;
}

/// The .lzma header has no mark: properties, dictionary size, length or all ones when unknown, and
/// a range coder that always begins with zero.
bool is_lzma(std::string_view head) {
    if (head.size() < 18 || head[0] != '\x5d' || head[13] != '\0') return false;
    const bool usual_dictionary = head.substr(1, 2) == "\0\0"sv &&
                                  std::popcount(byte_at(head, 3)) <= 2 && byte_at(head, 4) <= 8;
    const std::string_view length = head.substr(5, 8);
    return usual_dictionary &&
           (length == "\xff\xff\xff\xff\xff\xff\xff\xff"sv || length.substr(5) == "\0\0\0"sv);
}

/// Skippable frames may precede the frames of zstd and lz4; which of the two follows is told by the
/// libraries alike, so zstd, where they are used in practice, is taken.
bool is_skippable_frame(std::string_view head) {
    return head.size() >= 8 && (byte_at(head, 0) & 0xf0U) == 0x50U &&
           head.substr(1, 3) == "\x2a\x4d\x18"sv;
}

bool is_blank_block(std::string_view head) {
    return std::ranges::all_of(head.substr(0, kTarBlockBytes), [](char c) { return c == '\0'; });
}

/// The number in an octal field of a tar header, or -1.
long octal_field(std::string_view field) {
    const std::size_t first = field.find_first_not_of(' ');
    if (first == std::string_view::npos) return -1;
    const std::size_t last = std::min(field.find_first_not_of("01234567", first), field.size());
    if (last == first) return -1;
    long value = 0;
    for (const char digit : field.substr(first, last - first))
        value = value * 8 + (digit - '0');
    return value;
}

/// POSIX pax, "ustar Interchange Format": the sum of the header's bytes with the checksum field
/// taken as blanks. Some writers summed signed bytes.
bool is_tar(std::string_view head) {
    if (head.size() < kTarBlockBytes) return false;
    const std::string_view header = head.substr(0, kTarBlockBytes);
    const long stated = octal_field(header.substr(148, 8));
    long sum = 0;
    long signed_sum = 0;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const char c = i >= 148 && i < 156 ? ' ' : header[i];
        sum += static_cast<unsigned char>(c);
        signed_sum += static_cast<signed char>(c);
    }
    return stated > 0 && (stated == sum || stated == signed_sum);
}

/// A short file of nothing but blank blocks: a tar without entries.
bool is_empty_tar(std::string_view whole) {
    return whole.size() % kTarBlockBytes == 0 &&
           std::ranges::all_of(whole, [](char c) { return c == '\0'; });
}

bool is_ascii_cpio(std::string_view head) {
    constexpr std::size_t kOdcHeaderBytes = 76;
    constexpr std::size_t kNewcHeaderBytes = 110;
    if (head.starts_with("070707"))
        return head.size() >= kOdcHeaderBytes && is_octal(head.substr(0, kOdcHeaderBytes));
    return (head.starts_with("070701") || head.starts_with("070702")) &&
           head.size() >= kNewcHeaderBytes && is_hexadecimal(head.substr(0, kNewcHeaderBytes));
}

/// The old binary header has a mark of two bytes only; the name must end where it says, too.
bool is_binary_cpio(std::string_view head) {
    constexpr std::size_t kHeaderBytes = 26;
    if (head.size() < kHeaderBytes) return false;
    const bool little = head.starts_with("\xc7\x71");
    if (!little && !head.starts_with("\x71\xc7")) return false;
    const std::size_t low = byte_at(head, little ? 20 : 21);
    const std::size_t name_size = low + (std::size_t{byte_at(head, little ? 21 : 20)} << 8U);
    if (name_size < 2 || head.size() < kHeaderBytes + name_size) return false;
    return head.substr(kHeaderBytes, name_size).find('\0') == name_size - 1;
}

bool is_lha(std::string_view head) {
    if (head.size() < 22 || head[2] != '-' || head[3] != 'l' || head[6] != '-') return false;
    const std::string_view method = head.substr(4, 2);
    const bool known = (method[0] == 'h' && (is_octal(method.substr(1)) || method[1] == 'd')) ||
                       method == "zs" || method == "z4" || method == "z5";
    return known && byte_at(head, 20) <= 3;  // header level
}

bool is_web_archive(std::string_view head, std::string_view mark) {
    // Some writers put the blank lines between records before the first one.
    const std::size_t start = head.find_first_not_of("\r\n");
    return start != std::string_view::npos && head.substr(start).starts_with(mark);
}

Signature recognise_head(std::string_view head) {
    for (const Magic& magic : kMagics) {
        if (head.starts_with(magic.bytes)) return magic.signature;
    }
    if (is_bzip2(head)) return Signature::bzip2;
    if (is_compress(head)) return Signature::compress;
    if (is_web_archive(head, "WARC/0.") || is_web_archive(head, "WARC/1.")) return Signature::warc;
    if (is_web_archive(head, "filedesc:")) return Signature::arc;
    if (is_ascii_cpio(head) || is_binary_cpio(head)) return Signature::cpio;
    if (is_tar(head)) return Signature::tar;
    if (is_lzma(head)) return Signature::lzma;
    if (is_skippable_frame(head)) return Signature::zstd;
    if (is_lha(head)) return Signature::lha;
    return Signature::none;
}

struct NamedMagic {
    std::string_view suffix;
    std::string_view bytes;
};

constexpr std::array kNamedMagics{
    NamedMagic{".zip", "PK\x03\x04"sv},
    NamedMagic{".wacz", "PK\x03\x04"sv},
    NamedMagic{".7z", "7z\xbc\xaf\x27\x1c"sv},
    NamedMagic{".gz", "\x1f\x8b\x08"sv},
    NamedMagic{".tgz", "\x1f\x8b\x08"sv},
    NamedMagic{".bz2", "BZh91AY&SY"sv},
    NamedMagic{
        ".xz",
        "\xfd"
        "7zXZ\0"sv},
    NamedMagic{".zst", "\x28\xb5\x2f\xfd"sv},
    NamedMagic{".lz4", "\x04\x22\x4d\x18"sv},
    NamedMagic{".lz", "LZIP\1"sv},
    NamedMagic{".ar", "!<arch>\n"sv},
};

}  // namespace

Signature recognise(PeekedSource& source) {
    const std::string_view head = source.head(2 * kTarBlockBytes);
    const Signature signature = recognise_head(head);
    // An ISO image begins with 32 KiB for boot code, blank as a rule.
    if (signature != Signature::none || !is_blank_block(head) || head.empty()) return signature;
    const std::string_view more = source.head(kIsoMarkOffset + 5);
    if (more.size() < kIsoMarkOffset + 5)
        return is_empty_tar(more) ? Signature::tar : Signature::none;
    return more.ends_with("CD001") ? Signature::iso : Signature::none;
}

bool is_cut_signature(std::string_view name, std::string_view bytes) {
    if (bytes.empty()) return false;
    if (name.ends_with(".tar")) {
        // A header is a name and blank bytes; what has lines is a text of that name.
        const bool is_text = bytes.find('\0') == bytes.npos && bytes.find('\n') != bytes.npos;
        return bytes.size() < kTarBlockBytes && !is_text;
    }
    if (name.ends_with(".cpio"))
        return bytes.size() < 110 &&
               bytes.starts_with(std::string_view("07070").substr(0, bytes.size()));
    return std::ranges::any_of(kNamedMagics, [&](const NamedMagic& magic) {
        return name.ends_with(magic.suffix) && bytes.size() < magic.bytes.size() &&
               magic.bytes.starts_with(bytes);
    });
}

}  // namespace broadsheet
