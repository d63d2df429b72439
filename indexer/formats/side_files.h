#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

/// Why the name says that an entry lies among articles without being one: a README, a licence, a
/// schema, a style sheet, a checksum. Empty for anything else.
std::string side_file_reason(std::string_view entry_name);

/// The last component of the path.
std::string_view file_name(std::string_view entry_name);

/// True when the name ends in the extension, given with its dot, letter case apart.
bool has_extension(std::string_view entry_name, std::string_view extension);

}  // namespace broadsheet
