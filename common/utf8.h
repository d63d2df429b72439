#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet {

/// One code point read from UTF-8, and how many bytes it took.
struct CodePoint {
    char32_t value = 0;
    std::uint8_t length = 1;  ///< 1 to 4
    bool valid = true;        ///< false: an ill-formed byte, value U+FFFD, length 1
};

/// The code point that starts at `text[offset]`; `offset` must be below text.size().
CodePoint decode_utf8(std::string_view text, std::size_t offset);

/// Appends the code point; U+FFFD for a surrogate or a number above U+10FFFF, which have no UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// True when every byte belongs to well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool is_utf8(std::string_view text);

/// The text itself where it is well-formed. Otherwise each ill-formed byte from 0x80 is read as
/// windows-1252 (its undefined bytes as U+FFFD), since that is what stray bytes in news files are.
std::string repair_utf8(std::string_view text);

/// The longest prefix of at most `size_bytes` bytes that does not cut a code point in two.
/// Ill-formed bytes count as one each, so that no more than three bytes are ever given up.
std::string_view utf8_prefix(std::string_view text, std::size_t size_bytes);

/// Number of code points in well-formed UTF-8.
std::size_t utf8_length(std::string_view text);

}  // namespace broadsheet
