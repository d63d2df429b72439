#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace broadsheet {

/// What a watch remembers from call to call.
struct WatchState {
    std::filesystem::path index;  ///< absolute
    std::uint32_t seen = 0;       ///< Searcher::newest_arrival() of the last call

    friend bool operator==(const WatchState&, const WatchState&) = default;
};

/// Nothing when there is no such file yet.
/// @throws Error: unreadable, or corrupt when it is something else.
std::optional<WatchState> read_watch_state(const std::filesystem::path& file);

/// Replaces the file in one step, so that a call that was killed leaves the old state.
/// @throws Error: unwritable.
void write_watch_state(const std::filesystem::path& file, const WatchState& state);

}  // namespace broadsheet
