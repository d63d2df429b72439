#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bundle/byte_source.h"
#include "indexer/bundle/reading.h"

namespace broadsheet {

/// A file descriptor that closes itself.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}

    ~OpenFile();
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

/// The bytes of a file, a pipe or standard input. A regular file can seek.
class FileSource final : public ByteSource {
public:
    /// Reads from `descriptor`, which stays the caller's.
    FileSource(Reading& reading, int descriptor);

    std::string_view read() override;
    Failure* failure() override;

    [[nodiscard]] std::int64_t seekable_size() const override { return size_; }

    void seek(std::int64_t offset_bytes) override;

private:
    bool wait_for_bytes();

    Reading& reading_;
    int descriptor_;
    std::int64_t size_ = -1;
    std::int64_t offset_ = 0;
    std::vector<char> buffer_;
    std::optional<Failure> failure_;
};

}  // namespace broadsheet
