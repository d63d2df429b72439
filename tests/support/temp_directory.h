#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace broadsheet::testing {

/// A fresh directory that goes away with its owner.
class TempDirectory {
public:
    TempDirectory();
    /// In `parent` rather than in the system's place for temporary files.
    explicit TempDirectory(const std::filesystem::path& parent);
    ~TempDirectory();
    TempDirectory(const TempDirectory&) = delete;
    TempDirectory& operator=(const TempDirectory&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
        return path_ / name;
    }

    /// Writes a file below the directory, making the folders on the way; returns its path.
    std::filesystem::path write(std::string_view name, std::string_view content) const;

private:
    std::filesystem::path path_;
};

/// A place for files in memory, where there is one: for tests that write and sync a great deal.
std::filesystem::path memory_directory();

/// The whole content of a file.
std::string read_file(const std::filesystem::path& path);

}  // namespace broadsheet::testing
