#include "indexer/formats/json.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <simdjson.h>

#include "indexer/formats/ascii.h"
#include "indexer/formats/json_article.h"
#include "indexer/formats/json_repair.h"
#include "indexer/formats/side_files.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr int kEnvelopeDepthMax = 3;
constexpr std::string_view kBetweenValues = " \t\r\n,[]";

// Members that hold a list of articles, or lead to one.
constexpr std::array<std::string_view, 18> kEnvelopes = {
    "articles",
    "results",
    "docs",
    "items",
    "response",
    "hits",
    "data",
    "documents",
    "entries",
    "news",
    "stories",
    "posts",
    "records",
    "_items",
    "feed",
    "result",
    "rows"};

bool is_envelope(std::string_view key) {
    return std::find(kEnvelopes.begin(), kEnvelopes.end(), key) != kEnvelopes.end();
}

std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
    return std::min(bytes.find_first_not_of(" \t\r\n", at), bytes.size());
}

// The list of objects that an object without text of its own carries, as it stands in `bytes`.
std::optional<std::string_view> list_inside(std::string_view bytes, int depth = 0) {
    if (depth >= kEnvelopeDepthMax || !bytes.starts_with('{')) return std::nullopt;
    std::size_t at = skip_blanks(bytes, 1);
    while (at < bytes.size() && bytes[at] == '"') {
        const std::size_t key_end = json_value_end(bytes, at);
        if (key_end == kNowhere) return std::nullopt;
        const std::string_view key = bytes.substr(at + 1, key_end - at - 2);
        at = skip_blanks(bytes, key_end);
        if (at >= bytes.size() || bytes[at] != ':') return std::nullopt;
        at = skip_blanks(bytes, at + 1);
        if (at >= bytes.size()) return std::nullopt;
        const std::size_t end = std::min(json_value_end(bytes, at), bytes.size());
        const std::string_view value = bytes.substr(at, end - at);
        if (is_envelope(key)) {
            const std::size_t first = skip_blanks(value, 1);
            if (value.starts_with('[') && first < value.size() && value[first] == '{') return value;
            if (const auto list = list_inside(value, depth + 1)) return list;
        }
        at = skip_blanks(bytes, end);
        if (at < bytes.size() && bytes[at] == ',') at = skip_blanks(bytes, at + 1);
    }
    return std::nullopt;
}

// Reads values one after another; keeps the parser, whose buffers grow to the longest.
class JsonReader {
public:
    JsonReader(std::string_view all, ArticleSink& sink)
        : end_(all.data() + all.size()), sink_(sink) {}

    // A sequence of values, commas and the brackets of a list around them apart.
    void read_sequence(std::string_view bytes, std::uint64_t position, int depth = 0) {
        std::size_t at = bytes.find_first_not_of(kBetweenValues);
        while (at != kNowhere) {
            const std::size_t end = std::min(json_value_end(bytes, at), bytes.size());
            read_value(bytes.substr(at, end - at), position + at, depth);
            at = bytes.find_first_not_of(kBetweenValues, end);
        }
    }

    void read_value(std::string_view value, std::uint64_t position, int depth = 0) {
        simdjson::dom::element root;
        std::string repaired;
        auto error = parse(value, root);
        if (error != simdjson::SUCCESS && error != simdjson::DEPTH_ERROR) {
            repaired = repair_json(value);
            error = parse(repaired, root);
        }
        if (error != simdjson::SUCCESS) {
            return sink_.problem(
                ProblemKind::malformed,
                position,
                fmt::format("it is not valid JSON: {}", simdjson::error_message(error))
            );
        }
        simdjson::dom::object object;
        if (root.get(object) != simdjson::SUCCESS) return report_no_object(position);
        if (!json_has_body(object) && depth < kEnvelopeDepthMax) {
            if (const auto list = list_inside(value)) {
                const auto offset = static_cast<std::size_t>(list->data() - value.data());
                return read_sequence(*list, position + offset, depth + 1);
            }
        }
        auto article = article_of_json(object);
        if (!article) return report_no_text(position);
        article->origin.position = position;
        sink_.article(std::move(*article));
    }

private:
    // simdjson reads some bytes beyond the value; where the piece goes on, they are there.
    simdjson::error_code parse(std::string_view value, simdjson::dom::element& root) {
        const bool inside =
            value.data() + value.size() <= end_ &&
            end_ - (value.data() + value.size()) >= std::ptrdiff_t(simdjson::SIMDJSON_PADDING);
        const bool is_ours = std::less_equal<>()(begin_of(value), end_) && inside;
        return parser_.parse(value.data(), value.size(), !is_ours).get(root);
    }

