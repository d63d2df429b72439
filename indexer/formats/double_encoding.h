#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet {

/// Undoes what happens when UTF-8 is read as windows-1252 and written as UTF-8 again: "cafÃ©" is
/// "café". Nothing unless the text shows it beyond doubt, more than once, as no language writes
/// such signs in a row; then only what can be undone is. `utf8` is well-formed.
std::optional<std::string> undone_double_encoding(std::string_view utf8);

}  // namespace broadsheet
