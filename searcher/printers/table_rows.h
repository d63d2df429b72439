#pragma once

#include <span>
#include <string>

namespace broadsheet {

/// Appends one row of cells as RFC 4180 has it: a quote is doubled, a cell with a quote, comma or
/// line end stands in quotes, the row ends in CR LF.
void append_csv_row(std::string& out, std::span<const std::string> cells);

/// Appends one row with tabs between the cells, which must hold neither tabs nor line ends.
void append_tsv_row(std::string& out, std::span<const std::string> cells);

}  // namespace broadsheet
