#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/bundle/byte_source.h"

namespace broadsheet {

/// The frames at the beginning of another source, and nothing of what follows them: libarchive's
/// filter would lose up to 128 KiB of what it has decoded, all of a small file, over one byte
/// behind the last frame. Blank bytes there are padding; any others are a failure. Where frames end
/// is seen in their headers; nothing is decoded.
class ZstdFrames final : public ByteSource {
public:
    explicit ZstdFrames(ByteSource& below) : below_(below) {}

    std::string_view read() override;
    Failure* failure() override;

private:
    enum class Part : std::uint8_t { magic, skippable_size, descriptor, header, block_header };

    void take(std::string_view bytes);
    void take_header();
    void begin_part(Part part, std::size_t size);
    void begin_frame(std::uint32_t magic);
    void end_at_garbage();

    ByteSource& below_;
    std::string out_;
    std::string header_;  // of the part at hand, as far as it has come
    Part part_ = Part::magic;
    std::size_t header_size_ = 4;
    std::uint64_t content_left_ = 0;  // to be handed on before the next header
    bool has_checksum_ = false;
    bool ended_ = false;
    std::optional<Failure> failure_;
};

}  // namespace broadsheet
