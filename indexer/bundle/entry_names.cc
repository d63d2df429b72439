#include "indexer/bundle/entry_names.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/utf8.h"

namespace broadsheet {
namespace {

struct Suffix {
    std::string_view suffix;
    std::string_view replacement;
};

constexpr std::array kCompressionSuffixes{
    Suffix{".gz", ""},
    Suffix{".gzip", ""},
    Suffix{".bz2", ""},
    Suffix{".xz", ""},
    Suffix{".lzma", ""},
    Suffix{".lz", ""},
    Suffix{".zst", ""},
    Suffix{".zstd", ""},
    Suffix{".lz4", ""},
    Suffix{".Z", ""},
    Suffix{".z", ""},
    Suffix{".tgz", ".tar"},
    Suffix{".taz", ".tar"},
    Suffix{".tbz", ".tar"},
    Suffix{".tbz2", ".tar"},
    Suffix{".txz", ".tar"},
    Suffix{".tlz", ".tar"},
    Suffix{".tzst", ".tar"},
};

std::string_view reason_to_skip_component(std::string_view component) {
    if (component == "__MACOSX" || component.starts_with("._"))
        return "holds attributes of a Macintosh file, no article";
    if (component == ".DS_Store" || component == "Thumbs.db" || component == "desktop.ini")
        return "holds the looks of a folder, no article";
    if (component.size() > 1 && component.starts_with('.') && component != "..")
        return "is hidden; name it on the command line to read it";
    return {};
}

}  // namespace

std::string clean_name(std::string_view stored) {
    while (true) {
        if (stored.starts_with("/")) {
            stored.remove_prefix(1);
        } else if (stored.starts_with("./")) {
            stored.remove_prefix(2);
        } else {
            break;
        }
    }
    return stored == "." ? std::string() : repair_utf8(stored);
}

std::string without_compression_suffix(std::string_view name) {
    for (const auto& [suffix, replacement] : kCompressionSuffixes) {
        const std::string_view stem =
            name.substr(0, name.size() - std::min(name.size(), suffix.size()));
        if (ends_with_ignoring_case(name, suffix) && !stem.empty() && !stem.ends_with('/'))
            return std::string(stem).append(replacement);
    }
    return std::string(name);
}

std::string_view reason_to_skip(std::string_view name) {
    while (!name.empty()) {
        const std::size_t end = std::min(name.find('/'), name.size());
        const std::string_view reason = reason_to_skip_component(name.substr(0, end));
        if (!reason.empty()) return reason;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return {};
}

}  // namespace broadsheet
