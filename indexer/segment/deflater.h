#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include <libdeflate.h>

#include "indexer/segment/byte_buffer.h"
#include "indexer/segment/short_deflate.h"

namespace broadsheet {

/// Packs tags as the engine unpacks them: raw deflate, each on its own. Nearly all are a kilobyte
/// or two; the few long ones go to a library.
class Deflater {
public:
    /// The packed tag, which lives until the next call, or nothing where packing does not pay.
    std::optional<std::string_view> pack(std::string_view tag);

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    struct Free {
        void operator()(libdeflate_compressor* compressor) const {
            libdeflate_free_compressor(compressor);
        }
    };

    std::optional<std::string_view> pack_long(std::string_view tag);

    ShortDeflate short_;
    std::unique_ptr<libdeflate_compressor, Free> compressor_;  // made for the first long tag
    ByteBuffer packed_;
};

}  // namespace broadsheet
