#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace broadsheet {

/// By what a bundle is known again.
struct BundleIdentity {
    std::uint64_t bytes = 0;  ///< size on disk, 0 when unknown
    /// Of a file's bytes; of a folder's file names, sizes and modification times; empty for
    /// standard input and other things that can be read but once.
    std::string digest;
};

/// Reads the whole file, or lists the whole folder. Stops early, with an empty digest, on request.
/// @throws Error: not_found, unreadable.
BundleIdentity identify_bundle(const std::filesystem::path& path, const std::stop_token& stop = {});

}  // namespace broadsheet
