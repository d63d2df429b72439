#pragma once

#include <span>
#include <string>
#include <vector>

#include "searcher/printers/hit_fields.h"
#include "searcher/printers/printer.h"

namespace broadsheet {

/// Appends one row of cells.
using AppendRow = void (*)(std::string& out, std::span<const std::string> cells);

/// A table with a header and a row for each hit. Of a whole article the text takes the place of the
/// snippet. With a topic the first column is `query`.
class TablePrinter : public Printer {
public:
    TablePrinter(const PrintSettings& settings, AppendRow append_row);

    void begin(std::string& out) override;
    void hit(const Hit& hit, std::string& out) override;
    void article(const MarkedArticle& marked, std::string& out) override;

private:
    [[nodiscard]] std::vector<std::string> row_for_topic(std::string_view first) const;

    AppendRow append_row_;
    std::string topic_;
    std::vector<const HitField*> columns_;
};

}  // namespace broadsheet
