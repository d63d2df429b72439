#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include <libdeflate.h>

#include "indexer/segment/byte_buffer.h"

namespace broadsheet {

/// Packs tags as the engine unpacks them: raw deflate, each on its own.
class Deflater {
public:
    Deflater();

    /// The packed tag, which lives until the next call, or nothing where packing does not pay.
    std::optional<std::string_view> pack(std::string_view tag);

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    struct Free {
        void operator()(libdeflate_compressor* compressor) const {
            libdeflate_free_compressor(compressor);
        }
    };

    std::unique_ptr<libdeflate_compressor, Free> compressor_;
    ByteBuffer packed_;
};

}  // namespace broadsheet
