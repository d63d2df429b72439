#include "searcher/printers/count_table.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "common/cli/display_width.h"
#include "common/cli/number_text.h"
#include "common/cli/sanitize.h"
#include "common/json_writer.h"
#include "common/utf8.h"
#include "searcher/printers/json_parts.h"
#include "searcher/printers/table_rows.h"

namespace broadsheet {

namespace {

constexpr std::string_view kNone = "(none)";

// The text in at most `width` columns, with an ellipsis where it had to be cut. A character shown
// takes no more bytes than kBytes, marks on it included.
std::string fitted(const std::string& text, std::size_t width) {
    constexpr std::size_t kBytes = 32;
    std::string_view kept = utf8_prefix(text, width * kBytes);
    if (kept.size() == text.size() && cli::display_width(kept) <= width) return text;
    while (!kept.empty() && cli::display_width(kept) + 1 > width)
        kept = utf8_prefix(kept, kept.size() - 1);
    return std::string(kept) + "\u2026";
}

// A bar in eighths of a column; nothing is shown of nothing, and at least an eighth of something.
std::string bar(std::size_t part, std::size_t largest, std::size_t columns) {
    static constexpr std::array<std::string_view, 8> kEighths = {
        "", "\u258F", "\u258E", "\u258D", "\u258C", "\u258B", "\u258A", "\u2589"};
    if (part == 0) return {};
    const double share = static_cast<double>(part) / static_cast<double>(largest);
    const auto eighths = std::max<std::size_t>(
        1, static_cast<std::size_t>(std::lround(share * static_cast<double>(columns * 8)))
    );
    std::string text;
    for (std::size_t i = 0; i < eighths / 8; ++i)
        text += "\u2588";
    return text += kEighths[eighths % 8];
}

std::vector<CountTable::Row> rows_and_none(const CountTable& table) {
    std::vector<CountTable::Row> rows = table.rows;
    for (CountTable::Row& row : rows)
        row.label = cli::safe_for_terminal(row.label);
    if (table.without > 0) rows.push_back({std::string(kNone), table.without, 0});
    return rows;
}

// Kind, name, value and number; articles without a value have an empty one.
std::vector<std::array<std::string, 3>> cells_of(const CountTable& table) {
    std::vector<std::array<std::string, 3>> cells;
    for (const CountTable::Row& row : table.rows)
        cells.push_back(
            {table.name, cli::safe_for_terminal(row.label), fmt::format("{}", row.articles)}
        );
    cells.push_back({table.name, std::string(), fmt::format("{}", table.without)});
    return cells;
}

const std::array<std::string, 3>& header() {
    static const std::array<std::string, 3> kHeader = {"counted_by", "value", "articles"};
    return kHeader;
}

// Units since 1970: of two that follow each other the second has the next number.
std::int64_t unit_number(TimeUnit unit, const Period& period) {
    using std::chrono::days, std::chrono::floor, std::chrono::milliseconds, std::chrono::sys_days;
    const sys_days day =
        floor<days>(std::chrono::sys_time<milliseconds>(milliseconds(period.begin.begin_ms)));
    const std::chrono::year_month_day date(day);
    const auto year = static_cast<std::int64_t>(static_cast<int>(date.year()));
    switch (unit) {
        case TimeUnit::year:
            return year;
        case TimeUnit::month:
            return year * 12 + static_cast<unsigned>(date.month());
        case TimeUnit::week:  // counted from a Monday, 1969-12-29
            return floor<std::chrono::weeks>(day - sys_days(days(-3))).count();
        case TimeUnit::day:
            return day.time_since_epoch().count();
    }
    return 0;
}

}  // namespace

std::string_view unit_name(TimeUnit unit) {
    static constexpr std::array<std::string_view, 4> kNames = {"year", "month", "week", "day"};
    return kNames[static_cast<std::size_t>(unit)];
}

CountTable count_table(const Facet& facet) {
    CountTable table{
        .kind = "facet",
        .name = facet.field,
        .more = facet.distinct - facet.values.size(),
        .without = facet.without,
        .total = facet.total};
    for (const FacetValue& value : facet.values)
        table.rows.push_back({value.value, value.articles, 0});
    return table;
}

CountTable count_table(const Timeline& timeline) {
    CountTable table{
        .kind = "timeline",
        .name = std::string(unit_name(timeline.unit)),
        .without = timeline.undated,
        .total = timeline.total};
    const Period* before = nullptr;
    for (const Period& period : timeline.periods) {
        const auto steps = before == nullptr ? 1
                                             : unit_number(timeline.unit, period) -
                                                   unit_number(timeline.unit, *before);
        const auto gap = static_cast<std::size_t>(std::max<std::int64_t>(steps - 1, 0));
        table.rows.push_back({to_iso(period.begin), period.articles, gap});
        before = &period;
    }
    return table;
}

void append_counts_as_text(
    std::string& out, const CountTable& table, const cli::Terminal& terminal
) {
    const auto rows = rows_and_none(table);
    std::size_t label_width = 0;
    std::size_t number_width = 0;
    std::size_t largest = 1;
    for (const CountTable::Row& row : rows) {
        label_width = std::max(label_width, cli::display_width(row.label));
        number_width = std::max(number_width, cli::with_commas(row.articles).size());
        largest = std::max(largest, row.articles);
    }
    label_width = std::min(label_width, terminal.width * 2 / 5);
    const std::size_t taken = 2 + label_width + 2 + number_width + 2;
    const std::size_t columns = terminal.width > taken ? terminal.width - taken : 1;

    out += fmt::format("{} of {}\n", table.name, cli::counted(table.total, "article"));
    for (const CountTable::Row& row : rows) {
        if (row.gap_before > 0)
            out += fmt::format("  ({} without)\n", cli::counted(row.gap_before, table.name));
        const std::string label = fitted(row.label, label_width);
        out += "  " + label + std::string(label_width - cli::display_width(label), ' ');
        out += fmt::format("  {:>{}}  ", cli::with_commas(row.articles), number_width);
        out += bar(row.articles, largest, columns) + '\n';
    }
    if (table.more > 0) out += fmt::format("  and {}\n", cli::counted(table.more, "more value"));
}

void append_counts_as_json_lines(std::string& out, const CountTable& table) {
    const std::string_view key = table.kind == "facet" ? "value" : "period";
    const auto append = [&](const std::string* label, std::size_t articles) {
        std::string line;
        JsonWriter json(line);
        json.begin_object();
        json.member("schema", kJsonSchemaVersion);
        json.member(table.kind, table.name);
        json.key(key);
        if (label != nullptr) {
            json.value(std::string_view(*label));
        } else {
            json.null();
        }
        json.member("articles", std::uint64_t{articles});
        json.end_object();
        out += cli::safe_json(line) + '\n';
    };
    for (const CountTable::Row& row : table.rows)
        append(&row.label, row.articles);
    append(nullptr, table.without);
}

std::string counts_as_json(std::string_view query, std::span<const CountTable> tables) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("schema", kJsonSchemaVersion);
    json.member("query", query);
    json.member("total", std::uint64_t{tables.empty() ? 0 : tables.front().total});
    json.key("counts");
    json.begin_array();
    for (const CountTable& table : tables) {
        const bool is_facet = table.kind == "facet";
        json.begin_object();
        json.member(table.kind, table.name);
        json.key(is_facet ? "values" : "periods");
        json.begin_array();
        for (const CountTable::Row& row : table.rows) {
            json.begin_object();
            json.member(is_facet ? "value" : "period", row.label);
            json.member("articles", std::uint64_t{row.articles});
            json.end_object();
        }
        json.end_array();
        if (is_facet) json.member("more", std::uint64_t{table.more});
        json.member("without", std::uint64_t{table.without});
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return cli::safe_json(out) + '\n';
}

void append_counts_as_csv(std::string& out, const CountTable& table, bool with_header) {
    if (with_header) append_csv_row(out, header());
    for (const auto& cells : cells_of(table))
        append_csv_row(out, cells);
}

void append_counts_as_tsv(std::string& out, const CountTable& table, bool with_header) {
    if (with_header) append_tsv_row(out, header());
    for (const auto& cells : cells_of(table))
        append_tsv_row(out, cells);
}

}  // namespace broadsheet
