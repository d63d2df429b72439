#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/bundle/warc/header_fields.h"

namespace broadsheet {

/// What a record of a web archive is, as far as it matters here.
enum class RecordKind : std::uint8_t {
    response,   ///< what a server answered, with the head of HTTP
    content,    ///< a resource, or text that a crawler made of a response (WET)
    revisit,    ///< the same content as fetched before, not repeated
    unrelated,  ///< requests, metadata, name look-ups
};

/// The head of a record.
struct WebRecord {
    RecordKind kind = RecordKind::unrelated;
    std::string url;           ///< without the angle brackets some writers put around it
    std::string fetched;       ///< ISO 8601, or empty
    std::string content_type;  ///< of the block as a whole, as written
    std::string truncated;     ///< why the crawler kept only a part, or empty
    std::uint64_t size_bytes = 0;
};

/// True when a line begins a WARC record: "WARC/1.0".
bool is_warc_line(std::string_view line);

/// A record of WARC 0.17 to 1.1 (ISO 28500); nothing when its head makes no sense.
std::optional<WebRecord> warc_record(const HeaderFields& head);

/// A record of ARC (Internet Archive, "Arc File Format", 1996) from its one line, version 1 with
/// five words or version 2 with ten; nothing when the line is none.
std::optional<WebRecord> arc_record(std::string_view line);

}  // namespace broadsheet
