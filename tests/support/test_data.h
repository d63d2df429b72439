#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace broadsheet::testing {

/// Root of the source tree.
std::filesystem::path source_directory();

/// A file of the real collections, which a clone does not have: below $BROADSHEET_DATA, or
/// ../shared/data beside the source tree. Nothing where it is absent; the test then skips.
std::optional<std::filesystem::path> test_data(std::string_view name);

}  // namespace broadsheet::testing
