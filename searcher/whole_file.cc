#include "searcher/whole_file.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "broadsheet/error.h"

namespace broadsheet {

namespace {

// A folder can be opened, but fails at the first byte.
std::string read_all(std::istream& in, const std::string& path) {
    try {
        return {std::istreambuf_iterator<char>(in), {}};
    } catch (const std::ios_base::failure& failure) {
        throw Error(
            ErrorKind::unreadable,
            fmt::format("cannot read '{}': {}", path, failure.code().message())
        );
    }
}

}  // namespace

std::string read_whole(const std::string& path) {
    if (path == "-") return read_all(std::cin, "standard input");
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        const int reason = errno;
        throw Error(
            reason == ENOENT ? ErrorKind::not_found : ErrorKind::unreadable,
            fmt::format("cannot read '{}': {}", path, std::generic_category().message(reason))
        );
    }
    return read_all(in, path);
}

}  // namespace broadsheet
