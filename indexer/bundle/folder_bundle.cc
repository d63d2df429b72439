#include "indexer/bundle/folder_bundle.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/utf8.h"
#include "indexer/bundle/entry_names.h"
#include "indexer/bundle/file_source.h"
#include "indexer/bundle/stream_reader.h"

namespace broadsheet {
namespace {

namespace fs = std::filesystem;

struct Child {
    std::string name;
    fs::file_type type;

    /// A folder sorts as the paths below it do: after `a-b` comes `a/c`.
    [[nodiscard]] std::string sort_key() const {
        return type == fs::file_type::directory ? name + '/' : name;
    }
};

class FolderWalk {
public:
    FolderWalk(Reading& reading, const fs::path& root) : reading_(reading), root_(root) {}

    /// `below` is the path relative to the root, empty or ending in a slash.
    void read_below(const std::string& below);

private:
    std::vector<Child> children_of(const std::string& below);
    void read_child(const Child& child, const std::string& path);
    void read_file(const std::string& path);

    Reading& reading_;
    const fs::path& root_;
};

void FolderWalk::read_below(const std::string& below) {
    for (const Child& child : children_of(below)) {
        reading_.begin_file();
        if (reading_.ended()) return;
        read_child(child, below + child.name);
    }
}

std::vector<Child> FolderWalk::children_of(const std::string& below) {
    std::vector<Child> children;
    std::error_code error;
    for (fs::directory_iterator next(root_ / below, error), end; !error && next != end;
         next.increment(error)) {
        std::error_code unknown_type;
        children.push_back(
            {next->path().filename().native(), next->symlink_status(unknown_type).type()}
        );
    }
    if (error && below.empty() && children.empty()) {
        throw Error(
            ErrorKind::unreadable,
            fmt::format("cannot list the folder '{}': {}", root_.native(), error.message())
        );
    }
    if (error) {
        reading_.tell(
            ProblemKind::unreadable,
            repair_utf8(below),
            fmt::format("cannot be listed: {}", error.message())
        );
    }
    std::ranges::sort(children, {}, &Child::sort_key);
    return children;
}

void FolderWalk::read_child(const Child& child, const std::string& path) {
    const std::string_view hidden = reason_to_skip(child.name);
    if (!hidden.empty()) {
        reading_.tell(ProblemKind::not_article, repair_utf8(path), std::string(hidden));
    } else if (child.type == fs::file_type::directory) {
        read_below(path + '/');
    } else if (child.type == fs::file_type::symlink) {
        reading_.tell(
            ProblemKind::not_article,
            repair_utf8(path),
            "is a symbolic link, which is not followed; name its target on the command line"
        );
    } else if (child.type == fs::file_type::regular || child.type == fs::file_type::unknown) {
        read_file(path);
    }
}

void FolderWalk::read_file(const std::string& path) {
    const std::string name = repair_utf8(path);
    // Without waiting for a writer, should the file have become a pipe since it was listed.
    const OpenFile file(
        ::open((root_ / path).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    );
    if (file.descriptor() < 0) {
        reading_.tell(
            ProblemKind::unreadable, name, fmt::format("cannot be opened: {}", std::strerror(errno))
        );
        return;
    }
    FileSource source(reading_, file.descriptor());
    read_stream(
        reading_, source, {.name = name, .entry = name, .inside = name + '/', .problem = name}
    );
}

}  // namespace

void read_folder(Reading& reading, const fs::path& folder) {
    FolderWalk(reading, folder).read_below("");
}

}  // namespace broadsheet
