#include "indexer/formats/json_reader.h"

#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

#include "common/ascii.h"
#include "indexer/formats/json_repair.h"
#include "indexer/formats/json_table.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr int kEnvelopeDepthMax = 3;

// Members that hold a list of articles, or lead to one.
constexpr std::array<std::string_view, 19> kEnvelopes = {
    "articles",
    "results",
    "docs",
    "items",
    "item",
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

std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
    return std::min(bytes.find_first_not_of(" \t\r\n", at), bytes.size());
}

// Calls `visit` with the key and the bytes of each member of the object that `bytes` opens with,
// until it returns true.
template <typename Visit>
void visit_members(std::string_view bytes, Visit visit) {
    if (!bytes.starts_with('{')) return;
    std::size_t at = skip_blanks(bytes, 1);
    while (at < bytes.size() && bytes[at] == '"') {
        const std::size_t key_end = json_value_end(bytes, at);
        if (key_end == kNowhere) return;
        const std::string_view key = bytes.substr(at + 1, key_end - at - 2);
        at = skip_blanks(bytes, key_end);
        if (at >= bytes.size() || bytes[at] != ':') return;
        at = skip_blanks(bytes, at + 1);
        if (at >= bytes.size()) return;
        const std::size_t end = std::min(json_value_end(bytes, at), bytes.size());
        if (visit(key, bytes.substr(at, end - at))) return;
        at = skip_blanks(bytes, end);
        if (at < bytes.size() && bytes[at] == ',') at = skip_blanks(bytes, at + 1);
    }
}

bool is_list_of_objects(std::string_view value) {
    const std::size_t first = skip_blanks(value, 1);
    return value.starts_with('[') && first < value.size() && value[first] == '{';
}

// The list of objects that an object without text of its own carries, as it stands in `bytes`.
std::optional<std::string_view> usual_list(std::string_view bytes, int depth = 0) {
    std::optional<std::string_view> list;
    if (depth >= kEnvelopeDepthMax) return list;
    visit_members(bytes, [&](std::string_view key, std::string_view value) {
        if (std::find(kEnvelopes.begin(), kEnvelopes.end(), key) == kEnvelopes.end()) return false;
        list = is_list_of_objects(value) ? value : usual_list(value, depth + 1);
        return list.has_value();
    });
    return list;
}

// The value at the end of a path of members; it may be one object as well as a list.
std::optional<std::string_view> list_at(std::string_view bytes, std::span<const std::string> path) {
    if (path.empty()) return bytes;
    std::optional<std::string_view> found;
    visit_members(bytes, [&](std::string_view key, std::string_view value) {
        if (key != path.front()) return false;
        found = list_at(value, path.subspan(1));
        return true;
    });
    return found;
}

std::string_view without_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

// The first line of pages/pages.jsonl in a WACZ.
bool is_page_list(std::string_view head) {
    const std::string_view first = take_line(head);
    return first.size() < 1000 && first.find("\"json-pages-") != kNowhere;
}

class UsualJsonArticles : public JsonArticles {
public:
    [[nodiscard]] std::optional<Article> article(simdjson::dom::object from) const override {
        return article_of_json(from);
    }

    [[nodiscard]] std::optional<JsonWithdrawal> withdrawal(simdjson::dom::object from
    ) const override {
        return withdrawal_of_json(from);
    }

    [[nodiscard]] bool is_article(simdjson::dom::object from) const override {
        return json_has_body(from);
    }
};

}  // namespace

const JsonArticles& usual_json_articles() {
    static const UsualJsonArticles kArticles;
    return kArticles;
}

// A value that was repaired stands elsewhere, before or behind the memory of all values.
bool goes_on_behind(std::string_view value, std::string_view all) {
    const char* const value_end = value.data() + value.size();
    const char* const end = all.data() + all.size();
    return std::less_equal<>()(all.data(), value.data()) && std::less_equal<>()(value_end, end) &&
           end - value_end >= std::ptrdiff_t(simdjson::SIMDJSON_PADDING);
}

void JsonReader::read_sequence(std::string_view bytes, std::uint64_t position, int depth) {
    std::size_t at = bytes.find_first_not_of(kBetweenJsonValues);
    while (at != kNowhere) {
        const std::size_t end = std::min(json_value_end(bytes, at), bytes.size());
        read_value(bytes.substr(at, end - at), position + at, depth);
        at = bytes.find_first_not_of(kBetweenJsonValues, end);
    }
}

