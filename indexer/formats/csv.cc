#include "indexer/formats/csv.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "common/dates/date_parser.h"
#include "indexer/formats/csv_dialect.h"
#include "indexer/formats/csv_rows.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/side_files.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kDialectBytes = 64U << 10U;  // of the beginning, to tell delimiter and quote

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kSampleRows = 30;

using Row = std::vector<std::string>;
using Columns = std::vector<std::optional<FieldName>>;

std::string_view without_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

bool is_wide(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
           bytes.substr(0, 16).find('\0') != kNowhere;
}

bool is_table_name(std::string_view name) {
    return has_extension(name, ".csv") || has_extension(name, ".tsv") ||
           has_extension(name, ".tab");
}

Columns columns_of_header(const Row& header) {
    Columns columns;
    for (const std::string& name : header)
        columns.push_back(recognise_field(trimmed(name)));
    return columns;
}

// A header names a text column, and another known one unless the table has two columns only.
bool is_header(const Columns& columns) {
    std::size_t known = 0;
    bool text = false;
    for (const auto& column : columns) {
        if (!column) continue;
        ++known;
        text = text || column->role == FieldRole::headline || column->role == FieldRole::body ||
               column->role == FieldRole::deck;
    }
    return text && (known >= 2 || columns.size() <= 2);
}

std::vector<Row> sample_rows(std::string_view head, CsvDialect dialect) {
    std::vector<Row> rows;
    for (std::size_t at = 0; at < head.size() && rows.size() < kSampleRows;) {
        const std::size_t end = csv_row_end(head, at, dialect);
        if (end == kNowhere && !rows.empty()) break;
        rows.push_back(csv_fields(head.substr(at, end == kNowhere ? kNowhere : end - at), dialect));
        if (end == kNowhere) break;
        at = end;
    }
    return rows;
}

// A table without a header: the longest column is the body, a date is the date, a column of short
// lines the headline, and single words the section.
Columns guessed_columns(const std::vector<Row>& rows) {
    std::size_t width = 0;
    for (const Row& row : rows)
        width = std::max(width, row.size());
    std::vector<std::size_t> sizes(width, 0);
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            sizes[i] += row[i].size();
    }
    Columns columns(width);
    const auto longest =
        static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    bool headline = false;
    bool section = false;
    for (std::size_t i = 0; i < width; ++i) {
        const std::size_t mean = sizes[i] / rows.size();
        const std::string& first = i < rows[0].size() ? rows[0][i] : rows[0][0];
        const bool number = first.find_first_not_of("0123456789.- ") == std::string::npos;
        if (i == longest) {
            columns[i] = FieldName{FieldRole::body, 0};
        } else if (parse_date(first) && (!number || first.size() >= 8)) {
            columns[i] = FieldName{FieldRole::published, 0};
        } else if (!number && !headline && mean >= 20 && mean <= 250) {
            columns[i] = FieldName{FieldRole::headline, 0};
            headline = true;
        } else if (!number && !section && mean > 0 && mean < 20) {
            columns[i] = FieldName{FieldRole::section, 0};
            section = true;
        }
    }
    return columns;
}

// What the first rows of an entry tell about all of them.
struct Table {
    CsvDialect dialect;
    Columns columns;
    bool has_header = false;
    std::string encoding;
};

Table table_of(std::string_view head) {
    Table table;
    table.encoding = choose_encoding(head);
    head = without_mark(head);
    table.dialect = detect_csv_dialect(head);
    if (table.dialect.delimiter == '\0') return table;
    const std::vector<Row> rows = sample_rows(head, table.dialect);
    if (rows.empty()) return table;
    table.columns = columns_of_header(rows.front());
    table.has_header = is_header(table.columns);
    if (!table.has_header) table.columns = guessed_columns(rows);
    return table;
}

Article article_of_row(const Row& row, const Columns& columns) {
    std::array<int, kFieldRoles> best;
    best.fill(INT_MAX);
    std::array<const std::string*, kFieldRoles> values{};
    Article article;
    for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i) {
        if (!columns[i] || trimmed(row[i]).empty()) continue;
        const auto [role, rank] = *columns[i];
        if (role == FieldRole::tags || role == FieldRole::places) {
            set_field(article, role, row[i]);
            continue;
        }
        const auto index = static_cast<std::size_t>(role);
        if (rank >= best[index]) continue;
        best[index] = rank;
        values[index] = &row[i];
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto role = static_cast<FieldRole>(i);
        const bool second_body = role == FieldRole::html_body && !article.paragraphs.empty();
        if (values[i] != nullptr && !second_body) set_field(article, role, *values[i]);
    }
    return article;
}

class Csv : public Format {
public:
    [[nodiscard]] std::string_view name() const override { return "csv"; }

    [[nodiscard]] std::string_view help() const override {
        return "tables with an article a row: CSV, TSV, any delimiter and quote";
    }

    [[nodiscard]] int taste(const Sample& sample) const override {
        if (is_binary(sample.head)) return 0;
        const bool named = is_table_name(sample.name);
        const Utf8Text text =
            is_wide(sample.head) ? decode_text(sample.head) : Utf8Text::of(sample.head);
        // Most entries are no tables: their first line says so at once.
        std::string_view rest = without_mark(text.view());
        const std::string_view first = take_line(rest);
        if (!named && (first.size() > 2000 || first.find_first_of(",;\t|") == kNowhere)) return 0;
        const CsvDialect dialect = detect_csv_dialect(without_mark(text.view()));
        if (dialect.delimiter == '\0') return 0;
        const bool header = is_header(columns_of_header(csv_fields(first, dialect)));
        if (named) return header ? 85 : 60;
        return header && !rest.empty() ? 50 : 0;
    }

    // After the last whole row. A quote counts when fields open with it.
    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        if (is_wide(bytes)) return 0;
        const CsvDialect detected = detect_csv_dialect(bytes.substr(0, kDialectBytes));
        return detected.delimiter == '\0' ? 0 : cut_behind_csv_row(bytes, detected);
    }

    void read(const Piece& piece, ArticleSink& sink) const override {
        if (is_wide(piece.bytes)) {
            const Utf8Text text = decode_text(piece.bytes);
            return read_rows(
                text.view(), piece.offset, table_of(text.view().substr(0, kDialectBytes)), sink
            );
        }
        read_rows(piece.bytes, piece.offset, table_of(piece.head), sink);
    }

private:
    static void read_rows(
        std::string_view bytes, std::uint64_t offset, const Table& table, ArticleSink& sink
    ) {
        if (table.dialect.delimiter == '\0')
            return sink.problem(
                ProblemKind::not_article, offset, "its lines are no rows of a table"
            );
        bool is_header = table.has_header && offset == 0;
        for_each_csv_row(bytes, table.dialect, [&](const CsvRow& row) {
            if (!is_header) read_row(row, offset, table, sink);
            is_header = false;
        });
    }

    static void read_row(
        const CsvRow& row, std::uint64_t offset, const Table& table, ArticleSink& sink
    ) {
        const Utf8Text text = to_utf8(row.bytes, table.encoding);
        Article article = article_of_row(csv_fields(text.view(), row.dialect), table.columns);
        if (article.headline.empty() && article.paragraphs.empty() && article.deck.empty()) {
            sink.problem(
                ProblemKind::not_article,
                offset + row.position,
                "there is no headline or text in this row"
            );
            return;
        }
        article.origin.position = offset + row.position;
        sink.article(std::move(article));
    }
};

}  // namespace

const Format& csv_format() {
    static const Csv kFormat;
    return kFormat;
}

}  // namespace broadsheet
