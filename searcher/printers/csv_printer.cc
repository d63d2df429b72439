#include <span>
#include <string_view>

#include "searcher/printers/printer_table.h"
#include "searcher/printers/table_columns.h"

namespace broadsheet {

namespace {

// RFC 4180: a quote is doubled, a field with a quote, comma or line end stands in quotes.
void append_field(std::string& out, std::string_view field) {
    if (field.find_first_of("\",\r\n") == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

template <typename Fields>
void append_row(std::string& out, const Fields& fields) {
    bool is_first = true;
    for (const auto& field : fields) {
        if (!is_first) out += ',';
        is_first = false;
        append_field(out, field);
    }
    out += "\r\n";
}

class CsvPrinter : public Printer {
public:
    void begin(std::string& out) override { append_row(out, kTableColumns); }

    void hit(const Hit& hit, std::string& out) override { append_row(out, table_cells(hit)); }

    void article(const MarkedArticle& marked, std::string& out) override {
        begin(out);
        append_row(out, table_cells(marked.article));
    }
};

}  // namespace

std::unique_ptr<Printer> make_csv_printer(const PrintSettings& /*settings*/) {
    return std::make_unique<CsvPrinter>();
}

}  // namespace broadsheet
