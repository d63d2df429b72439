#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/facets.h"
#include "common/cli/terminal.h"

namespace broadsheet {

/// A facet or a timeline as it is printed.
struct CountTable {
    struct Row {
        std::string label;  ///< untrusted
        std::size_t articles = 0;
        std::size_t gap_before = 0;  ///< of a timeline: units without articles since the row before
    };

    std::string_view kind;       ///< "facet" or "timeline"
    std::string name;            ///< the field or the unit
    std::vector<Row> rows = {};  ///< in the order to print
    std::size_t more = 0;        ///< values that are not among the rows
    std::size_t without = 0;     ///< articles that have none
    std::size_t total = 0;       ///< articles counted
};

CountTable count_table(const Facet& facet);
CountTable count_table(const Timeline& timeline);

/// "year", "month", "week", "day".
std::string_view unit_name(TimeUnit unit);

/// For reading: a line for each row with a bar, as long as the terminal is wide.
void append_counts_as_text(
    std::string& out, const CountTable& table, const cli::Terminal& terminal
);

/// As specified in searcher/OUTPUT.md; `with_header` for the first of several.
void append_counts_as_json_lines(std::string& out, const CountTable& table);
void append_counts_as_csv(std::string& out, const CountTable& table, bool with_header);
void append_counts_as_tsv(std::string& out, const CountTable& table, bool with_header);

/// All of them as one document.
std::string counts_as_json(std::string_view query, std::span<const CountTable> tables);

}  // namespace broadsheet
