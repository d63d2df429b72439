#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

// Parts of the keys of a glass table. They sort as bytes in the order of what they stand for.
// Source: Xapian 1.4, common/pack.h.

/// Order-preserving number: two bytes below 0x8000, else the count of leading ones tells the
/// length.
inline void append_sort_uint(std::string& key, std::uint32_t value) {
    if (value < 0x8000) {
        key.push_back(static_cast<char>(value >> 8));
        key.push_back(static_cast<char>(value));
        return;
    }
    const unsigned length = (32U + 5U - static_cast<unsigned>(std::countl_zero(value))) / 7U;
    const unsigned mark = (0xffU << (10U - length)) & 0xffU;
    for (unsigned left = length; left-- > 0;) {
        const unsigned byte = left < 4 ? (value >> (8 * left)) & 0xffU : 0;
        key.push_back(static_cast<char>(left + 1 == length ? byte | mark : byte));
    }
}

/// Order-preserving string that is the last thing in its key: each zero byte is followed by 0xff.
inline void append_sort_string_last(std::string& key, std::string_view text) {
    for (const char byte : text) {
        key.push_back(byte);
        if (byte == '\0') key.push_back('\xff');
    }
}

/// Order-preserving string with more behind it: also terminated by a zero byte.
inline void append_sort_string(std::string& key, std::string_view text) {
    append_sort_string_last(key, text);
    key.push_back('\0');
}

/// Number that ends a key: little-endian, as many bytes as it needs, none for 0.
inline void append_uint_last(std::string& key, std::uint32_t value) {
    for (; value != 0; value >>= 8)
        key.push_back(static_cast<char>(value));
}

}  // namespace broadsheet
