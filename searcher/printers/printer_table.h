#pragma once

#include <array>
#include <memory>
#include <span>
#include <string_view>

#include "searcher/printers/printer.h"

namespace broadsheet {

/// One row of the printer table.
struct PrinterRow {
    std::string_view name;  ///< the value of --format
    std::string_view help;  ///< one line
    std::unique_ptr<Printer> (*make)(const PrintSettings&);
};

/// Names of all printers in the order of the table: the choices of --format.
inline constexpr std::array<std::string_view, 9> kPrinterNames = {
    "text", "json", "jsonl", "ids", "csv", "tsv", "html", "markdown", "trec"};

/// The table: one row for each of kPrinterNames, in the same order.
std::span<const PrinterRow> printers();

/// A printer by its name, which must be in the table.
std::unique_ptr<Printer> make_printer(std::string_view name, const PrintSettings& settings);

// One function for each row, each in a file of its own.
std::unique_ptr<Printer> make_csv_printer(const PrintSettings& settings);
std::unique_ptr<Printer> make_html_printer(const PrintSettings& settings);
std::unique_ptr<Printer> make_ids_printer(const PrintSettings& settings);
std::unique_ptr<Printer> make_json_lines_printer(const PrintSettings& settings);
std::unique_ptr<Printer> make_json_printer(const PrintSettings& settings);
std::unique_ptr<Printer> make_markdown_printer(const PrintSettings& settings);
std::unique_ptr<Printer> make_text_printer(const PrintSettings& settings);
std::unique_ptr<Printer> make_trec_printer(const PrintSettings& settings);
std::unique_ptr<Printer> make_tsv_printer(const PrintSettings& settings);

}  // namespace broadsheet
