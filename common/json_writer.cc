#include "common/json_writer.h"

#include <array>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "common/eight_bytes.h"
#include "common/utf8.h"

namespace broadsheet {

namespace {

// True for the bytes that can be copied as they are: everything but controls, quote and backslash.
constexpr std::array<bool, 256> plain_bytes() {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 256; ++c)
        plain[c] = c != '"' && c != '\\' && c != 0x7F;
    return plain;
}

constexpr std::array<bool, 256> kPlain = plain_bytes();

// The same of eight bytes.
bool are_plain(const char* text) {
    const std::uint64_t bytes = eight_bytes::load(text);
    return (eight_bytes::below(bytes, 0x20) | eight_bytes::equal(bytes, '"') |
            eight_bytes::equal(bytes, '\\') | eight_bytes::equal(bytes, 0x7F)) == 0;
}

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
    }
}

void append_string(std::string& out, std::string_view text) {
    out.push_back('"');
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        while (i + 8 <= text.size() && are_plain(text.data() + i))
            i += 8;
        if (i == text.size()) break;
        if (kPlain[static_cast<unsigned char>(text[i])]) continue;
        out.append(text, from, i - from);
        append_escaped(out, text[i]);
        from = i + 1;
    }
    out.append(text, from, text.size() - from);
    out.push_back('"');
}

}  // namespace

void JsonWriter::separate() {
    if (needs_comma_) out_.push_back(',');
    needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
    separate();
    out_.push_back(bracket);
    needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
    out_.push_back(bracket);
    needs_comma_ = true;
}

void JsonWriter::begin_object() {
    open('{');
}

void JsonWriter::end_object() {
    close('}');
}

void JsonWriter::begin_array() {
    open('[');
}

void JsonWriter::end_array() {
    close(']');
}

void JsonWriter::key(std::string_view name) {
    value(name);
    out_.push_back(':');
    needs_comma_ = false;
}

void JsonWriter::value(std::string_view text) {
    separate();
    if (is_utf8(text)) {
        append_string(out_, text);
    } else {
        append_string(out_, repair_utf8(text));
    }
}

void JsonWriter::value(std::uint64_t number) {
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", number);
}

void JsonWriter::value(std::int64_t number) {
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", number);
}

void JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", number);
}

void JsonWriter::value(bool truth) {
    separate();
    out_ += truth ? "true" : "false";
}

void JsonWriter::null() {
    separate();
    out_ += "null";
}

void JsonWriter::member_if(std::string_view name, std::string_view text) {
    if (!text.empty()) member(name, text);
}

}  // namespace broadsheet
