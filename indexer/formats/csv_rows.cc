#include "indexer/formats/csv_rows.h"

#include <algorithm>
#include <string>

#include "common/ascii.h"

namespace broadsheet {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// Whether the last row, which has no line end, lacks a quote at its end too.
bool has_open_quote(std::string_view row, CsvDialect dialect) {
    return csv_row_end(std::string(row) + '\n', 0, dialect) == kNowhere;
}

}  // namespace

void for_each_csv_row(
    std::string_view bytes, CsvDialect dialect, const std::function<void(const CsvRow&)>& read
) {
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < bytes.size()) {
        std::size_t end = csv_row_end(bytes, at, dialect);
        if (end == kNowhere && has_open_quote(bytes.substr(at), dialect)) {
            // A quote is never closed: it and all that follow are letters like others, or the
            // rest of the table would be one row.
            dialect.quote = '\0';
            end = csv_row_end(bytes, at, dialect);
        }
        end = std::min(end, bytes.size());
        const std::string_view row = bytes.substr(at, end - at);
        if (!trimmed(row).empty()) read({row, at, dialect});
        at = end;
    }
}

std::size_t cut_behind_csv_row(std::string_view bytes, CsvDialect dialect) {
    std::size_t at = 0;
    for (std::size_t end = csv_row_end(bytes, 0, dialect); end != kNowhere;
         end = csv_row_end(bytes, end, dialect)) {
        at = end;
    }
    return at;
}

}  // namespace broadsheet
