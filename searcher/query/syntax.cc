#include "searcher/query/syntax.h"

#include <string_view>

#include <fmt/format.h>

namespace broadsheet {

namespace {

bool is_composite(QueryKind kind) {
    return kind == QueryKind::sequence || kind == QueryKind::all || kind == QueryKind::either ||
           kind == QueryKind::near;
}

void append_node(std::string& out, const QueryNode& node);

void append_weight(std::string& out, double weight) {
    if (weight == 1) return;
    std::string digits = fmt::format("{:.3f}", weight);
    digits.resize(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) digits.pop_back();
    out += '^' + digits;
}

bool is_signed(const QueryNode& node) {
    return node.kind == QueryKind::require || node.kind == QueryKind::exclude;
}

// A part of something larger: brackets keep it together. Behind a sign and beside NEAR another sign
// needs them too.
void append_part(std::string& out, const QueryNode& node, const QueryNode& parent) {
    const bool signs_meet =
        is_signed(node) && (is_signed(parent) || parent.kind == QueryKind::near);
    const bool brackets = signs_meet || (is_composite(node.kind) && node.weight == 1);
    if (brackets) out += '(';
    append_node(out, node);
    if (brackets) out += ')';
}

void append_joined(std::string& out, const QueryNode& node, std::string_view separator) {
    bool first = true;
    for (const auto& child : node.children) {
        if (!first) out += separator;
        first = false;
        append_part(out, child, node);
    }
}

void append_composite(std::string& out, const QueryNode& node) {
    if (node.weight != 1) out += '(';
    switch (node.kind) {
        case QueryKind::all:
            append_joined(out, node, " AND ");
            break;
        case QueryKind::either:
            append_joined(out, node, " OR ");
            break;
        case QueryKind::near:
            append_joined(
                out, node, fmt::format(" {}/{} ", node.ordered ? "ADJ" : "NEAR", node.number)
            );
            break;
        default:
            append_joined(out, node, " ");
            if (node.children.empty()) out += "()";
            break;
    }
    if (node.weight != 1) out += ')';
}

std::string date_text(const QueryNode& node) {
    const std::string from = node.from ? to_iso(*node.from) : std::string();
    const std::string until = node.until ? to_iso(*node.until) : std::string();
    return from == until ? from : from + ".." + until;
}

void append_leaf(std::string& out, const QueryNode& node) {
    if (!node.field.empty()) out += node.field + ':';
    switch (node.kind) {
        case QueryKind::everything:
            out += '*';
            break;
        case QueryKind::phrase:
            out += '"' + node.text + '"';
            if (node.number > 0) out += fmt::format("~{}", node.number);
            break;
        case QueryKind::value:
            out += '"' + node.text + '"';
            break;
        case QueryKind::fuzzy:
            out += fmt::format("{}~{}", node.text, node.number);
            break;
        case QueryKind::date_range:
            // Quoted, or a word behind it might be read as a part of the date.
            out += "date:\"" + date_text(node) + '"';
            break;
        case QueryKind::date_unknown:
            out += "date:none";
            break;
        default:
            out += node.text;
            break;
    }
}

void append_node(std::string& out, const QueryNode& node) {
    if (is_composite(node.kind)) {
        append_composite(out, node);
    } else if (is_signed(node)) {
        out += node.kind == QueryKind::require ? '+' : '-';
        for (const auto& child : node.children)
            append_part(out, child, node);
        return;
    } else {
        append_leaf(out, node);
    }
    append_weight(out, node.weight);
}

}  // namespace

std::string to_text(const QueryNode& node) {
    std::string out;
    append_node(out, node);
    return out;
}

}  // namespace broadsheet
