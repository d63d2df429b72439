#include "indexer/formats/csv.h"

#include <array>
#include <climits>
#include <cstdint>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "indexer/formats/csv_columns.h"
#include "indexer/formats/csv_dialect.h"
#include "indexer/formats/csv_rows.h"
#include "indexer/formats/field_names.h"
#include "indexer/formats/side_files.h"
#include "indexer/formats/text_encoding.h"

namespace broadsheet {

namespace {

constexpr std::size_t kDialectBytes = 64U << 10U;  // of the beginning, to tell delimiter and quote

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kSampleRows = 100;

std::string_view without_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

// "sep=;" in the first line, which spreadsheets write and hide.
bool is_separator_line(std::string_view line) {
    line = trimmed(line);
    return line.size() == 5 && starts_with_ignoring_case(line, "sep=");
}

std::string_view without_separator_line(std::string_view bytes) {
    const std::string_view whole = bytes;
    return is_separator_line(take_line(bytes)) ? bytes : whole;
}

bool is_wide(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
           bytes.substr(0, 16).find('\0') != kNowhere;
}

bool is_table_name(std::string_view name) {
    return has_extension(name, ".csv") || has_extension(name, ".tsv") ||
           has_extension(name, ".tab");
}

// The dialect its rows show or, where they are too ragged for that, the one in which the first line
// is a header.
CsvDialect dialect_of(std::string_view head) {
    const CsvDialect shown = detect_csv_dialect(head);
    if (shown.delimiter != '\0') return shown;
    const std::string_view first = take_line(head);
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const CsvDialect dialect{delimiter, '"'};
        const auto names = csv_fields(first, dialect);
        if (names.size() > 1 && is_csv_header(names)) return dialect;
    }
    return shown;
}

std::vector<CsvValues> sample_rows(
    std::string_view head, CsvDialect dialect, const std::string& encoding
) {
    std::vector<CsvValues> rows;
    for (std::size_t at = 0; at < head.size() && rows.size() < kSampleRows;) {
        const std::size_t end = csv_row_end(head, at, dialect);
        if (end == kNowhere && !rows.empty()) break;
        const Utf8Text row =
            to_utf8(head.substr(at, end == kNowhere ? kNowhere : end - at), encoding);
        rows.push_back(csv_fields(row.view(), dialect));
        if (end == kNowhere) break;
        at = end;
    }
    return rows;
}

// What the first rows of an entry tell about all of them.
struct Table {
    CsvDialect dialect;
    CsvColumns columns;
    std::string encoding;
};

Table table_of(std::string_view head) {
    Table table;
    table.encoding = choose_encoding(head);
    head = without_separator_line(without_mark(head));
    table.dialect = dialect_of(head);
    if (table.dialect.delimiter == '\0') return table;
    table.columns = csv_columns(sample_rows(head, table.dialect, table.encoding));
    return table;
}

Article article_of_row(const CsvValues& row, const CsvColumns& columns) {
    std::array<int, kFieldRoles> best;
    best.fill(INT_MAX);
    std::array<const std::string*, kFieldRoles> values{};
    Article article;
    for (std::size_t i = 0; i < row.size() && i < columns.roles.size(); ++i) {
        if (!columns.roles[i] || trimmed(row[i]).empty()) continue;
        const auto [role, rank] = field_of_value(*columns.roles[i], row[i]);
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
        if (values[i] == nullptr || second_body) continue;
        const bool date = role == FieldRole::published || role == FieldRole::updated;
        set_field(article, role, date ? date_in_order(*values[i], columns.day_order) : *values[i]);
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
        std::string_view rest = without_separator_line(without_mark(text.view()));
        const std::string_view first = take_line(rest);
        if (!named && (first.size() > 2000 || first.find_first_of(",;\t|") == kNowhere)) return 0;
        const std::string_view rows = without_separator_line(without_mark(text.view()));
        const CsvDialect dialect = named ? dialect_of(rows) : detect_csv_dialect(rows);
        if (dialect.delimiter == '\0') return 0;
        const bool header = is_csv_header(csv_fields(first, dialect));
        if (named) return header ? 85 : 60;
        if (header && !rest.empty()) return 50;
        const bool labelled = dialect.delimiter == '\t' && has_extension(sample.name, ".txt") &&
                              are_labelled_texts(sample_rows(text.view(), dialect, ""));
        return labelled ? 40 : 0;
    }

    // After the last whole row. A quote counts when fields open with it.
    [[nodiscard]] std::size_t cut(std::string_view bytes) const override {
        if (is_wide(bytes)) return 0;
        const CsvDialect detected = dialect_of(bytes.substr(0, kDialectBytes));
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
        bool is_header = table.columns.has_header && offset == 0;
        for_each_csv_row(bytes, table.dialect, [&](const CsvRow& row) {
            if (offset + row.position < 5 && is_separator_line(row.bytes)) return;
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