    static const char* begin_of(std::string_view value) { return value.data(); }

    void report_no_text(std::uint64_t position) {
        sink_.problem(
            ProblemKind::not_article, position, "there is no headline or text in this JSON object"
        );
    }

    // Once is enough for a list of numbers.
    void report_no_object(std::uint64_t position) {
        if (reported_) return;
        reported_ = true;
        sink_.problem(ProblemKind::not_article, position, "this JSON is no object with fields");
    }

    const char* end_;
    ArticleSink& sink_;
    simdjson::dom::parser parser_;
    bool reported_ = false;
};

std::string_view without_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

bool is_wide(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, 4);
    return start.find('\0') != kNowhere || start.starts_with("\xFF\xFE") ||
           start.starts_with("\xFE\xFF");
}

bool opens_object(std::string_view text) {
    if (!text.starts_with('{')) return false;
    const std::size_t at = skip_blanks(text, 1);
    return at < text.size() && (text[at] == '"' || text[at] == '}');
}

bool opens_list(std::string_view text) {
    if (!text.starts_with('[')) return false;
    const std::size_t at = skip_blanks(text, 1);
    return at < text.size() &&
           (opens_object(text.substr(at)) || text[at] == '"' || text[at] == '[' ||
            (text[at] == ']' && skip_blanks(text, at + 1) == text.size()));
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
        const bool wide = is_wide(sample.head);
        const Utf8Text text = wide ? decode_text(sample.head) : Utf8Text::of(sample.head);
        const std::string_view start = trimmed(without_mark(text.view()));
        if (!opens_object(start) && !opens_list(start)) return 0;
        return has_extension(sample.name, ".json") ? 80 : 70;
    }

    // Between two values, or two elements of the outermost list.
    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        if (is_wide(bytes)) return 0;
        std::size_t last = 0;
        std::size_t at =
            bytes.find_first_not_of(kBetweenValues, bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        while (at != kNowhere) {
            const std::size_t end = json_value_end(bytes, at);
            if (end == kNowhere) break;
            last = end;
            at = bytes.find_first_not_of(kBetweenValues, end);
        }
        return last;
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        if (is_wide(piece.bytes)) {
            const Utf8Text text = decode_text(piece.bytes);
            return JsonReader(text.view(), sink).read_sequence(text.view(), piece.offset);
        }
        const std::string_view bytes = without_mark(piece.bytes);
        JsonReader(piece.bytes, sink)
            .read_sequence(bytes, piece.offset + (piece.bytes.size() - bytes.size()));
    }
};

class JsonLines : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "json-lines"; }

    [[nodiscard]] std::string_view help() const override {
        return "one article a line, as a JSON object";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        if (is_wide(sample.head)) return 0;
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
        JsonReader reader(piece.bytes, sink);
        for (std::size_t at = 0; at < piece.bytes.size();) {
            const std::size_t end = std::min(piece.bytes.find('\n', at), piece.bytes.size());
            const std::string_view raw = piece.bytes.substr(at, end - at);
            const std::string_view line = trimmed(without_mark(raw));
            if (!line.empty()) {
                const auto offset = static_cast<std::size_t>(line.data() - piece.bytes.data());
                reader.read_value(line, piece.offset + offset);
            }
            at = end + 1;
        }
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
