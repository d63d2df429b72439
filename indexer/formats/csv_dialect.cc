#include "indexer/formats/csv_dialect.h"

#include <algorithm>
#include <map>

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kRowsLookedAt = 30;
constexpr std::size_t kFieldsMax = 2000;

bool ends_field(std::string_view bytes, std::size_t at, char delimiter) {
    return at >= bytes.size() || bytes[at] == delimiter || bytes[at] == '\n' || bytes[at] == '\r';
}

bool is_behind_backslash(std::string_view bytes, std::size_t offset) {
    std::size_t first = offset;
    while (first > 0 && bytes[first - 1] == '\\')
        --first;
    return (offset - first) % 2 == 1;
}

// Behind the quote that closes the field opened at `offset`. Both ways of writing a quote inside
// are read: doubled, and after a backslash. Behind a backslash a quote may still close the field,
// as after a path; only where the table shows otherwise it never does.
std::size_t quoted_end(std::string_view bytes, std::size_t offset, CsvDialect dialect) {
    for (std::size_t i = bytes.find(dialect.quote, offset + 1); i != kNowhere;
         i = bytes.find(dialect.quote, i)) {
        const bool is_escaped = dialect.backslash && is_behind_backslash(bytes, i);
        const bool is_doubled = i + 1 < bytes.size() && bytes[i + 1] == dialect.quote;
        if (!is_escaped && !is_doubled && ends_field(bytes, i + 1, dialect.delimiter)) return i + 1;
        i += !is_escaped && is_doubled ? 2 : 1;
    }
    return kNowhere;
}

std::size_t field_end(std::string_view bytes, std::size_t offset, CsvDialect dialect) {
    if (offset < bytes.size() && bytes[offset] == dialect.quote)
        return quoted_end(bytes, offset, dialect);
    std::size_t i = offset;
    while (i < bytes.size() && !ends_field(bytes, i, dialect.delimiter))
        ++i;
    return i;
}

struct Shape {
    std::size_t rows = 0;
    std::size_t fields = 0;   // the commonest number
    std::size_t regular = 0;  // rows that have it
    std::size_t quoted = 0;   // fields in quotes
};

Shape shape_of(std::string_view head, CsvDialect dialect) {
    Shape shape;
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t at = 0; at < head.size() && shape.rows < kRowsLookedAt;) {
        const std::size_t end = csv_row_end(head, at, dialect);
        if (end == kNowhere && shape.rows > 0) break;
        const std::string_view row = head.substr(at, end == kNowhere ? kNowhere : end - at);
        const auto fields = csv_fields(row, dialect);
        if (fields.size() > 1 || !fields.front().empty()) {
            ++shape.rows;
            ++counts[fields.size()];
            for (std::size_t i = 0; i + 1 < row.size(); ++i) {
                const bool starts = i == 0 || row[i - 1] == dialect.delimiter;
                shape.quoted += starts && row[i] == dialect.quote ? 1 : 0;
            }
        }
        if (end == kNowhere) break;
        at = end;
    }
    for (const auto& [fields, rows] : counts) {
        if (rows > shape.regular) {
            shape.regular = rows;
            shape.fields = fields;
        }
    }
    return shape;
}

// Whether a quote behind a backslash is followed by more of the text, so that it closed nothing.
bool shows_backslash(std::string_view head, char delimiter) {
    for (std::size_t i = head.find("\\\""); i != kNowhere; i = head.find("\\\"", i + 2)) {
        if (!ends_field(head, i + 2, delimiter) && head[i + 2] != '"') return true;
    }
    return false;
}

}  // namespace

CsvDialect detect_csv_dialect(std::string_view head) {
    CsvDialect best{'\0', '"'};
    double highest = 0;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        for (const char quote : {'"', '\''}) {
            const CsvDialect dialect{
                delimiter, quote, quote == '"' && shows_backslash(head, delimiter)};
            const Shape shape = shape_of(head, dialect);
            if (shape.fields < 2 || shape.regular * 10 < shape.rows * 8) continue;
            // Regular rows tell most, then quoted fields, then the number of fields; an apostrophe
            // must be used as a quote to count as one.
            if (quote == '\'' && shape.quoted == 0) continue;
            const double score =
                static_cast<double>(shape.regular) / static_cast<double>(shape.rows) +
                (shape.rows > 1 ? 1 : 0) + (shape.quoted > 0 ? 0.3 : 0) +
                0.01 * static_cast<double>(std::min<std::size_t>(shape.fields, 20)) +
                (quote == '"' ? 0.05 : 0);
            if (score > highest) {
                highest = score;
                best = dialect;
            }
        }
    }
    return best;
}

std::size_t csv_row_end(std::string_view bytes, std::size_t offset, CsvDialect dialect) {
    std::size_t at = offset;
    while (true) {
        at = field_end(bytes, at, dialect);
        if (at >= bytes.size()) return kNowhere;  // also where a quote is never closed
        const char end = bytes[at];
        if (end == '\n') return at + 1;
        if (end == '\r') {
            if (at + 1 >= bytes.size()) return kNowhere;
            return bytes[at + 1] == '\n' ? at + 2 : at + 1;
        }
        ++at;
    }
}

std::vector<std::string> csv_fields(std::string_view row, CsvDialect dialect) {
    while (!row.empty() && (row.back() == '\n' || row.back() == '\r'))
        row.remove_suffix(1);
    std::vector<std::string> fields;
    std::size_t at = 0;
    while (fields.size() < kFieldsMax) {
        const std::size_t end = std::min(field_end(row, at, dialect), row.size());
        std::string_view field = row.substr(at, end - at);
        std::string value;
        if (field.size() >= 2 && field.front() == dialect.quote && field.back() == dialect.quote) {
            field = field.substr(1, field.size() - 2);
            for (std::size_t i = 0; i < field.size(); ++i) {
                const bool pair = i + 1 < field.size() && field[i + 1] == dialect.quote;
                const bool escape = dialect.backslash && field.substr(i).starts_with("\\\\");
                if (escape || (pair && (field[i] == dialect.quote || field[i] == '\\'))) ++i;
                value.push_back(field[i]);
            }
        } else {
            value = field;
        }
        fields.push_back(std::move(value));
        if (end >= row.size()) break;
        at = end + 1;
    }
    return fields;
}

}  // namespace broadsheet
