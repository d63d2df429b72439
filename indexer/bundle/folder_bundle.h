#pragma once

#include <filesystem>

#include "indexer/bundle/reading.h"

namespace broadsheet {

/// Reads every file below a folder, in byte order of the paths relative to it, each as a bundle of
/// its own would be read. Symbolic links are not followed: they lead in circles, out of the
/// folder, or to a file that is read anyway.
/// @throws Error (unreadable) when the folder itself cannot be listed.
void read_folder(Reading& reading, const std::filesystem::path& folder);

}  // namespace broadsheet
