#pragma once

#include <filesystem>

namespace broadsheet {

/// Held by the one writer of an index. Goes with the process, so that a killed writer leaves no
/// lock behind.
class WriterLock {
public:
    /// @throws Error: locked, saying which process holds it; unwritable.
    explicit WriterLock(const std::filesystem::path& index);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

private:
    int fd_ = -1;
};

}  // namespace broadsheet
