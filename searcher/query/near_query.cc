#include "searcher/query/near_query.h"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "searcher/query/node_kinds.h"
#include "searcher/query/text_queries.h"
#include "searcher/query/word_forms.h"

namespace broadsheet {

namespace {

void add_readings(const QueryNode& node, NearOperand& operand, Building& building) {
    for (auto& path : building.words.phrase(node.text))
        operand.alternatives.push_back(std::move(path));
}

void add_words(
    const Expansion& found, std::string_view typed, NearOperand& operand, Building& building
) {
    note_cut(found, typed, building.notes);
    for (auto& term : found.terms())
        operand.alternatives.push_back({{std::move(term)}});
}

void add_forms(const QueryNode& node, NearOperand& operand, Building& building) {
    if (building.words_in_all_forms == 0) {
        building.notes.add(fmt::format(
            "Of the words near others only the first {} were searched for in all their forms.",
            kWordsInAllFormsMax
        ));
        return;
    }
    --building.words_in_all_forms;
    add_words(word_forms(node.text, prefix_of(node), building), node.text, operand, building);
}

// The exact terms an operand may stand for; of a phrase every word takes part.
void collect_alternatives(const QueryNode& node, NearOperand& operand, Building& building) {
    const std::string_view prefix = prefix_of(node);
    switch (node.kind) {
        case QueryKind::word:
            add_readings(node, operand, building);
            add_forms(node, operand, building);
            break;
        case QueryKind::printed:
        case QueryKind::phrase:
            add_readings(node, operand, building);
            break;
        case QueryKind::wildcard: {
            const std::string pattern = building.words.folded_pattern(node.text);
            const auto found = building.vocabulary.fitting(prefix, pattern);
            add_words(found, node.text, operand, building);
            break;
        }
        case QueryKind::fuzzy: {
            const std::string term = building.words.single_term(node.text);
            const auto found = building.vocabulary.near(prefix, term, node.number);
            add_words(found, node.text + '~', operand, building);
            break;
        }
        default:
            for (const auto& child : node.children)
                collect_alternatives(child, operand, building);
            break;
    }
}

}  // namespace

std::vector<NearOperand> near_operands(const QueryNode& node, Building& building) {
    std::vector<NearOperand> operands;
    for (const auto& child : node.children) {
        NearOperand operand;
        collect_alternatives(child, operand, building);
        if (!operand.alternatives.empty()) operands.push_back(std::move(operand));
    }
    return operands;
}

Xapian::Query near_query(
    const QueryNode& node,
    const std::vector<NearOperand>& operands,
    const Context& context,
    Building& building
) {
    const std::string_view prefix = prefix_of(node.children.front());
    Xapian::Query close =
        building.terms.near(operands, prefix, node.number, node.ordered, context.mark());
    for (const auto& child : node.children) {
        if (child.kind != QueryKind::printed) continue;
        const Xapian::Query printed =
            printed_query(child, {.marked = false, .excluded = context.excluded}, building);
        close = Xapian::Query(Xapian::Query::OP_FILTER, close, printed);
    }
    return close;
}

}  // namespace broadsheet
