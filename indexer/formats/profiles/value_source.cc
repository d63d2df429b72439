#include "indexer/formats/profiles/value_source.h"

#include <string>

#include <fmt/format.h>

#include "broadsheet/error.h"
#include "common/ascii.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

[[noreturn]] void refuse(const std::string& reason) {
    throw Error(ErrorKind::invalid_argument, reason);
}

// Reads the value of a line from left to right.
class SourceReader {
public:
    SourceReader(std::string_view text, ProfileKind kind) : rest_(text), kind_(kind) {}

    std::vector<ValueSource> read() {
        std::vector<ValueSource> sources;
        while (true) {
            sources.push_back(read_source());
            skip_blanks();
            if (rest_.empty()) return sources;
            if (!rest_.starts_with('|')) refuse(fmt::format("expected | before '{}'", rest_));
            rest_.remove_prefix(1);
        }
    }

private:
    ValueSource read_source() {
        ValueSource source;
        skip_blanks();
        if (rest_.starts_with('"')) {
            source.parts = template_parts(read_quoted());
        } else {
            source.path = parse_field_path(read_bare(), kind_);
        }
        skip_blanks();
        if (takes_word("between")) {
            source.begin = read_limit();
            if (!takes_word("and")) refuse("between takes two texts: between \"A\" and \"B\"");
            source.end = read_limit();
        }
        return source;
    }

    std::string read_limit() {
        skip_blanks();
        if (!rest_.starts_with('"')) refuse("between takes two texts: between \"A\" and \"B\"");
        return read_quoted();
    }

    // Up to a bar, or the word "between"; brackets and single quotes keep bars.
    std::string_view read_bare() {
        bool quoted = false;
        bool bracket = false;
        std::size_t end = 0;
        for (; end < rest_.size(); ++end) {
            const char c = rest_[end];
            if (c == '\'') quoted = !quoted;
            if (quoted) continue;
            if (c == '[' || c == ']') bracket = c == '[';
            if (!bracket && (c == '|' || rest_.substr(end).starts_with(" between \""))) break;
        }
        const std::string_view bare = trimmed(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return bare;
    }

    // A quote is written twice inside.
    std::string read_quoted() {
        std::string text;
        std::size_t at = 1;
        for (; at < rest_.size(); ++at) {
            if (rest_[at] == '"') {
                if (at + 1 == rest_.size() || rest_[at + 1] != '"') break;
                ++at;
            }
            text += rest_[at];
        }
        if (at >= rest_.size()) refuse(fmt::format("a \" is not closed in {}", rest_));
        rest_.remove_prefix(at + 1);
        return text;
    }

    [[nodiscard]] std::vector<TemplatePart> template_parts(std::string_view text) const {
        std::vector<TemplatePart> parts;
        while (!text.empty()) {
            const std::size_t open = std::min(text.find('{'), text.size());
            if (open > 0) parts.push_back({.text = std::string(text.substr(0, open))});
            text.remove_prefix(open);
            if (text.empty()) break;
            const std::size_t close = text.find('}');
            if (close == kNowhere) refuse(fmt::format("a {{ is not closed in \"{}\"", text));
            parts.push_back({.path = parse_field_path(text.substr(1, close - 1), kind_)});
            text.remove_prefix(close + 1);
        }
        if (parts.empty()) refuse("there is nothing in the quotes");
        return parts;
    }

    bool takes_word(std::string_view word) {
        skip_blanks();
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    void skip_blanks() {
        while (!rest_.empty() && is_ascii_blank(rest_.front()))
            rest_.remove_prefix(1);
    }

    std::string_view rest_;
    ProfileKind kind_;
};

}  // namespace

std::vector<ValueSource> parse_value_sources(std::string_view text, ProfileKind kind) {
    return SourceReader(text, kind).read();
}

}  // namespace broadsheet
