#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::cli {

/// Whoever read our output has gone (`| head`): nothing is left to do, and nothing went wrong.
struct BrokenPipe {};

/// Standard output with a buffer, whose failures are not overlooked. One in a program.
class StandardOutput {
public:
    /// @throws BrokenPipe, Error (unwritable: the disk is full, ...).
    void write(std::string_view text);

    /// Hands over what is buffered. Must be called at the end: the destructor writes nothing.
    /// @throws as write().
    void flush();

private:
    std::string buffer_;
};

}  // namespace broadsheet::cli
