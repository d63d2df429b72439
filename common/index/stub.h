#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Names of the live segments, in the order of the stub.
///
/// The stub is untrusted: libxapian would start a program for a line like `remote :prog`, so only
/// lines of the form `glass segments/NAME` are believed, NAME made of letters, digits, '-' and '_'.
/// @throws Error: not_found when there is no index at that path, unreadable, corrupt for any other
/// line.
std::vector<std::string> read_stub(const std::filesystem::path& index);

/// True when the path holds an index, whatever its state.
bool is_index(const std::filesystem::path& index);

/// Replaces the list of live segments atomically and durably: a reader sees the old list or the new
/// one, also after a crash of the machine.
/// @throws Error: unwritable.
void write_stub(const std::filesystem::path& index, const std::vector<std::string>& segments);

/// True for a name that may stand in a stub.
bool is_segment_name(std::string_view name);

}  // namespace broadsheet
