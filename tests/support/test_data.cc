#include "tests/support/test_data.h"

#include <cstdlib>

namespace broadsheet::testing {

std::filesystem::path source_directory() {
    return BROADSHEET_SOURCE_DIR;
}

std::optional<std::filesystem::path> test_data(std::string_view name) {
    const char* set = std::getenv("BROADSHEET_DATA");
    const std::filesystem::path root = set != nullptr
                                           ? std::filesystem::path(set)
                                           : source_directory().parent_path() / "shared" / "data";
    const std::filesystem::path file = root / name;
    if (!std::filesystem::exists(file)) return std::nullopt;
    return file;
}

}  // namespace broadsheet::testing
