#include "tests/bench/feeds/expectations.h"

#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "common/ascii.h"
#include "common/utf8.h"

namespace broadsheet::bench {

namespace {

/// Reads a Python expression from left to right.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    bool skip_to(std::string_view word) {
        const std::size_t at = rest_.find(word);
        rest_ = at == std::string_view::npos ? std::string_view{} : rest_.substr(at + word.size());
        return at != std::string_view::npos;
    }

    bool take(std::string_view word) {
        skip_blanks();
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    std::optional<long> number() {
        skip_blanks();
        long value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc()) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }

    std::string name() {
        std::size_t size = 0;
        while (size < rest_.size() && (is_ascii_letter(rest_[size]) || rest_[size] == '_'))
            ++size;
        const std::string_view word = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return std::string(word);
    }

    std::optional<std::string> string();

private:
    void skip_blanks() { rest_ = trimmed(rest_); }

    void escape(std::string& out);
    void code_point(std::size_t digits, std::string& out);

    std::string_view rest_;
};

void Cursor::code_point(std::size_t digits, std::string& out) {
    unsigned value = 0;
    digits = std::min(digits, rest_.size());
    std::from_chars(rest_.data(), rest_.data() + digits, value, 16);
    append_utf8(out, static_cast<char32_t>(value));
    rest_.remove_prefix(digits);
}

void Cursor::escape(std::string& out) {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    switch (c) {
        case 'n':
            out += '\n';
            break;
        case 't':
            out += '\t';
            break;
        case 'r':
            out += '\r';
            break;
        case 'x':
            code_point(2, out);
            break;
        case 'u':
            code_point(4, out);
            break;
        case 'U':
            code_point(8, out);
            break;
        default:
            out += c;
    }
}

std::optional<std::string> Cursor::string() {
    skip_blanks();
    std::string_view before = rest_;
    if (rest_.starts_with('u') || rest_.starts_with('r')) rest_.remove_prefix(1);
    const char quote = rest_.empty() ? '\0' : rest_.front();
    if (quote != '\'' && quote != '"') {
        rest_ = before;
        return std::nullopt;
    }
    rest_.remove_prefix(1);
    std::string out;
    while (!rest_.empty() && rest_.front() != quote) {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        if (c == '\\' && !rest_.empty()) {
            escape(out);
        } else {
            out += c;
        }
    }
    if (!rest_.empty()) rest_.remove_prefix(1);
    return out;
}

/// [KEY][KEY].KEY behind entries[N], joined with dots.
std::string key_at(Cursor& cursor) {
    std::string key;
    const auto add = [&key](std::string_view part) {
        if (!key.empty()) key += '.';
        key += part;
    };
    while (true) {
        if (cursor.take("[")) {
            if (const auto text = cursor.string()) {
                add(*text);
            } else if (const auto index = cursor.number()) {
                add(std::to_string(*index));
            }
            if (!cursor.take("]")) return {};
        } else if (cursor.take(".")) {
            add(cursor.name());
        } else {
            return key;
        }
    }
}

/// (2004, 1, 1, 19, 48, 21, ...) as 2004-01-01T19:48:21Z.
std::optional<std::string> time_at(Cursor& cursor) {
    if (!cursor.take("(")) return std::nullopt;
    std::array<long, 6> parts{};
    for (long& part : parts) {
        const auto number = cursor.number();
        if (!number) return std::nullopt;
        part = *number;
        cursor.take(",");
    }
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        parts[0],
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        parts[5]
    );
}

}  // namespace

std::vector<Expectation> expectations_in(std::string_view feed) {
    std::vector<Expectation> found;
    const std::size_t begin = feed.find("Expect:");
    if (begin == std::string_view::npos) return found;
    Cursor cursor(feed.substr(begin, feed.find("-->", begin) - begin));
    while (cursor.skip_to("entries[")) {
        const auto entry = cursor.number();
        if (!entry || *entry < 0 || !cursor.take("]")) continue;
        std::string key = key_at(cursor);
        if (key.empty() || !cursor.take("==")) continue;
        std::optional<std::string> value = cursor.string();
        if (!value) value = time_at(cursor);
        if (!value) continue;
        found.push_back({static_cast<std::size_t>(*entry), std::move(key), std::move(*value)});
    }
    return found;
}

}  // namespace broadsheet::bench
