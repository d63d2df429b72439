#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::testing {

/// A file to be packed.
struct PackedFile {
    std::string name;
    std::string content;
};

enum class ArchiveKind : std::uint8_t { tar, pax, zip, zip_stored, seven_zip, cpio, ar, iso, xar };
enum class CompressionKind : std::uint8_t {
    none,
    gzip,
    bzip2,
    compress,
    xz,
    lzma,
    lzip,
    zstd,
    lz4,
};

/// A real archive of these files in memory, by libarchive's writer: the same bytes at each call.
std::string archive_of(
    ArchiveKind kind,
    const std::vector<PackedFile>& files,
    CompressionKind compression = CompressionKind::none
);

/// The content compressed as a lone file is.
std::string compressed(CompressionKind kind, std::string_view content);

/// A zip whose entries are encrypted with a password.
std::string encrypted_zip(const std::vector<PackedFile>& files, const std::string& password);

/// A tar with one sparse file: `data` at `offset_bytes`, blank to `size_bytes`.
std::string sparse_tar(
    const std::string& name,
    std::string_view data,
    std::int64_t offset_bytes,
    std::int64_t size_bytes
);

}  // namespace broadsheet::testing