void JsonReader::read_value(std::string_view value, std::uint64_t position, int depth) {
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
    if (auto withdrawal = articles_.withdrawal(object)) {
        withdrawal->item.origin.position = position;
        return sink_.withdrawn(std::move(withdrawal->item), std::move(withdrawal->reason));
    }
    if (depth == 0 && read_table(object, value, position)) return;
    const bool list_first = !articles_.is_article(object);
    if (list_first && read_list_inside(value, position, depth)) return;
    auto article = articles_.article(object);
    if (!article) {
        if (!list_first && read_list_inside(value, position, depth)) return;
        return sink_.problem(
            ProblemKind::not_article, position, "there is no headline or text in this JSON object"
        );
    }
    article->origin.position = position;
    sink_.article(std::move(*article));
}

bool JsonReader::read_list_inside(std::string_view value, std::uint64_t position, int depth) {
    if (depth >= kEnvelopeDepthMax) return false;
    std::optional<std::string_view> list;
    if (articles_.lists().empty()) list = usual_list(value);
    for (const auto& names : articles_.lists()) {
        if (!list) list = list_at(value, names);
    }
    if (!list) return false;
    const auto offset = static_cast<std::size_t>(list->data() - value.data());
    read_sequence(*list, position + offset, depth + 1);
    return true;
}

simdjson::error_code JsonReader::parse(std::string_view value, simdjson::dom::element& root) {
    return parser_.parse(value.data(), value.size(), !goes_on_behind(value, all_)).get(root);
}

// A table of articles by column, or by the names of its rows.
bool JsonReader::read_table(
    simdjson::dom::object object, std::string_view value, std::uint64_t position
) {
    if (!articles_.lists().empty()) return false;
    simdjson::dom::parser rows;
    const bool table = read_json_table(object, [&](const std::string& row) {
        simdjson::dom::object of_row;
        if (rows.parse(row).get(of_row) != simdjson::SUCCESS) return;
        auto article = articles_.article(of_row);
        if (!article) return;
        article->origin.position = position;
        sink_.article(std::move(*article));
    });
    return table || (are_named_articles(object) && read_members(value, position));
}

bool JsonReader::are_named_articles(simdjson::dom::object object) const {
    if (object.size() < 2) return false;
    for (const auto& [name, value] : object) {
        simdjson::dom::object member;
        if (value.get(member) != simdjson::SUCCESS || !articles_.is_article(member)) return false;
    }
    return true;
}

bool JsonReader::read_members(std::string_view value, std::uint64_t position) {
    visit_members(value, [&](std::string_view, std::string_view member) {
        const auto offset = static_cast<std::size_t>(member.data() - value.data());
        read_value(member, position + offset, 1);
        return false;
    });
    return true;
}

// Once is enough for a list of numbers.
void JsonReader::report_no_object(std::uint64_t position) {
    if (reported_) return;
    reported_ = true;
    sink_.problem(ProblemKind::not_article, position, "this JSON is no object with fields");
}

void read_json(const Piece& piece, const JsonArticles& articles, ArticleSink& sink) {
    if (is_wide_json(piece.bytes)) {
        const Utf8Text text = decode_text(piece.bytes);
        JsonReader reader(text.view(), articles, sink);
        return reader.read_sequence(text.view(), piece.offset);
    }
    const std::string_view bytes = without_mark(piece.bytes);
    JsonReader reader(piece.bytes, articles, sink);
    reader.read_sequence(bytes, piece.offset + (piece.bytes.size() - bytes.size()));
}

void read_json_lines(const Piece& piece, const JsonArticles& articles, ArticleSink& sink) {
    if (is_page_list(piece.head)) {
        if (piece.offset > 0) return;
        return sink.problem(
            ProblemKind::not_article, 0, "it lists the pages of a web archive, which are read there"
        );
    }
    JsonReader reader(piece.bytes, articles, sink);
    for (std::size_t at = 0; at < piece.bytes.size();) {
        const std::size_t end = std::min(piece.bytes.find('\n', at), piece.bytes.size());
        const std::string_view line = trimmed(without_mark(piece.bytes.substr(at, end - at)));
        if (!line.empty()) {
            const auto offset = static_cast<std::size_t>(line.data() - piece.bytes.data());
            reader.read_value(line, piece.offset + offset);
        }
        at = end + 1;
    }
}

bool is_wide_json(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, 4);
    return start.find('\0') != kNowhere || start.starts_with("\xFF\xFE") ||
           start.starts_with("\xFE\xFF");
}

}  // namespace broadsheet
