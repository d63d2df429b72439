#include "indexer/pipeline/bundle_identity.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/digest.h"

namespace broadsheet {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlockBytes = 1U << 20U;

// It becomes a problem, which names the bundle.
Error unreadable(const std::error_code& error) {
    const bool missing = error == std::errc::no_such_file_or_directory;
    return {
        missing ? ErrorKind::not_found : ErrorKind::unreadable,
        missing ? "there is no such file or folder"
                : fmt::format("it cannot be read: {}", error.message())};
}

BundleIdentity identify_file(const fs::path& path, const std::stop_token& stop) {
    BundleIdentity identity;
    std::ifstream in(path, std::ios::binary);
    if (!in) throw unreadable(std::error_code(errno, std::generic_category()));
    Digest digest;
    std::vector<char> block(kBlockBytes);
    while (in && !stop.stop_requested()) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto got = static_cast<std::size_t>(in.gcount());
        digest.add_bytes({block.data(), got});
        identity.bytes += got;
    }
    if (in.bad()) throw unreadable(std::make_error_code(std::errc::io_error));
    if (!stop.stop_requested()) identity.digest = digest.hex();
    return identity;
}

struct FileFacts {
    std::string name;
    std::uint64_t bytes;
    std::int64_t modified;
};

BundleIdentity identify_folder(const fs::path& path, const std::stop_token& stop) {
    std::vector<FileFacts> files;
    std::error_code error;
    fs::recursive_directory_iterator walk(
        path, fs::directory_options::skip_permission_denied, error
    );
    if (error) throw unreadable(error);
    for (; walk != fs::recursive_directory_iterator() && !stop.stop_requested();
         walk.increment(error)) {
        std::error_code unknown;
        if (!walk->is_regular_file(unknown)) continue;
        const std::uint64_t bytes = walk->file_size(unknown);
        const auto modified = walk->last_write_time(unknown).time_since_epoch().count();
        if (!unknown)
            files.push_back({walk->path().lexically_relative(path).string(), bytes, modified});
    }
    std::sort(files.begin(), files.end(), [](const FileFacts& a, const FileFacts& b) {
        return a.name < b.name;
    });
    BundleIdentity identity;
    Digest digest;
    for (const auto& file : files) {
        digest.add(file.name);
        digest.add_number(file.bytes);
        digest.add_number(static_cast<std::uint64_t>(file.modified));
        identity.bytes += file.bytes;
    }
    if (!stop.stop_requested()) identity.digest = digest.hex();
    return identity;
}

}  // namespace

BundleIdentity identify_bundle(const fs::path& path, const std::stop_token& stop) {
    if (path == "-") return {};
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error || !fs::exists(status)) {
        throw unreadable(
            error ? error : std::make_error_code(std::errc::no_such_file_or_directory)
        );
    }
    if (fs::is_directory(status)) return identify_folder(path, stop);
    if (fs::is_regular_file(status)) return identify_file(path, stop);
    return {};
}

}  // namespace broadsheet
