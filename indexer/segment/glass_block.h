#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace broadsheet {

/// One block of a glass B-tree, filled in key order.
///
/// A header of 11 bytes (revision 4, level 1, largest free stretch 2, free bytes 2, end of the
/// directory 2), then a directory of 2-byte offsets in key order; the items grow from the end of
/// the block towards it. Numbers are big-endian. Source: Xapian 1.4, backends/glass/glass_table.h.
class GlassBlock {
public:
    static constexpr std::size_t kBytes = 8192;
    static constexpr std::size_t kHeaderBytes = 11;
    static constexpr std::size_t kDirectoryEntryBytes = 2;
    /// Four items of the largest size fit into a block.
    static constexpr std::size_t kItemBytesMax =
        (kBytes - kHeaderBytes - 4 * kDirectoryEntryBytes) / 4;
    static constexpr std::uint32_t kRevision = 1;

    /// Bytes the next item may take.
    [[nodiscard]] std::size_t room() const {
        const std::size_t free = lowest_item_ - directory_end_;
        return free < kDirectoryEntryBytes ? 0 : free - kDirectoryEntryBytes;
    }

    [[nodiscard]] bool empty() const { return directory_end_ == kHeaderBytes; }

    /// Takes `size` bytes for the next item, at most room(), and says where it begins.
    unsigned char* add_item(std::size_t size) {
        assert(size <= room());
        lowest_item_ -= size;
        put16(bytes_.data() + directory_end_, static_cast<unsigned>(lowest_item_));
        directory_end_ += kDirectoryEntryBytes;
        return bytes_.data() + lowest_item_;
    }

    /// The bytes to write: fills in the header and clears what is free.
    std::string_view finish(unsigned level) {
        const auto free = static_cast<unsigned>(lowest_item_ - directory_end_);
        put32(bytes_.data(), kRevision);
        bytes_[4] = static_cast<unsigned char>(level);
        put16(bytes_.data() + 5, free);
        put16(bytes_.data() + 7, free);
        put16(bytes_.data() + 9, static_cast<unsigned>(directory_end_));
        std::memset(bytes_.data() + directory_end_, 0, free);
        return {reinterpret_cast<const char*>(bytes_.data()), kBytes};
    }

    void clear() {
        directory_end_ = kHeaderBytes;
        lowest_item_ = kBytes;
    }

    static void put16(unsigned char* out, unsigned value) {
        out[0] = static_cast<unsigned char>(value >> 8);
        out[1] = static_cast<unsigned char>(value);
    }

    static void put32(unsigned char* out, std::uint32_t value) {
        put16(out, value >> 16);
        put16(out + 2, value & 0xffffU);
    }

private:
    std::array<unsigned char, kBytes> bytes_;
    std::size_t directory_end_ = kHeaderBytes;
    std::size_t lowest_item_ = kBytes;
};

}  // namespace broadsheet
