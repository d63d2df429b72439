#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/bundle/peeked_source.h"

namespace broadsheet {

/// What the first bytes of a stream say it is. Names are not asked: they lie.
enum class Signature : std::uint8_t {
    none,  ///< nothing we open: an entry as it stands
    // Compressions.
    gzip,
    bzip2,
    compress,
    xz,
    lzma,
    lzip,
    zstd,
    lz4,
    foreign,  ///< compressed by a program we would have to start: lzop, lrzip, grzip
    // Containers.
    tar,
    zip,
    seven_zip,
    cpio,
    ar,
    rar,
    rar5,
    iso,
    cab,
    lha,
    xar,
    // Web archives.
    warc,
    arc,
};

/// Looks at up to 33 KiB.
Signature recognise(PeekedSource& source);

/// True when all of a file, `bytes`, is less than the signature of the kind that `name` promises:
/// an archive cut off in its first bytes, which would otherwise pass for a tiny entry.
bool is_cut_signature(std::string_view name, std::string_view bytes);

}  // namespace broadsheet
