#include "searcher/printers/json_parts.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/utf8.h"

namespace broadsheet {

namespace {

// Counts the code points of a text up to places that ascend.
class CharacterCount {
public:
    explicit CharacterCount(std::string_view text) : text_(text) {}

    std::uint64_t up_to(std::size_t byte) {
        characters_ += utf8_length(text_.substr(counted_bytes_, byte - counted_bytes_));
        counted_bytes_ = byte;
        return characters_;
    }

private:
    std::string_view text_;
    std::size_t counted_bytes_ = 0;
    std::uint64_t characters_ = 0;
};

void write_ends(JsonWriter& json, CharacterCount& characters, const Span& span) {
    json.member("begin", characters.up_to(span.offset));
    json.member("end", characters.up_to(span.offset + span.length));
    json.member("begin_byte", std::uint64_t{span.offset});
    json.member("end_byte", std::uint64_t{span.offset + span.length});
}

// The highlights of a snippet that lie in one of its quotes, as spans of the stored text.
std::vector<Span> stored_highlights(const Snippet& snippet, const Quote& quote) {
    std::vector<Span> stored;
    for (const Span& span : snippet.highlights) {
        if (span.offset < quote.offset || span.offset >= quote.offset + quote.stored.length)
            continue;
        stored.push_back({quote.stored.offset + span.offset - quote.offset, span.length});
    }
    return stored;
}

void write_quote(
    JsonWriter& json, const Article& article, const Snippet& snippet, const Quote& quote
) {
    const std::string_view text = quoted_text(article, quote);
    CharacterCount characters(text);
    json.begin_object();
    json.member("field", quote.field);
    json.member("number", std::uint64_t{quote.number});
    write_ends(json, characters, quote.stored);
    write_highlights(json, "highlights", text, stored_highlights(snippet, quote));
    json.end_object();
}

}  // namespace

void write_highlights(
    JsonWriter& json, std::string_view key, std::string_view text, std::span<const Span> highlights
) {
    json.key(key);
    json.begin_array();
    CharacterCount characters(text);
    for (const Span& span : highlights) {
        json.begin_object();
        write_ends(json, characters, span);
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

void write_snippet(JsonWriter& json, const Article& article, const Snippet& snippet) {
    json.begin_object();
    json.member("text", snippet.text);
    write_highlights(json, "highlights", snippet.text, snippet.highlights);
    json.key("quotes");
    json.begin_array();
    for (const Quote& quote : snippet.quotes)
        write_quote(json, article, snippet, quote);
    json.end_array();
    json.end_object();
}

}  // namespace broadsheet
