#include "searcher/printers/evaluation_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "common/cli/display_width.h"
#include "common/cli/sanitize.h"

namespace broadsheet {

namespace {

struct Column {
    std::string_view name;
    double Measures::*value;
};

// Named as people name them; R is recall, RR the reciprocal rank.
constexpr std::array kColumns = {
    Column{"AP", &Measures::average_precision},
    Column{"P@5", &Measures::precision_5},
    Column{"P@10", &Measures::precision_10},
    Column{"P@30", &Measures::precision_30},
    Column{"nDCG@10", &Measures::ndcg_10},
    Column{"R@100", &Measures::recall_100},
    Column{"R@1000", &Measures::recall_1000},
    Column{"RR", &Measures::reciprocal_rank},
};

std::string padded(std::string_view text, std::size_t width) {
    const std::size_t taken = cli::display_width(text);
    return std::string(text) + std::string(width - std::min(width, taken), ' ');
}

std::string line(std::string_view query, std::size_t width, const Measures& measures) {
    std::string text = padded(query, width);
    for (const Column& column : kColumns)
        text += fmt::format(" {:>7.4f}", measures.*column.value);
    return text + '\n';
}

std::vector<double> figures(const std::map<std::string, Measures>& by_query, const Column& column) {
    std::vector<double> values;
    for (const auto& [query, measures] : by_query)
        values.push_back(measures.*column.value);
    return values;
}

struct Change {
    std::string query;
    double first = 0;
    double second = 0;

    [[nodiscard]] double difference() const { return second - first; }
};

// The queries that changed most by average precision, the greatest change first; `sign` 1: those
// that gained, -1: those that lost.
std::vector<Change> greatest_changes(
    const std::map<std::string, Measures>& of_a,
    const std::map<std::string, Measures>& of_b,
    double sign
) {
    constexpr std::size_t kShown = 5;
    constexpr double kShownDigits = 5e-5;
    std::vector<Change> changes;
    for (const auto& [query, measures] : of_a) {
        const Change change = {query, measures.average_precision, of_b.at(query).average_precision};
        if (sign * change.difference() >= kShownDigits) changes.push_back(change);
    }
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return std::abs(a.difference()) > std::abs(b.difference());
    });
    if (changes.size() > kShown) changes.resize(kShown);
    return changes;
}

std::string changes_text(std::string_view heading, const std::vector<Change>& changes) {
    if (changes.empty()) return {};
    std::size_t width = heading.size();
    for (const Change& change : changes)
        width = std::max(width, cli::display_width(cli::safe_for_terminal(change.query)));
    std::string text =
        fmt::format("\n{} {:>7} {:>7} {:>10}\n", padded(heading, width), "first", "second", "AP");
    for (const Change& change : changes) {
        text += fmt::format(
            "{} {:7.4f} {:7.4f} {:+10.4f}\n",
            padded(cli::safe_for_terminal(change.query), width),
            change.first,
            change.second,
            change.difference()
        );
    }
    return text;
}

}  // namespace

std::string evaluation_text(const Judgments& judgments, const NamedRun& run) {
    const auto by_query = evaluate(judgments, run.run);
    std::size_t width = std::string_view("query").size();
    for (const auto& [query, measures] : by_query)
        width = std::max(width, cli::display_width(cli::safe_for_terminal(query)));
    std::string text = cli::safe_for_terminal(run.name) + '\n' + padded("query", width);
    for (const Column& column : kColumns)
        text += fmt::format(" {:>7}", column.name);
    text += '\n';
    for (const auto& [query, measures] : by_query)
        text += line(cli::safe_for_terminal(query), width, measures);
    return text + line("mean", width, mean(by_query));
}

std::string comparison_text(const Judgments& judgments, const NamedRun& a, const NamedRun& b) {
    const auto of_a = evaluate(judgments, a.run);
    const auto of_b = evaluate(judgments, b.run);
    const Measures mean_a = mean(of_a);
    const Measures mean_b = mean(of_b);
    std::string text = fmt::format(
        "{} against {}\n{:7} {:>7} {:>7} {:>10} {:>7}\n",
        cli::safe_for_terminal(a.name),
        cli::safe_for_terminal(b.name),
        "measure",
        "first",
        "second",
        "difference",
        "p"
    );
    for (const Column& column : kColumns) {
        const double first = mean_a.*column.value;
        const double second = mean_b.*column.value;
        text += fmt::format(
            "{:7} {:7.4f} {:7.4f} {:+10.4f} {:7.4f}\n",
            column.name,
            first,
            second,
            second - first,
            randomisation_test(figures(of_a, column), figures(of_b, column))
        );
    }
    return text + changes_text("gained most", greatest_changes(of_a, of_b, 1)) +
           changes_text("lost most", greatest_changes(of_a, of_b, -1));
}

}  // namespace broadsheet
