#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace broadsheet {

/// Writes `value` at `out` as the engine's `uint`: seven bits a byte, the least significant first,
/// the top bit says that more follow. Returns one past the last byte; at most kUintBytesMax.
inline char* put_uint(char* out, std::uint64_t value) {
    while (value >= 0x80) {
        *out++ = static_cast<char>(value | 0x80);
        value >>= 7;
    }
    *out++ = static_cast<char>(value);
    return out;
}

inline constexpr std::size_t kUintBytesMax = 10;

/// Reads what put_uint() wrote into memory of ours, and moves `in` past it.
inline std::uint64_t take_uint(const char*& in) {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(*in++);
        value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
        if (byte < 0x80) return value;
    }
}

/// Copies `size` bytes that do not overlap, faster than the library where they are few: most keys
/// and tags are, and there are a dozen for every hundred bytes of text.
inline void copy_short(char* to, const char* from, std::size_t size) {
    if (size > 32) {
        std::memcpy(to, from, size);
    } else if (size >= 16) {
        std::memcpy(to, from, 16);
        std::memcpy(to + size - 16, from + size - 16, 16);
    } else if (size >= 8) {
        std::memcpy(to, from, 8);
        std::memcpy(to + size - 8, from + size - 8, 8);
    } else if (size >= 4) {
        std::memcpy(to, from, 4);
        std::memcpy(to + size - 4, from + size - 4, 4);
    } else {
        for (std::size_t i = 0; i < size; ++i)
            to[i] = from[i];
    }
}

/// Asks the processor to fetch what will be needed soon; no promise, no error.
inline void fetch_soon(const void* address) {
    __builtin_prefetch(address);
}

/// Bytes that grow at their end: what std::string does, without clearing what is about to be
/// written. Reused from tag to tag, so that its memory is.
class ByteBuffer {
public:
    /// Makes room for `size` more bytes and says where they go; finish with end_at().
    char* room(std::size_t size) {
        if (capacity_ - size_ < size) grow(size);
        return bytes_.get() + size_;
    }

    void end_at(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.get()); }

    void append(std::string_view bytes) {
        if (bytes.empty()) return;
        copy_short(room(bytes.size()), bytes.data(), bytes.size());
        size_ += bytes.size();
    }

    void append(char byte) {
        *room(1) = byte;
        ++size_;
    }

    void append_uint(std::uint64_t value) { end_at(put_uint(room(kUintBytesMax), value)); }

    void clear() { size_ = 0; }

    [[nodiscard]] std::size_t size() const { return size_; }

    [[nodiscard]] bool empty() const { return size_ == 0; }

    [[nodiscard]] std::size_t capacity() const { return capacity_; }

    [[nodiscard]] const char* data() const { return bytes_.get(); }

    [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

private:
    void grow(std::size_t size) {
        const std::size_t capacity = std::max({size_ + size, capacity_ + capacity_ / 2, kFirst});
        std::unique_ptr<char[]> bytes(new char[capacity]);
        if (size_ > 0) std::memcpy(bytes.get(), bytes_.get(), size_);
        bytes_ = std::move(bytes);
        capacity_ = capacity;
    }

    static constexpr std::size_t kFirst = 64;

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace broadsheet
