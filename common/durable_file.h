#pragma once

#include <filesystem>
#include <string_view>

namespace broadsheet {

/// Replaces a file so that after a crash of program or machine it holds either the old content or
/// the new: writes beside it, syncs, renames, syncs the folder.
/// @throws Error: unwritable, naming the file and the reason.
void replace_file(const std::filesystem::path& file, std::string_view content);

/// Syncs one file, or the entries of one folder, to disk.
/// @throws Error: unwritable.
void sync_to_disk(const std::filesystem::path& path);

}  // namespace broadsheet
