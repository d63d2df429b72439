#include "searcher/printers/json_parts.h"

#include <cstddef>
#include <cstdint>

#include "common/utf8.h"

namespace broadsheet {

void write_highlights(
    JsonWriter& json, std::string_view key, std::string_view text, std::span<const Span> highlights
) {
    json.key(key);
    json.begin_array();
    std::size_t counted_bytes = 0;
    std::uint64_t characters = 0;
    for (const Span& span : highlights) {
        characters += utf8_length(text.substr(counted_bytes, span.offset - counted_bytes));
        const std::uint64_t begin = characters;
        characters += utf8_length(text.substr(span.offset, span.length));
        counted_bytes = span.offset + span.length;
        json.begin_object();
        json.member("begin", begin);
        json.member("end", characters);
        json.member("begin_byte", std::uint64_t{span.offset});
        json.member("end_byte", std::uint64_t{counted_bytes});
        json.end_object();
    }
    json.end_array();
}

void write_marked(JsonWriter& json, std::string_view text, std::span<const Span> highlights) {
    json.begin_object();
    json.member("text", text);
    write_highlights(json, "highlights", text, highlights);
    json.end_object();
}

}  // namespace broadsheet
