#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <vector>

namespace broadsheet {

/// Writes one new file from its beginning to its end in large pieces.
class FileWriter {
public:
    /// @throws Error (unwritable) when the file cannot be made or is there already.
    explicit FileWriter(std::filesystem::path path);
    ~FileWriter();
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;

    /// @throws Error (unwritable).
    void write(std::string_view bytes);

    /// Writes what is left, syncs the file to disk and closes it.
    /// @throws Error (unwritable).
    void finish();

    /// Bytes of memory one writer takes.
    static constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

private:
    void flush();
    [[noreturn]] void fail(const char* action) const;

    std::filesystem::path path_;
    int descriptor_ = -1;
    std::vector<char> buffer_;
    std::size_t used_ = 0;
};

}  // namespace broadsheet
