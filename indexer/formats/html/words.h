#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::html {

/// The text with entities that were escaped twice decoded, tags removed, blanks collapsed.
std::string plain_text(std::string_view text);

/// The text in small letters.
std::string lower_case(std::string_view text);

/// Letters and digits only, in small letters: what is left when two printed forms of a text are the
/// same for a reader.
std::string comparable(std::string_view text);

/// Whether the whole text is an address, not "Jane Doe (https://echo.example/jane)".
bool is_address(std::string_view text);

/// Number of words: runs of letters and digits, each Chinese or Japanese character for itself.
std::size_t word_count(std::string_view text);

/// True when the text ends as sentences end in the scripts of the press, closing quotes included.
bool ends_sentence(std::string_view text);

/// Splits at any of the characters; pieces trimmed, empty ones left out.
std::vector<std::string> split_list(std::string_view text, std::string_view separators);

}  // namespace broadsheet::html
