#include <string_view>

#include "searcher/printers/printer_table.h"
#include "searcher/printers/table_columns.h"

namespace broadsheet {

namespace {

// Cells hold neither tabs nor line ends: they became spaces when the text was made harmless.
template <typename Fields>
void append_row(std::string& out, const Fields& fields) {
    bool is_first = true;
    for (const auto& field : fields) {
        if (!is_first) out += '\t';
        is_first = false;
        out += field;
    }
    out += '\n';
}

class TsvPrinter : public Printer {
public:
    void begin(std::string& out) override { append_row(out, kTableColumns); }

    void hit(const Hit& hit, std::string& out) override { append_row(out, table_cells(hit)); }

    void article(const MarkedArticle& marked, std::string& out) override {
        begin(out);
        append_row(out, table_cells(marked.article));
    }
};

}  // namespace

std::unique_ptr<Printer> make_tsv_printer(const PrintSettings& /*settings*/) {
    return std::make_unique<TsvPrinter>();
}

}  // namespace broadsheet
