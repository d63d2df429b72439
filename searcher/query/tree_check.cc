#include "searcher/query/tree_check.h"

#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadsheet/error.h"
#include "common/fields.h"
#include "searcher/query/node_kinds.h"

namespace broadsheet {

namespace {

[[noreturn]] void refuse(std::string sentence) {
    throw Error(ErrorKind::invalid_argument, "a query tree " + std::move(sentence));
}

void check_field(const QueryNode& node) {
    if (node.field.empty()) {
        if (node.kind == QueryKind::value)
            refuse(fmt::format("asks for the value '{}' of no field", node.text));
        return;
    }
    const Field* field = find_field(node.field);
    if (field == nullptr)
        refuse(fmt::format("asks the field '{}', which there is not", node.field));
    if (field->kind == FieldKind::date)
        refuse(fmt::format("asks the field '{}' for text; dates are asked by range", node.field));
    if (node.kind == QueryKind::value && field->kind != FieldKind::exact)
        refuse(fmt::format("asks for a whole value of '{}', which is found by words", node.field));
    if (node.kind == QueryKind::wildcard && is_exact_field(node) && !node.text.ends_with('*'))
        refuse(fmt::format("asks '{}' for a pattern that does not end in '*'", node.field));
}

void check_numbers(const QueryNode& node) {
    // Not a number fails, too.
    if (!(node.weight >= 0 && node.weight <= kQueryWeightMax))
        refuse(fmt::format("has the weight {}; it goes from 0 to {}", node.weight, kQueryWeightMax)
        );
    if (node.number > kQueryDistanceMax) {
        refuse(fmt::format(
            "allows {} words between or letters wrong; at most {} are understood",
            node.number,
            kQueryDistanceMax
        ));
    }
}

void check_kind(const QueryNode& node) {
    switch (node.kind) {
        case QueryKind::word:
        case QueryKind::phrase:
        case QueryKind::printed:
        case QueryKind::wildcard:
        case QueryKind::fuzzy:
        case QueryKind::value:
            return check_field(node);
        case QueryKind::require:
        case QueryKind::exclude:
            if (node.children.size() != 1)
                refuse(fmt::format("requires or excludes {} parts, not one", node.children.size()));
            return;
        case QueryKind::everything:
        case QueryKind::date_range:
        case QueryKind::date_unknown:
        case QueryKind::sequence:
        case QueryKind::all:
        case QueryKind::either:
        case QueryKind::near:
        case QueryKind::same_sentence:
        case QueryKind::same_paragraph:
            return;
    }
    refuse(fmt::format("has a part of no known kind ({})", static_cast<int>(node.kind)));
}

void check_below(const QueryNode& node, int depth) {
    if (depth > kQueryTreeDepthMax)
        refuse(fmt::format("is deeper than {} levels", kQueryTreeDepthMax));
    check_kind(node);
    check_numbers(node);
    for (const auto& child : node.children)
        check_below(child, depth + 1);
}

}  // namespace

void check_tree(const QueryNode& root) {
    check_below(root, 1);
}

}  // namespace broadsheet
