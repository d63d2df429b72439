#pragma once

#include <filesystem>
#include <string_view>

#include <fmt/format.h>

#include "common/xapian_errors.h"

namespace broadsheet {

/// Deletes a half-written segment. Called while another error is on its way, so it throws nothing.
void discard_segment(const std::filesystem::path& directory) noexcept;

/// Syncs every file of the segment, the directory itself and the directory that holds it.
/// @throws Error (unwritable).
void sync_segment(const std::filesystem::path& directory);

/// @throws Error (unwritable) when something of that name exists already.
void require_absent(const std::filesystem::path& directory);

/// What an error during writing means: a disk that fails is `unwritable`, whatever class the engine
/// chose for it.
Error as_write_error(const Error& error);

/// Runs `body`, which writes a new segment to `directory` through the engine. Whatever it throws
/// leaves no directory behind; an engine's error becomes Error.
template <typename Body>
auto writing_segment(const std::filesystem::path& directory, const Body& body) -> decltype(body()) {
    require_absent(directory);
    try {
        return with_xapian(fmt::format("write segment '{}'", directory.string()), body);
    } catch (const Error& error) {
        discard_segment(directory);
        throw as_write_error(error);
    } catch (const std::filesystem::filesystem_error& error) {
        discard_segment(directory);
        throw Error(ErrorKind::unwritable, fmt::format("cannot write segment: {}", error.what()));
    } catch (...) {
        discard_segment(directory);
        throw;
    }
}

}  // namespace broadsheet
