#include "indexer/bundle/warc/header_fields.h"

#include <algorithm>
#include <charconv>

namespace broadsheet {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The line at the start of `rest`, without its end, which is taken off `rest`, too.
std::string_view take_line(std::string_view& rest) {
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
    head.first_line_ = take_line(rest);
    while (rest.find('\n') != std::string_view::npos) {
        const std::string_view line = take_line(rest);
        if (line.empty()) {
            head.size_bytes_ = bytes.size() - rest.size();
            return head;
        }
        const std::size_t colon = line.find(':');
        if ((line.front() == ' ' || line.front() == '\t') && !head.fields_.empty()) {
            head.fields_.back().second.append(" ").append(trimmed_field(line));
        } else if (colon != std::string_view::npos) {
            head.fields_.emplace_back(
                trimmed_field(line.substr(0, colon)), trimmed_field(line.substr(colon + 1))
            );
        }
    }
    return std::nullopt;
}

std::string_view HeaderFields::get(std::string_view name) const {
    const auto found = std::ranges::find_if(fields_, [&](const auto& field) {
        return same_token(field.first, name);
    });
    return found == fields_.end() ? std::string_view{} : found->second;
}

std::string_view trimmed_field(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool same_token(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

MediaType parse_media_type(std::string_view value) {
    MediaType media;
    const std::size_t semicolon = std::min(value.find(';'), value.size());
    media.type = trimmed_field(value.substr(0, semicolon));
    std::ranges::transform(media.type, media.type.begin(), lower);
    std::string_view parameters = value.substr(semicolon);
    while (!parameters.empty()) {
        parameters.remove_prefix(1);
        const std::size_t end = std::min(parameters.find(';'), parameters.size());
        const std::string_view parameter = trimmed_field(parameters.substr(0, end));
        parameters.remove_prefix(end);
        const std::size_t equals = parameter.find('=');
        if (equals == std::string_view::npos ||
            !same_token(trimmed_field(parameter.substr(0, equals)), "charset"))
            continue;
        std::string_view charset = trimmed_field(parameter.substr(equals + 1));
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
