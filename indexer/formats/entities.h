#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// The text with its character references replaced: numeric ones (those of control characters, as
/// wire services leave them, by nothing; those of 128 to 159 as windows-1252, as HTML does) and the
/// names of HTML 4. What is not a reference stays as it is. UTF-8 in, UTF-8 out.
std::string decode_entities(std::string_view text);

}  // namespace broadsheet
