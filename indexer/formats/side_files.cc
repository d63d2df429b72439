#include "indexer/formats/side_files.h"

#include <array>

#include "common/ascii.h"

namespace broadsheet {

namespace {

constexpr std::array<std::string_view, 23> kNames = {
    "readme",  "read_me",      "read-me",    "license",  "licence",      "licenses",
    "copying", "copyright",    "notice",     "authors",  "contributors", "changelog",
    "changes", "contributing", "install",    "manifest", "makefile",     "todo",
    "version", "requirements", "sha256sums", "md5sums",  "mimetype"};

constexpr std::array<std::string_view, 35> kExtensions = {
    ".dtd",  ".xsd", ".rng", ".rnc",  ".xsl", ".xslt", ".sch",  ".cat",  ".css",
    ".js",   ".ts",  ".py",  ".pl",   ".sh",  ".c",    ".cc",   ".cpp",  ".h",
    ".java", ".rb",  ".go",  ".rs",   ".php", ".sql",  ".md5",  ".sha1", ".sha256",
    ".sig",  ".asc", ".cdx", ".cdxj", ".idx", ".ini",  ".lock", ".toml"};

}  // namespace

std::string_view file_name(std::string_view entry_name) {
    const std::size_t slash = entry_name.find_last_of('/');
    return slash == std::string_view::npos ? entry_name : entry_name.substr(slash + 1);
}

bool has_extension(std::string_view entry_name, std::string_view extension) {
    return ends_with_ignoring_case(file_name(entry_name), extension);
}

std::string side_file_reason(std::string_view entry_name) {
    const std::string_view name = file_name(entry_name);
    const std::string_view stem = name.substr(0, name.find('.'));
    for (const std::string_view known : kNames) {
        if (equals_ignoring_case(stem, known)) {
            return "'" + std::string(name) + "' is a file about the collection, not an article";
        }
    }
    for (const std::string_view extension : kExtensions) {
        if (has_extension(name, extension)) {
            return "'" + std::string(name) + "' is a schema, program or checksum, not an article";
        }
    }
    if (name.starts_with("."))
        return "'" + std::string(name) + "' is a hidden file, not an article";
    return {};
}

}  // namespace broadsheet
