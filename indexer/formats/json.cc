#include "indexer/formats/json.h"

#include <algorithm>

#include "common/ascii.h"
#include "indexer/formats/json_reader.h"
#include "indexer/formats/json_repair.h"
#include "indexer/formats/side_files.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
    return std::min(bytes.find_first_not_of(" \t\r\n", at), bytes.size());
}

std::string_view without_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

bool opens_object(std::string_view text) {
    if (!text.starts_with('{')) return false;
    const std::size_t at = skip_blanks(text, 1);
    return at < text.size() && (text[at] == '"' || text[at] == '}');
}

// "[[" alone is a link in a wiki.
bool opens_list(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] == '[')
        at = skip_blanks(text, at + 1);
    if (at == 0 || at >= text.size()) return false;
    return opens_object(text.substr(at)) || text[at] == '"' ||
           (at > 1 && (is_ascii_digit(text[at]) || text[at] == '-')) ||
           (text[at] == ']' && skip_blanks(text, at + 1) == text.size());
}

bool named_as_lines(std::string_view name) {
    return has_extension(name, ".jsonl") || has_extension(name, ".ndjson") ||
           has_extension(name, ".jl") || has_extension(name, ".jsonlines");
}

class Json : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "json"; }

    [[nodiscard]] std::string_view help() const override {
        return "JSON of any shape: an article, a list of them, the answer of a news service, ninjs";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        const bool wide = is_wide_json(sample.head);
        const Utf8Text text = wide ? decode_text(sample.head) : Utf8Text::of(sample.head);
        const std::string_view start = trimmed(without_mark(text.view()));
        if (!opens_object(start) && !opens_list(start)) return 0;
        return has_extension(sample.name, ".json") ? 80 : 70;
    }

    // Between two values, or two elements of the outermost list.
    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        if (is_wide_json(bytes)) return 0;
        std::size_t last = 0;
        std::size_t at =
            bytes.find_first_not_of(kBetweenJsonValues, bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        while (at != kNowhere) {
            const std::size_t end = json_value_end(bytes, at);
            if (end == kNowhere) break;
            last = end;
            at = bytes.find_first_not_of(kBetweenJsonValues, end);
        }
        return last;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        read_json(piece, usual_json_articles(), sink);
    }
};

class JsonLines : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "json-lines"; }

    [[nodiscard]] std::string_view help() const override {
        return "one article a line, as a JSON object";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        if (is_wide_json(sample.head)) return 0;
        std::string_view rest = without_mark(sample.head);
        rest = rest.substr(skip_blanks(rest, 0));
        if (!opens_object(rest)) return 0;
        const bool named = named_as_lines(sample.name);
        const std::size_t line_end = rest.find('\n');
        if (line_end == kNowhere) return named ? 85 : 0;
        const std::string_view first = trimmed(take_line(rest));
        if (json_value_end(first, 0) != first.size()) return 0;
        rest = rest.substr(skip_blanks(rest, 0));
        return named || rest.starts_with('{') ? 90 : 0;
    }

    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        return bytes.rfind('\n') + 1;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        read_json_lines(piece, usual_json_articles(), sink);
    }
};

}  // namespace

const Format& json_format() {
    static const Json kFormat;
    return kFormat;
}

const Format& json_lines_format() {
    static const JsonLines kFormat;
    return kFormat;
}

}  // namespace broadsheet
