#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "common/ascii.h"
#include "common/text/word_store.h"

// Most words of most texts are ASCII letters between a blank and a blank. These functions find them
// without looking at characters one by one; they are here to be inlined into the walk.

namespace broadsheet {

/// A run of ASCII letters.
struct LetterRun {
    std::size_t length = 0;
    std::uint64_t first_bytes = 0;  ///< WordStore::first_bytes() of it
};

namespace ascii_letters {

constexpr std::uint64_t in_each_byte(unsigned char value) {
    return value * std::uint64_t{0x0101010101010101};
}

// The top bit of each byte that is no ASCII letter: letters in small are 'a' or more and not 'z' +
// 1 or more, sums that set the top bit of seven.
inline std::uint64_t not_letters(std::uint64_t bytes) {
    const std::uint64_t small = (bytes | in_each_byte(0x20)) & in_each_byte(0x7F);
    const std::uint64_t from_a = small + in_each_byte(0x80 - 'a');
    const std::uint64_t behind_z = small + in_each_byte(0x80 - 'z' - 1);
    return (~from_a | behind_z | bytes) & in_each_byte(0x80);
}

// Bytes behind which, after ASCII letters, no rule of run_scanner.cc goes on, whatever follows.
constexpr std::array<bool, 256> ending_bytes() {
    std::array<bool, 256> table{};
    for (const char c : std::string_view(" \t\r\n;:!?()[]{}<>/\\|*=~^%$")) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}

inline constexpr std::array<bool, 256> kEndsWord = ending_bytes();

}  // namespace ascii_letters

/// The letters from `begin` on, where one is, up to `limit`. Eight bytes at a time: most words have
/// no more.
inline LetterRun letters_at(std::string_view text, std::size_t begin, std::size_t limit) {
    std::size_t end = begin;
    if constexpr (std::endian::native == std::endian::little) {
        for (; end + 8 <= limit; end += 8) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + end, 8);
            const std::uint64_t others = ascii_letters::not_letters(bytes);
            if (others == 0) continue;
            const auto letters = static_cast<unsigned>(std::countr_zero(others)) / 8;
            if (end == begin) return {letters, bytes & ((std::uint64_t{1} << 8 * letters) - 1)};
            end += letters;
            return {end - begin, WordStore::first_bytes(text.substr(begin, end - begin))};
        }
    }
    while (end < limit && is_ascii_letter(text[end]))
        ++end;
    return {end - begin, WordStore::first_bytes(text.substr(begin, end - begin))};
}

/// True when the ASCII letters before `end` are a whole run.
inline bool is_plain_end(std::string_view text, std::size_t end) {
    if (end == text.size()) return true;
    const char c = text[end];
    if (ascii_letters::kEndsWord[static_cast<unsigned char>(c)]) return true;
    if (c != '.' && c != ',' && c != '"') return false;
    return end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '\n';
}

}  // namespace broadsheet
