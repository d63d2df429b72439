#include "searcher/printers/table_rows.h"

#include <string_view>

namespace broadsheet {

namespace {

void append_csv_cell(std::string& out, std::string_view cell) {
    if (cell.find_first_of("\",\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

void append_csv_row(std::string& out, std::span<const std::string> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += ',';
        append_csv_cell(out, cells[i]);
    }
    out += "\r\n";
}

void append_tsv_row(std::string& out, std::span<const std::string> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out += '\t';
        out += cells[i];
    }
    out += '\n';
}

}  // namespace broadsheet
