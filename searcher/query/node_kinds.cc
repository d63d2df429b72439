#include "searcher/query/node_kinds.h"

#include <algorithm>

#include "common/fields.h"

namespace broadsheet {

namespace {

const Field* field_of(const QueryNode& node) {
    return node.field.empty() ? nullptr : find_field(node.field);
}

bool is_text(const QueryNode& node) {
    switch (node.kind) {
        case QueryKind::word:
        case QueryKind::phrase:
        case QueryKind::printed:
        case QueryKind::fuzzy:
        case QueryKind::near:
        case QueryKind::same_sentence:
        case QueryKind::same_paragraph:
            return true;
        case QueryKind::wildcard:
            return !is_exact_field(node);
        default:
            return false;
    }
}

}  // namespace

std::string_view prefix_of(const QueryNode& node) {
    const Field* field = field_of(node);
    return field == nullptr ? std::string_view() : field->prefix;
}

bool is_exact_field(const QueryNode& node) {
    const Field* field = field_of(node);
    return field != nullptr && field->kind == FieldKind::exact;
}

bool is_filter(const QueryNode& node) {
    switch (node.kind) {
        case QueryKind::value:
        case QueryKind::date_range:
        case QueryKind::date_unknown:
            return true;
        case QueryKind::wildcard:
            return is_exact_field(node);
        case QueryKind::sequence:
        case QueryKind::all:
        case QueryKind::either:
            return !node.children.empty() &&
                   std::all_of(node.children.begin(), node.children.end(), is_filter);
        default:
            return false;
    }
}

std::string filter_name(const QueryNode& node) {
    switch (node.kind) {
        case QueryKind::value:
        case QueryKind::wildcard:
            return node.field;
        case QueryKind::date_range:
        case QueryKind::date_unknown:
            return "date";
        default:
            break;
    }
    const std::string name = filter_name(node.children.front());
    for (const auto& child : node.children) {
        if (filter_name(child) != name || node.kind == QueryKind::all) return {};
    }
    return name;
}

bool scores(const QueryNode& node) {
    if (is_text(node)) return true;
    if (node.kind == QueryKind::exclude) return false;
    return std::any_of(node.children.begin(), node.children.end(), scores);
}

bool is_open(const QueryNode& node) {
    if (is_text(node)) return true;
    if (node.kind != QueryKind::sequence && node.kind != QueryKind::either) return false;
    return std::all_of(node.children.begin(), node.children.end(), is_open);
}

}  // namespace broadsheet
