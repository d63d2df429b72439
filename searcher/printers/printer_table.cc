#include "searcher/printers/printer_table.h"

#include <algorithm>
#include <cassert>

namespace broadsheet {

std::span<const PrinterRow> printers() {
    static constexpr std::array<PrinterRow, kPrinterNames.size()> kTable = {{
        {"text", "for reading, wrapped to the terminal", make_text_printer},
        {"json", "one JSON document, as specified in searcher/OUTPUT.md", make_json_printer},
        {"jsonl", "one JSON object a line, for each hit", make_json_lines_printer},
        {"ids", "one article id a line", make_ids_printer},
        {"csv", "a table with a header, comma-separated (RFC 4180)", make_csv_printer},
        {"tsv", "a table with a header, tab-separated", make_tsv_printer},
        {"html", "a page of its own for any browser", make_html_printer},
        {"markdown", "a list for notes and reports", make_markdown_printer},
        {"trec", "a run file for trec_eval", make_trec_printer},
    }};
    return kTable;
}

std::unique_ptr<Printer> make_printer(std::string_view name, const PrintSettings& settings) {
    const auto row = std::ranges::find(printers(), name, &PrinterRow::name);
    assert(row != printers().end());
    return row->make(settings);
}

}  // namespace broadsheet
