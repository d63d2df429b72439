#include "indexer/bundle/warc/web_record.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "common/ascii.h"
#include "common/utf8.h"

namespace broadsheet {
namespace {

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_ascii_digit);
}

std::string_view without_brackets(std::string_view uri) {
    if (uri.starts_with('<') && uri.ends_with('>') && uri.size() >= 2)
        return uri.substr(1, uri.size() - 2);
    return uri;
}

/// Resources that crawlers make of their own settings and logs.
bool is_of_the_crawler(std::string_view url) {
    return url.starts_with("metadata:") || url.starts_with("urn:X-wpull") ||
           url.starts_with("urn:pageinfo:") || url.starts_with("dns:") || url.starts_with("whois:");
}

RecordKind kind_of(std::string_view type, std::string_view url, std::string_view content_type) {
    if (is_of_the_crawler(url)) return RecordKind::unrelated;
    if (equals_ignoring_case(type, "response")) {
        const bool http = parse_media_type(content_type).type.starts_with("application/http");
        return http || url.starts_with("http") ? RecordKind::response : RecordKind::content;
    }
    if (equals_ignoring_case(type, "resource") || equals_ignoring_case(type, "conversion"))
        return RecordKind::content;
    return equals_ignoring_case(type, "revisit") ? RecordKind::revisit : RecordKind::unrelated;
}

/// 20080430204825 as 2008-04-30T20:48:25Z.
std::string arc_date(std::string_view digits) {
    return fmt::format(
        "{}-{}-{}T{}:{}:{}Z",
        digits.substr(0, 4),
        digits.substr(4, 2),
        digits.substr(6, 2),
        digits.substr(8, 2),
        digits.substr(10, 2),
        digits.substr(12, 2)
    );
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (!(line = trimmed(line)).empty()) {
        words.push_back(line.substr(0, line.find_first_of(" \t")));
        line.remove_prefix(words.back().size());
    }
    return words;
}

}  // namespace

bool is_warc_line(std::string_view line) {
    return line.starts_with("WARC/0.") || line.starts_with("WARC/1.");
}

std::optional<WebRecord> warc_record(const HeaderFields& head) {
    const std::optional<std::uint64_t> length = parse_decimal(head.get("Content-Length"));
    if (!is_warc_line(head.first_line()) || !length) return std::nullopt;
    WebRecord record;
    record.url = repair_utf8(without_brackets(head.get("WARC-Target-URI")));
    record.fetched = repair_utf8(head.get("WARC-Date"));
    record.content_type = head.get("Content-Type");
    record.truncated = repair_utf8(head.get("WARC-Truncated"));
    record.size_bytes = *length;
    record.kind = kind_of(head.get("WARC-Type"), record.url, record.content_type);
    return record;
}

std::optional<WebRecord> arc_record(std::string_view line) {
    constexpr std::size_t kWordsMin = 5;
    constexpr std::size_t kDateDigits = 14;
    const std::vector<std::string_view> words = words_of(line);
    const std::optional<std::uint64_t> length =
        words.size() < kWordsMin ? std::nullopt : parse_decimal(words.back());
    if (!length || words.front().find(':') == std::string_view::npos) return std::nullopt;
    // Addresses may hold blanks: the date is looked for from the end, and has the IP number before
    // it. Where it is missing the words are counted as version 1 has them.
    const auto date = std::find_if(words.rbegin(), words.rend() - 2, [](std::string_view word) {
        return word.size() == kDateDigits && is_digits(word);
    });
    const bool dated = date != words.rend() - 2;
    if (!dated && words.size() != kWordsMin) return std::nullopt;
    const std::string_view ip_number = dated ? *std::next(date) : words[1];
    const auto url_size = static_cast<std::size_t>(ip_number.data() - line.data());
    WebRecord record;
    record.url = repair_utf8(trimmed(line.substr(0, url_size)));
    if (dated) record.fetched = arc_date(*date);
    record.size_bytes = *length;
    const bool page = record.url.starts_with("http://") || record.url.starts_with("https://");
    record.kind = page ? RecordKind::response : RecordKind::unrelated;
    return record;
}

}  // namespace broadsheet
