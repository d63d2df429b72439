#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet {

/// Where the JSON value that starts at `offset` ends: after its closing bracket, quote, or last
/// letter; npos when it is not closed. Looks at brackets and quotes only; any depth.
std::size_t json_value_end(std::string_view bytes, std::size_t offset);

/// JSON as programs wrongly write it, made right where the meaning is plain: lone surrogates become
/// U+FFFD, control characters in strings escapes, NaN and Infinity null, integers of more than 18
/// digits strings, unknown escapes themselves, commas before a closing bracket go. Bytes that are
/// not UTF-8 are read in the encoding that is detected.
std::string repair_json(std::string_view bytes);

}  // namespace broadsheet
