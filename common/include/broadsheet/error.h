#pragma once

#include <stdexcept>
#include <string>

namespace broadsheet {

/// Why an operation could not be carried out. Append only: the numbers are stable.
enum class ErrorKind {
    invalid_argument = 1,  ///< the caller's value makes no sense
    not_found = 2,         ///< no such index, bundle or article
    unreadable = 3,        ///< it is there but cannot be read
    corrupt = 4,           ///< it can be read but its contents are damaged
    incompatible = 5,      ///< written by a version this one does not understand
    locked = 6,            ///< another writer holds the index
    bad_query = 7,         ///< only in strict mode: syntax that is surely wrong
    cancelled = 8,         ///< stopped on request
    unwritable = 9,        ///< the disk is full or writing is not allowed
    internal = 10,         ///< a defect of ours
};

/// The only exception that leaves Broadsheet. what() is one sentence for a person: what could not
/// be done, to which thing, why, and where it helps what to do about it.
/// Copyable, and safe to hand from one thread to another.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}

    /// Which of the kinds above; lets a caller decide without reading the sentence.
    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }

private:
    ErrorKind kind_;
};

}  // namespace broadsheet
