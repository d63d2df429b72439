// Frames as in RFC 8878, section 3.1.

#include "indexer/bundle/zstd_frames.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

constexpr std::size_t kMagicBytes = 4;
constexpr std::uint32_t kFrameMagic = 0xFD2FB528;
constexpr std::uint32_t kSkippableMagic = 0x184D2A50;  // and the 15 that follow it
constexpr std::uint32_t kOldestMagic = 0xFD2FB522;     // of versions before 0.8, framed otherwise

std::uint32_t little_endian(std::string_view bytes) {
    std::uint32_t number = 0;
    for (std::size_t i = bytes.size(); i > 0; --i)
        number = number << 8U | static_cast<unsigned char>(bytes[i - 1]);
    return number;
}

/// Of the window, the number of the dictionary and the size of the content.
std::size_t header_bytes(unsigned descriptor) {
    constexpr std::array<std::size_t, 4> kDictionaryBytes = {0, 1, 2, 4};
    constexpr std::array<std::size_t, 4> kSizeBytes = {0, 2, 4, 8};
    const bool single_segment = (descriptor & 0x20U) != 0;
    const std::size_t size_bytes =
        descriptor >> 6U == 0 && single_segment ? 1 : kSizeBytes[descriptor >> 6U];
    return (single_segment ? 0 : 1) + kDictionaryBytes[descriptor & 3U] + size_bytes;
}

}  // namespace

std::string_view ZstdFrames::read() {
    out_.clear();
    while (!ended_ && out_.empty()) {
        const std::string_view bytes = below_.read();
        if (!bytes.empty()) {
            take(bytes);
        } else if (part_ == Part::magic) {
            end_at_garbage();
        } else {
            ended_ = true;
            out_ = header_;  // the decoder says that it is cut off
        }
    }
    return out_;
}

void ZstdFrames::take(std::string_view bytes) {
    while (!bytes.empty() && !ended_) {
        const bool in_header = content_left_ == 0;
        const std::uint64_t wanted = in_header ? header_size_ - header_.size() : content_left_;
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, bytes.size()));
        (in_header ? header_ : out_).append(bytes.substr(0, size));
        if (!in_header) content_left_ -= size;
        bytes.remove_prefix(size);
        if (in_header && header_.size() == header_size_) take_header();
    }
}

void ZstdFrames::take_header() {
    const std::uint32_t number = little_endian(header_);
    if (part_ == Part::magic) return begin_frame(number);
    out_ += header_;
    switch (part_) {
        case Part::skippable_size:
            content_left_ = number;
            return begin_part(Part::magic, kMagicBytes);
        case Part::descriptor:
            has_checksum_ = (number & 4U) != 0;
            if (header_bytes(number) == 0) return begin_part(Part::block_header, 3);
            return begin_part(Part::header, header_bytes(number));
        case Part::header:
            return begin_part(Part::block_header, 3);
        default:
            break;
    }
    const bool is_run = (number >> 1U & 3U) == 1;  // one byte, many times
    content_left_ = is_run ? 1 : number >> 3U;
    const bool is_last = (number & 1U) != 0;
    if (is_last && has_checksum_) content_left_ += 4;
    if (is_last) return begin_part(Part::magic, kMagicBytes);
    begin_part(Part::block_header, 3);
}

void ZstdFrames::begin_frame(std::uint32_t magic) {
    const bool is_frame = magic == kFrameMagic;
    const bool is_skippable = (magic & ~0xFU) == kSkippableMagic;
    const bool is_old = magic >= kOldestMagic && magic < kFrameMagic;
    if (!is_frame && !is_skippable && !is_old) return end_at_garbage();
    out_ += header_;
    if (is_old) content_left_ = UINT64_MAX;  // to the end of all
    begin_part(is_frame ? Part::descriptor : Part::skippable_size, is_frame ? 1 : 4);
}

void ZstdFrames::begin_part(Part part, std::size_t size) {
    part_ = part;
    header_.clear();
    header_size_ = size;
}

void ZstdFrames::end_at_garbage() {
    ended_ = true;
    bool is_blank = true;
    for (std::string_view rest = header_; is_blank && !rest.empty(); rest = below_.read())
        is_blank = rest.find_first_not_of('\0') == rest.npos;
    if (!is_blank) {
        failure_ = Failure{
            .reason = "has bytes behind the end of its compressed data, which were left out"};
    }
}

Failure* ZstdFrames::failure() {
    if (Failure* below = below_.failure()) return below;
    return failure_ ? &*failure_ : nullptr;
}

}  // namespace broadsheet
