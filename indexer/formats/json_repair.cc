#include "indexer/formats/json_repair.h"

#include <array>
#include <cstdint>

#include "common/ascii.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kIntegerDigitsMax = 18;

constexpr std::array<bool, 256> kMarks = [] {
    std::array<bool, 256> marks{};
    for (const char c : std::string_view("\"{}[]"))
        marks[static_cast<unsigned char>(c)] = true;
    return marks;
}();

// A quote ends a string when an even number of backslashes stands before it.
std::size_t string_end(std::string_view bytes, std::size_t offset) {
    std::size_t quote = bytes.find('"', offset + 1);
    while (quote != std::string_view::npos) {
        std::size_t first = quote;
        while (first > offset + 1 && bytes[first - 1] == '\\')
            --first;
        if ((quote - first) % 2 == 0) return quote + 1;
        quote = bytes.find('"', quote + 1);
    }
    return quote;
}

int hex_digit(char c) {
    c = to_ascii_lower(c);
    if (is_ascii_digit(c)) return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The four digits after "\u", or -1.
int escaped_unit(std::string_view text) {
    if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return -1;
    int unit = 0;
    for (std::size_t i = 2; i < 6; ++i) {
        const int digit = hex_digit(text[i]);
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

bool is_lead(int unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_trail(int unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

class Repairer {
public:
    explicit Repairer(std::string_view in) : in_(in) { out_.reserve(in.size() + 16); }

    std::string run() {
        while (at_ < in_.size()) {
            const char c = in_[at_];
            if (c == '"') {
                copy_string();
            } else if (is_ascii_letter(c)) {
                copy_word();
            } else if (is_ascii_digit(c) || c == '-') {
                copy_number();
            } else {
                if (c == '}' || c == ']') drop_comma();
                out_.push_back(c);
                ++at_;
            }
        }
        return std::move(out_);
    }

private:
    void copy_string() {
        out_.push_back(in_[at_++]);
        while (at_ < in_.size()) {
            const char c = in_[at_];
            if (c == '\\') {
                copy_escape();
            } else if (static_cast<unsigned char>(c) < 0x20) {
                out_ += c == '\n' ? "\\n" : c == '\t' ? "\\t" : " ";
                ++at_;
            } else {
                out_.push_back(c);
                ++at_;
                if (c == '"') return;
            }
        }
        out_.push_back('"');  // a string cut off at the end
    }

    void copy_escape() {
        const std::string_view rest = in_.substr(at_);
        const int unit = escaped_unit(rest);
        if (unit >= 0) {
            const bool pair = is_lead(unit) && is_trail(escaped_unit(rest.substr(6)));
            const std::size_t size = pair ? 12 : 6;
            const bool lone = !pair && (is_lead(unit) || is_trail(unit));
            out_ += lone ? std::string_view("\\ufffd") : rest.substr(0, size);
            at_ += size;
            return;
        }
        const char next = rest.size() > 1 ? rest[1] : '\0';
        if (std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos && next != '\0') {
            out_ += rest.substr(0, 2);
            at_ += 2;
        } else {
            out_ += "\\\\";
            ++at_;
        }
    }

    void copy_word() {
        std::size_t end = at_;
        while (end < in_.size() && is_ascii_letter(in_[end]))
            ++end;
        const std::string_view word = in_.substr(at_, end - at_);
        const bool not_a_number = equals_ignoring_case(word, "nan") || word == "Infinity" ||
                                  word == "None" || word == "undefined";
        out_ += not_a_number      ? std::string_view("null")
                : word == "True"  ? std::string_view("true")
                : word == "False" ? std::string_view("false")
                                  : word;
        at_ = end;
    }

    void copy_number() {
        std::size_t end = at_ + 1;
        bool integer = true;
        while (end < in_.size()) {
            const char c = in_[end];
            if (!is_ascii_digit(c) && std::string_view(".eE+-").find(c) == std::string_view::npos)
                break;
            integer = integer && is_ascii_digit(c);
            ++end;
        }
        const std::string_view number = in_.substr(at_, end - at_);
        at_ = end;
        if (number == "-" && in_.substr(end).starts_with("Infinity")) return;
        const bool too_big = integer && number.size() > kIntegerDigitsMax;
        if (too_big) out_.push_back('"');
        out_ += number;
        if (too_big) out_.push_back('"');
    }

    void drop_comma() {
        const std::size_t last = out_.find_last_not_of(" \t\r\n");
        if (last != std::string::npos && out_[last] == ',') out_.erase(last, 1);
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

std::size_t json_value_end(std::string_view bytes, std::size_t offset) {
    if (bytes[offset] == '"') return string_end(bytes, offset);
    if (bytes[offset] != '{' && bytes[offset] != '[')
        return bytes.find_first_of(" \t\r\n,]}", offset + 1);
    std::uint64_t depth = 0;
    for (std::size_t i = offset; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (!kMarks[static_cast<unsigned char>(c)]) continue;
        if (c == '"') {
            const std::size_t end = string_end(bytes, i);
            if (end == std::string_view::npos) return end;
            i = end - 1;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (--depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

std::string repair_json(std::string_view bytes) {
    const Utf8Text text = decode_text(bytes);
    return Repairer(text.view()).run();
}

}  // namespace broadsheet
