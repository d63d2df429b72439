#include "searcher/printers/table_columns.h"

#include <fmt/format.h>

#include "common/cli/sanitize.h"

namespace broadsheet {

std::array<std::string, kTableColumns.size()> table_cells(const Hit& hit) {
    auto cells = table_cells(hit.article);
    cells.front() = fmt::format("{}", hit.rank);
    cells[1] = fmt::format("{}", hit.score);
    cells.back() = cli::safe_for_terminal(hit.snippet.text);
    return cells;
}

std::array<std::string, kTableColumns.size()> table_cells(const Article& article) {
    const auto safe = cli::safe_for_terminal;
    std::string text;
    for (const std::string& paragraph : article.paragraphs) {
        if (!text.empty()) text += ' ';
        text += safe(paragraph);
    }
    return {
        std::string(),
        std::string(),
        safe(article.id),
        article.published ? to_iso(*article.published) : std::string(),
        safe(article.source),
        safe(article.section),
        safe(article.headline),
        safe(article.byline),
        safe(article.url),
        text};
}

}  // namespace broadsheet
