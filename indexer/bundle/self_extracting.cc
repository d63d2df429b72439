#include "indexer/bundle/self_extracting.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace broadsheet {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kProgramBytesMax = 1U << 20U;

// The head of the first file in a zip: a version, flags and a method that exist, and a name. Less
// would be found in many programs.
bool is_zip_entry(std::string_view bytes) {
    constexpr std::size_t kHeaderBytes = 30;
    if (!bytes.starts_with("PK\x03\x04"sv) || bytes.size() <= kHeaderBytes) return false;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    const unsigned version = byte(4);
    const unsigned method = byte(8) + byte(9) * 256U;
    const unsigned name_size = byte(26) + byte(27) * 256U;
    const bool known_method = method == 0 || method == 8 || method == 9 || method == 12 ||
                              method == 14 || method == 93 || method == 95 || method == 99;
    const auto printable = static_cast<unsigned char>(bytes[kHeaderBytes]) > 0x20;
    return version >= 10 && version <= 63 && known_method && name_size > 0 && name_size < 4096 &&
           printable;
}

std::optional<std::size_t> behind_program(std::string_view head) {
    const std::size_t seven = head.find("7z\xbc\xaf\x27\x1c\0"sv);
    for (std::size_t at = head.find("PK\x03\x04"sv); at < seven;
         at = head.find("PK\x03\x04"sv, at + 1)) {
        if (is_zip_entry(head.substr(at))) return at;
    }
    if (seven == std::string_view::npos) return std::nullopt;
    return seven;
}

// The archive stands on a line of its own.
std::optional<std::size_t> behind_script(std::string_view head) {
    constexpr std::array kMarks = {
        "\n\x1f\x8b\x08"sv,
        "\nPK\x03\x04"sv,
        "\n7z\xbc\xaf\x27\x1c"sv,
        "\nBZh91AY&SY"sv,
        "\n\xfd"
        "7zXZ\0"sv,
        "\n\x28\xb5\x2f\xfd"sv};
    std::size_t first = std::string_view::npos;
    for (const std::string_view mark : kMarks)
        first = std::min(first, head.find(mark));
    if (first == std::string_view::npos) return std::nullopt;
    return first + 1;
}

}  // namespace

std::optional<std::size_t> find_packed_part(PeekedSource& source) {
    const std::string_view start = source.head(4);
    const bool program = start.starts_with("MZ") || start ==
                                                        "\x7f"
                                                        "ELF";
    if (program) return behind_program(source.head(kProgramBytesMax));
    return start.starts_with("#!") ? behind_script(source.head(kProgramBytesMax)) : std::nullopt;
}

TailSource::TailSource(PeekedSource& below, std::size_t offset)
    : below_(below), offset_(static_cast<std::int64_t>(offset)) {
    while (offset > 0) {
        const std::size_t taken = below_.read_some(offset).size();
        if (taken == 0) return;
        offset -= taken;
    }
}

std::int64_t TailSource::seekable_size() const {
    const std::int64_t size = below_.seekable_size();
    return size < 0 ? size : std::max<std::int64_t>(size - offset_, 0);
}

void TailSource::seek(std::int64_t offset_bytes) {
    below_.seek(offset_ + offset_bytes);
}

}  // namespace broadsheet
