#include "indexer/bundle/warc/header_fields.h"

#include <algorithm>
#include <charconv>

#include "common/ascii.h"

namespace broadsheet {
namespace {

/// The line at the start of `rest`, without its end, which is taken off `rest`, too.
std::string_view take_header_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    // Copied through the wrong hands, lines end in CR CR LF.
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

}  // namespace

std::optional<HeaderFields> HeaderFields::parse(std::string_view bytes) {
    HeaderFields head;
    std::string_view rest = bytes;
    head.first_line_ = take_header_line(rest);
    while (rest.find('\n') != std::string_view::npos) {
        const std::string_view line = take_header_line(rest);
        if (line.empty()) {
            head.size_bytes_ = bytes.size() - rest.size();
            return head;
        }
        const std::size_t colon = line.find(':');
        if ((line.front() == ' ' || line.front() == '\t') && !head.fields_.empty()) {
            head.fields_.back().second.append(" ").append(trimmed(line));
        } else if (colon != std::string_view::npos) {
            head.fields_.emplace_back(
                trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))
            );
        }
    }
    return std::nullopt;
}

std::string_view HeaderFields::get(std::string_view name) const {
    const auto found = std::ranges::find_if(fields_, [&](const auto& field) {
        return equals_ignoring_case(field.first, name);
    });
    return found == fields_.end() ? std::string_view{} : found->second;
}

MediaType parse_media_type(std::string_view value) {
    MediaType media;
    const std::size_t semicolon = std::min(value.find(';'), value.size());
    media.type = trimmed(value.substr(0, semicolon));
    media.type = ascii_lower(media.type);
    std::string_view parameters = value.substr(semicolon);
    while (!parameters.empty()) {
        parameters.remove_prefix(1);
        const std::size_t end = std::min(parameters.find(';'), parameters.size());
        const std::string_view parameter = trimmed(parameters.substr(0, end));
        parameters.remove_prefix(end);
        const std::size_t equals = parameter.find('=');
        if (equals == std::string_view::npos ||
            !equals_ignoring_case(trimmed(parameter.substr(0, equals)), "charset"))
            continue;
        std::string_view charset = trimmed(parameter.substr(equals + 1));
        const std::size_t first = std::min(charset.find_first_not_of("\"'"), charset.size());
        charset.remove_prefix(first);
        media.charset = charset.substr(0, charset.find_first_of("\"'"));
    }
    return media;
}

std::optional<std::uint64_t> parse_decimal(std::string_view digits) {
    std::uint64_t length = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, length);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return length;
}

}  // namespace broadsheet
