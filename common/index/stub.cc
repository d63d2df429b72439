#include "common/index/stub.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/durable_file.h"
#include "common/index/layout.h"

namespace broadsheet {

namespace {

constexpr std::string_view kLinePrefix = "glass segments/";
constexpr std::size_t kStubBytesMax = 1U << 20U;

std::string load(const std::filesystem::path& stub, const std::filesystem::path& index) {
    std::error_code error;
    if (!std::filesystem::exists(stub, error)) {
        throw Error(
            ErrorKind::not_found,
            fmt::format(
                "there is no index at '{}'; make one with: broadsheet-index {} BUNDLE...",
                index.string(),
                index.string()
            )
        );
    }
    std::ifstream in(stub, std::ios::binary);
    std::string content(kStubBytesMax + 1, '\0');
    in.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(in.gcount()));
    if (in.bad() || !std::filesystem::is_regular_file(stub, error)) {
        throw Error(ErrorKind::unreadable, fmt::format("cannot read '{}'", stub.string()));
    }
    return content;
}

Error corrupt(const std::filesystem::path& stub, std::string_view why) {
    return {
        ErrorKind::corrupt,
        fmt::format(
            "'{}' is not the list of segments of a Broadsheet index: {}", stub.string(), why
        )};
}

}  // namespace

bool is_segment_name(std::string_view name) {
    return !name.empty() && name.size() <= 100 &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return std::isalnum(c) != 0 || c == '-' || c == '_';
           });
}

bool is_index(const std::filesystem::path& index) {
    std::error_code error;
    return std::filesystem::exists(stub_path(index), error);
}

std::vector<std::string> read_stub(const std::filesystem::path& index) {
    const std::filesystem::path stub = stub_path(index);
    const std::string content = load(stub, index);
    if (content.size() > kStubBytesMax) throw corrupt(stub, "it is too large");
    std::vector<std::string> segments;
    std::istringstream lines(content);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        if (!line.starts_with(kLinePrefix) ||
            !is_segment_name(std::string_view(line).substr(kLinePrefix.size()))) {
            throw corrupt(stub, "it has a line that names no segment");
        }
        segments.push_back(line.substr(kLinePrefix.size()));
    }
    return segments;
}

void write_stub(const std::filesystem::path& index, const std::vector<std::string>& segments) {
    std::string content;
    for (const auto& segment : segments)
        content += fmt::format("{}{}\n", kLinePrefix, segment);
    replace_file(stub_path(index), content);
}

}  // namespace broadsheet
