#include "searcher/printers/printer_table.h"
#include "searcher/printers/table_printer.h"
#include "searcher/printers/table_rows.h"

namespace broadsheet {

std::unique_ptr<Printer> make_csv_printer(const PrintSettings& settings) {
    return std::make_unique<TablePrinter>(settings, append_csv_row);
}

}  // namespace broadsheet
