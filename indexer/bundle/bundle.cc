#include "indexer/bundle/bundle.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "broadsheet/error.h"
#include "common/utf8.h"
#include "indexer/bundle/containers.h"
#include "indexer/bundle/file_source.h"
#include "indexer/bundle/folder_bundle.h"
#include "indexer/bundle/reading.h"
#include "indexer/bundle/stream_reader.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

void read_descriptor(Reading& reading, int descriptor, const std::string& name) {
    FileSource source(reading, descriptor);
    read_stream(reading, source, {.name = name, .entry = name});
}

void read_file(Reading& reading, const fs::path& path) {
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.descriptor() < 0) {
        throw Error(
            errno == ENOENT ? ErrorKind::not_found : ErrorKind::unreadable,
            errno == ENOENT ? "there is no such file or folder"
                            : fmt::format("it cannot be opened: {}", std::strerror(errno))
        );
    }
    read_descriptor(reading, file.descriptor(), repair_utf8(path.filename().native()));
}

}  // namespace

void read_bundle(
    const fs::path& path, const Limits& limits, BundleVisitor& visitor, std::stop_token stop
) {
    check_container_names(limits.containers);
    Reading reading(path.native(), limits, visitor, std::move(stop));
    std::error_code unreadable;
    if (path == "-") {
        read_descriptor(reading, STDIN_FILENO, "stdin");
    } else if (fs::is_directory(path, unreadable)) {
        read_folder(reading, path);
    } else {
        read_file(reading, path);
    }
}

}  // namespace broadsheet
