#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

/// How the rows of a table are written.
struct CsvDialect {
    char delimiter = ',';
    char quote = '"';
    bool backslash = false;  ///< a quote inside stands behind a backslash, as databases write it
};

/// The dialect in which the rows at the beginning of `head` have the same number of fields, more
/// than one; delimiter NUL when there is none.
CsvDialect detect_csv_dialect(std::string_view head);

/// Where the row at `offset` ends, behind its line end; npos when the bytes end before it does.
std::size_t csv_row_end(std::string_view bytes, std::size_t offset, CsvDialect dialect);

/// The fields of one row, quotes undone.
std::vector<std::string> csv_fields(std::string_view row, CsvDialect dialect);

}  // namespace broadsheet
