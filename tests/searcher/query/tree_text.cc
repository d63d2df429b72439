#include "tests/searcher/query/tree_text.h"

#include <fmt/format.h>

namespace broadsheet::testing {

namespace {

std::string children_text(const QueryNode& node) {
    std::string out;
    for (const auto& child : node.children)
        out += (out.empty() ? "" : " ") + tree_text(child);
    return out;
}

std::string in_field(const QueryNode& node, std::string_view text) {
    return node.field.empty() ? std::string(text) : fmt::format("{}:{}", node.field, text);
}

std::string date_text(const std::optional<Date>& date) {
    return date ? to_iso(*date) : std::string();
}

std::string without_weight(const QueryNode& node) {
    switch (node.kind) {
        case QueryKind::everything:
            return "everything";
        case QueryKind::word:
            return in_field(node, node.text);
        case QueryKind::phrase:
            return in_field(node, '\'' + node.text + '\'') +
                   (node.number > 0 ? fmt::format("~{}", node.number) : "");
        case QueryKind::printed:
            return in_field(node, "='" + node.text + '\'');
        case QueryKind::wildcard:
            return in_field(node, '[' + node.text + ']');
        case QueryKind::fuzzy:
            return in_field(node, fmt::format("{}~{}", node.text, node.number));
        case QueryKind::value:
            return fmt::format("{}={}", node.field, node.text);
        case QueryKind::date_range:
            return fmt::format("date({}..{})", date_text(node.from), date_text(node.until));
        case QueryKind::date_unknown:
            return "date(none)";
        case QueryKind::sequence:
            return fmt::format("seq({})", children_text(node));
        case QueryKind::all:
            return fmt::format("all({})", children_text(node));
        case QueryKind::either:
            return fmt::format("either({})", children_text(node));
        case QueryKind::require:
            return '+' + children_text(node);
        case QueryKind::exclude:
            return '-' + children_text(node);
        case QueryKind::near:
            return fmt::format(
                "{}{}({})", node.ordered ? "adj" : "near", node.number, children_text(node)
            );
        case QueryKind::same_sentence:
            return fmt::format("sentence({})", children_text(node));
        case QueryKind::same_paragraph:
            return fmt::format("paragraph({})", children_text(node));
    }
    return {};
}

}  // namespace

std::string tree_text(const QueryNode& node) {
    std::string out = without_weight(node);
    if (node.weight != 1) out += fmt::format("^{}", node.weight);
    return out;
}

}  // namespace broadsheet::testing
