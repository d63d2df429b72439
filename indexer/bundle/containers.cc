#include "indexer/bundle/containers.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadsheet/error.h"
#include "indexer/bundle/bundle.h"

namespace broadsheet {
namespace {

/// The middle of an archive may hold another one, so each is asked for by its own name and
/// never through archive_read_support_format_all(), which brings mtree (it can name local files)
/// and a reader of web archives that loses most of them.
constexpr std::array kContainers{
    Container{
        .signature = Signature::tar,
        .name = "tar",
        .title = "a tar archive",
        .enable = archive_read_support_format_tar,
        .skips_cheaply = true,
    },
    Container{
        .signature = Signature::zip,
        .name = "zip",
        .title = "a zip archive",
        .enable = archive_read_support_format_zip,
        .wants_seek = true,
        .skips_cheaply = true,
    },
    Container{
        .signature = Signature::seven_zip,
        .name = "7z",
        .title = "a 7z archive",
        .enable = archive_read_support_format_7zip,
        .wants_seek = true,
        .needs_seek = true,
    },
    Container{
        .signature = Signature::cpio,
        .name = "cpio",
        .title = "a cpio archive",
        .enable = archive_read_support_format_cpio,
        .trusts_names = true,
        .skips_cheaply = true,
    },
    Container{
        .signature = Signature::ar,
        .name = "ar",
        .title = "an ar archive",
        .enable = archive_read_support_format_ar,
        .skips_cheaply = true,
    },
    Container{
        .signature = Signature::rar,
        .name = "rar",
        .title = "a RAR archive",
        .enable = archive_read_support_format_rar,
        .optional = true,
    },
    Container{
        .signature = Signature::rar5,
        .name = "rar5",
        .title = "a RAR 5 archive",
        .enable = archive_read_support_format_rar5,
        .optional = true,
    },
    Container{
        .signature = Signature::iso,
        .name = "iso",
        .title = "an ISO 9660 image",
        .enable = archive_read_support_format_iso9660,
        .optional = true,
        .skips_cheaply = true,
    },
    Container{
        .signature = Signature::cab,
        .name = "cab",
        .title = "a CAB archive",
        .enable = archive_read_support_format_cab,
        .optional = true,
    },
    Container{
        .signature = Signature::lha,
        .name = "lha",
        .title = "an LHA archive",
        .enable = archive_read_support_format_lha,
        .optional = true,
    },
    Container{
        .signature = Signature::xar,
        .name = "xar",
        .title = "a XAR archive",
        .enable = archive_read_support_format_xar,
        .optional = true,
    },
};

constexpr std::array<std::string_view, 6> kOptionalNames{"rar", "rar5", "iso", "cab", "lha", "xar"};

/// Those that start another program (lzop, lrzip, grzip) are not here, nor uuencode, which would
/// swallow the text of mail.
constexpr std::array kCompressions{
    Compression{Signature::bzip2, archive_read_support_filter_bzip2},
    Compression{Signature::compress, archive_read_support_filter_compress},
    Compression{Signature::xz, archive_read_support_filter_xz},
    Compression{Signature::lzma, archive_read_support_filter_lzma},
    Compression{Signature::lzip, archive_read_support_filter_lzip},
    Compression{Signature::zstd, archive_read_support_filter_zstd},
    Compression{Signature::lz4, archive_read_support_filter_lz4},
};

}  // namespace

const Container* find_container(Signature signature) {
    const auto* const found = std::ranges::find(kContainers, signature, &Container::signature);
    return found == kContainers.end() ? nullptr : found;
}

const Compression* find_compression(Signature signature) {
    const auto* const found = std::ranges::find(kCompressions, signature, &Compression::signature);
    return found == kCompressions.end() ? nullptr : found;
}

std::span<const std::string_view> optional_containers() {
    return kOptionalNames;
}

void check_container_names(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (std::ranges::find(kOptionalNames, name) != kOptionalNames.end()) continue;
        throw Error(
            ErrorKind::invalid_argument,
            fmt::format(
                "unknown container '{}'; those that can be asked for are {}",
                name,
                fmt::join(kOptionalNames, ", ")
            )
        );
    }
}

}  // namespace broadsheet
