#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "tests/indexer/bundle/collecting_visitor.h"
#include "tests/support/temp_directory.h"

namespace broadsheet::testing {

// Web archives of our own, record by record.

inline constexpr std::string_view kPage =
    "<html><title>Ferry returns</title><p>Aldmoor cheers.</html>";

inline std::string warc_record(
    std::string_view type,
    std::string_view url,
    std::string_view block,
    std::string_view content_type = "application/http; msgtype=response",
    std::string_view version = "1.0",
    std::string_view more_fields = ""
) {
    return fmt::format(
        "WARC/{}\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2019-04-30T11:22:33Z\r\n"
        "Content-Type: {}\r\n{}Content-Length: {}\r\n\r\n{}\r\n\r\n",
        version,
        type,
        url,
        content_type,
        more_fields,
        block.size(),
        block
    );
}

inline std::string http(
    std::string_view body, std::string_view more_fields = "", int status = 200
) {
    return fmt::format(
        "HTTP/1.1 {} Whatever\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n{}\r\n{}",
        status,
        more_fields,
        body
    );
}

inline std::string response(std::string_view url, std::string_view body = kPage) {
    return warc_record("response", url, http(body));
}

inline CollectingVisitor read_bytes(std::string_view bytes, const Limits& limits = {}) {
    const TempDirectory folder;
    return read_all(folder.write("crawl.warc", bytes), limits);
}

}  // namespace broadsheet::testing
