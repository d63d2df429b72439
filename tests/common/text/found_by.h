#pragma once

#include <string>
#include <string_view>

namespace broadsheet::testing {

/// Whether `text`, analysed in `language`, is found by what a person typed. It reads the tokens of
/// the query as the query parser does: every word must occur; several tokens at a position are
/// alternatives; the parts of a compound are a phrase beside its joined form; a query in straight
/// double quotes is a phrase of exact words.
bool is_found_by(std::string_view text, std::string_view query, std::string_view language);

/// The printed words of `text` that the query marks, each in brackets, in order: "[Guaidó] [coup]".
std::string marked_by(std::string_view text, std::string_view query, std::string_view language);

/// All tokens as "begin-end@position+span term/stem", for messages and exact expectations.
std::string describe_tokens(std::string_view text, std::string_view language);

}  // namespace broadsheet::testing
