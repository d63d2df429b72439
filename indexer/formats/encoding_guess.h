#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The encoding of bytes that are no UTF-8 and say nothing of it: what uchardet or ICU see, set
/// right by what they do not look at; windows-1252 where nothing tells. Never empty.
std::string guess_encoding(std::string_view bytes);

/// ISO-2022-JP and its kin, which switch alphabets by escape sequences and use no byte above 127.
bool may_be_iso_2022(std::string_view bytes);

}  // namespace broadsheet
