#include "searcher/printers/table_printer.h"

#include "common/cli/sanitize.h"

namespace broadsheet {

TablePrinter::TablePrinter(const PrintSettings& settings, AppendRow append_row)
    : append_row_(append_row), topic_(cli::safe_for_terminal(settings.topic)) {
    for (const std::string& name : settings.fields)
        columns_.push_back(&hit_field(name));
    if (!columns_.empty()) return;
    for (const std::string_view name : kUsualColumns)
        columns_.push_back(&hit_field(name));
}

std::vector<std::string> TablePrinter::row_for_topic(std::string_view first) const {
    if (topic_.empty()) return {};
    return {std::string(first)};
}

void TablePrinter::begin(std::string& out) {
    std::vector<std::string> names = row_for_topic("query");
    for (const HitField* column : columns_)
        names.emplace_back(column->name);
    append_row_(out, names);
}

void TablePrinter::hit(const Hit& hit, std::string& out) {
    std::vector<std::string> cells = row_for_topic(topic_);
    for (const HitField* column : columns_)
        cells.push_back(column->cell(hit));
    append_row_(out, cells);
}

void TablePrinter::article(const MarkedArticle& marked, std::string& out) {
    Hit whole{.article = marked.article};
    for (const std::string& paragraph : marked.article.paragraphs) {
        if (!whole.snippet.text.empty()) whole.snippet.text += ' ';
        whole.snippet.text += paragraph;
    }
    begin(out);
    hit(whole, out);
}

}  // namespace broadsheet
