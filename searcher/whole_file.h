#pragma once

#include <string>

namespace broadsheet {

/// The content of a file, or of standard input for "-".
/// @throws Error: not_found, unreadable.
std::string read_whole(const std::string& path);

}  // namespace broadsheet
