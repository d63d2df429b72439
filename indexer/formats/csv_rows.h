#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "indexer/formats/csv_dialect.h"

namespace broadsheet {

/// A row as it stands in a table.
struct CsvRow {
    std::string_view bytes;    ///< with its line end
    std::size_t position = 0;  ///< in the bytes that are read
    CsvDialect dialect;        ///< without a quote behind one that is never closed
};

/// Calls `read` with each row that is not blank, a byte order mark left out.
void for_each_csv_row(
    std::string_view bytes, CsvDialect dialect, const std::function<void(const CsvRow&)>& read
);

/// Behind the last whole row, or 0. A quote counts when fields open with it.
std::size_t cut_behind_csv_row(std::string_view bytes, CsvDialect dialect);

}  // namespace broadsheet
