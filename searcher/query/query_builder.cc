#include "searcher/query/query_builder.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "searcher/query/building.h"
#include "searcher/query/combining.h"
#include "searcher/query/date_filter.h"
#include "searcher/query/near_query.h"
#include "searcher/query/node_kinds.h"
#include "searcher/query/sequence_words.h"
#include "searcher/query/text_check.h"
#include "searcher/query/text_queries.h"
#include "searcher/ranking/weight.h"

namespace broadsheet {

namespace {

using Xapian::Query;

Context bound(Context context) {
    context.together = true;
    return context;
}

Context loose(Context context) {
    context.together = false;
    return context;
}

Context part(Context context) {
    context.whole = false;
    return context;
}

// Brackets around words, as headlines have them, that say nothing of how the words belong together.
bool is_row_of_words(const QueryNode& node) {
    return node.kind == QueryKind::sequence && node.weight == 1 &&
           std::ranges::all_of(node.children, [](const QueryNode& child) {
               return child.kind == QueryKind::word;
           });
}

// Whether it asks for words, and nothing else beside it does.
bool is_only_asker(const QueryNode& node, const std::vector<QueryNode>& siblings) {
    return std::ranges::all_of(siblings, [&](const QueryNode& other) {
        return &other == &node || other.kind == QueryKind::exclude || is_filter(other);
    });
}

/// What the parts of a sequence ask for.
struct SequenceParts {
    std::vector<Query> required;
    std::vector<Query> optional;
    std::vector<Query> excluded;
    std::map<std::string, std::vector<Query>> filters;  ///< by name; of one name any must hold
};

Query combined(const SequenceParts& parts) {
    Query base;
    if (!parts.required.empty()) {
        base = joined(Query::OP_AND, parts.required);
        if (!parts.optional.empty())
            base = Query(Query::OP_AND_MAYBE, base, joined(Query::OP_OR, parts.optional));
    } else if (!parts.optional.empty()) {
        base = joined(Query::OP_OR, parts.optional);
    }
    std::vector<Query> limits;
    for (const auto& [name, alternatives] : parts.filters)
        limits.push_back(joined(Query::OP_OR, alternatives));
    if (!limits.empty()) {
        const Query limit = joined(Query::OP_AND, limits);
        base = base.empty() ? limit : Query(Query::OP_FILTER, base, limit);
    }
    if (base.empty() && !parts.excluded.empty()) base = Query(std::string());
    return base.empty() ? base : without(base, parts.excluded);
}

/// Walks down a tree and puts together what the makers of its leaves return.
class Builder {
public:
    explicit Builder(Building& building) : building_(building) {}

    Query build(const QueryNode& node, const Context& outer) {
        Context context = outer;
        context.weight *= node.weight;
        return weighted(unweighted(node, context), node.weight);
    }

private:
    Query unweighted(const QueryNode& node, const Context& context) {
        switch (node.kind) {
            case QueryKind::everything:
                return Query(std::string());
            case QueryKind::word:
                return word(node, context);
            case QueryKind::phrase:
                return phrase_query(node, context, building_);
            case QueryKind::printed:
                return printed_query(node, context, building_);
            case QueryKind::wildcard:
                return wildcard_query(node, context, building_);
            case QueryKind::fuzzy:
                return fuzzy(node, context);
            case QueryKind::value:
                return value_query(node, building_);
            case QueryKind::date_range:
                return unscored(date_filter(node.from, node.until));
            case QueryKind::date_unknown:
                return unscored(undated_filter());
            case QueryKind::sequence:
                return sequence(node.children, context);
            case QueryKind::all:
                return all(node, context);
            case QueryKind::either:
                return either(node, context);
            case QueryKind::require:
                return build(node.children.front(), bound(context));
            case QueryKind::exclude:
                return sequence({node}, context);
            case QueryKind::near:
                return near(node, context);
            case QueryKind::same_sentence:
                return same_unit(node, context, TextUnit::sentence);
            case QueryKind::same_paragraph:
                return same_unit(node, context, TextUnit::paragraph);
        }
        return {};
    }

    // One stretch of text alone: all its words where it is required, else any.
    Query word(const QueryNode& node, const Context& context) {
        if (!context.together) return sequence({node}, context);
        std::vector<Query> parts;
        for (const auto& found : building_.words.words(node.text))
            parts.push_back(building_.terms.word(found, prefix_of(node), context.mark()));
        return parts.empty() ? Query() : joined(Query::OP_AND, parts);
    }

    Query fuzzy(const QueryNode& node, const Context& context) {
        const std::string term = building_.words.single_term(node.text);
        if (!term.empty()) return fuzzy_query(node, term, context, building_);
        return word({.kind = QueryKind::word, .text = node.text, .field = node.field}, context);
    }

    Query all(const QueryNode& node, const Context& context) {
        std::vector<Query> required;
        std::vector<Query> excluded;
        for (const auto& child : node.children) {
            if (child.kind == QueryKind::exclude) {
                excluded.push_back(build_excluded(child.children.front(), context));
            } else {
                required.push_back(build(child, bound(context)));
            }
        }
        drop_empty(required);
        const Query base =
            required.empty() ? Query(std::string()) : joined(Query::OP_AND, required);
        return without(base, excluded);
    }

    Query either(const QueryNode& node, const Context& context) {
        std::vector<Query> parts;
        for (const auto& child : node.children)
            parts.push_back(build(child, part(context)));
        drop_empty(parts);
        return parts.empty() ? Query() : joined(Query::OP_OR, parts);
    }

    Query build_excluded(const QueryNode& node, const Context& context) {
        // Of a stretch with several words, such as and/or, only all of them side by side are meant.
        QueryNode part = node;
        if (part.kind == QueryKind::word && building_.words.words(part.text).size() > 1)
            part.kind = QueryKind::phrase;
        return build(part, {.marked = false, .excluded = !context.excluded});
    }

    Query sequence(const std::vector<QueryNode>& children, const Context& context) {
        SequenceParts parts;
        SequenceWords words(building_);
        for (const auto& child : children) {
            if (child.kind == QueryKind::word) {
                words.add(child);
                continue;
            }
            words.leave_place();
            if (is_row_of_words(child)) {
                for (const auto& word : child.children)
                    words.add(word);
                words.leave_place();
                continue;
            }
            const bool is_needed =
                child.kind == QueryKind::require || is_only_asker(child, children);
            add_part(child, is_needed ? context : part(context), parts);
        }
        drop_empty(parts.required);
        drop_empty(parts.optional);
        const bool others = !parts.required.empty() || !parts.optional.empty();
        for (auto& query : words.queries(others, context))
            parts.optional.push_back(std::move(query));
        return combined(parts);
    }

    void add_part(const QueryNode& node, const Context& context, SequenceParts& parts) {
        if (node.kind == QueryKind::require) {
            parts.required.push_back(build(node, context));
        } else if (node.kind == QueryKind::exclude) {
            parts.excluded.push_back(build_excluded(node.children.front(), context));
        } else if (is_filter(node)) {
            std::string name = filter_name(node);
            if (name.empty()) name = fmt::format("#{}", parts.filters.size());
            parts.filters[name].push_back(build(node, part(loose(context))));
        } else {
            parts.optional.push_back(build(node, loose(context)));
        }
    }

    Query near(const QueryNode& node, const Context& context) {
        const auto operands = near_operands(node, building_);
        if (operands.size() < 2) return all(node, context);
        return near_query(node, operands, context, building_);
    }

    /// What an operator over stretches of text needs of its operands.
    struct Operands {
        std::vector<Query> queries;         ///< all must hold
        std::vector<MatchTargets> targets;  ///< of those that are places in the text
    };

    Query same_unit(const QueryNode& node, const Context& context, TextUnit unit) {
        Operands operands;
        collect_operands(node, context, operands);
        if (operands.queries.empty()) return {};
        const Query candidates = joined(Query::OP_AND, operands.queries);
        if (operands.targets.size() < 2) return candidates;
        auto check = check_same_unit(unit, std::move(operands.targets), building_.analyzer);
        return checked(candidates, std::move(check), context, building_);
    }

    // Of (a AND b) both are operands; of (a OR b) and (a b) any is one.
    void collect_operands(const QueryNode& node, const Context& context, Operands& operands) {
        for (const auto& child : node.children) {
            if (child.kind == QueryKind::all) {
                collect_operands(child, context, operands);
            } else {
                add_operand(child, context, operands);
            }
        }
    }

    // What it shows is needed apart from that of the other operands.
    void add_operand(const QueryNode& node, const Context& context, Operands& operands) {
        MatchTargets targets;
        Building apart(
            building_.index, building_.facts, building_.analyzer, building_.evidence, targets
        );
        apart.words_in_all_forms = building_.words_in_all_forms;
        apart.scoring = building_.scoring;
        apart.scope = building_.scope;
        apart.hopeful = building_.hopeful;
        Context inner = part(bound(context));
        inner.marked = true;
        const Query query = Builder(apart).build(node, inner);
        building_.words_in_all_forms = apart.words_in_all_forms;
        building_.checks_parts = building_.checks_parts || apart.checks_parts;
        for (auto& note : apart.notes.take())
            building_.notes.add(std::move(note));
        if (query.empty()) return;
        operands.queries.push_back(query);
        if (targets.empty()) return;  // a filter
        if (context.marked) append(building_.targets, targets);
        operands.targets.push_back(std::move(targets));
    }

    Building& building_;
};

}  // namespace

BuiltQuery build_query(
    const QueryNode& root,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer,
    const EvidenceSettings& evidence,
    const std::shared_ptr<WordScoring>& scoring
) {
    BuiltQuery built;
    Building building(index, facts, analyzer, evidence, built.targets);
    building.scoring = scoring;
    built.query = Builder(building).build(root, {.whole = true});
    const bool asks_nothing = root.kind == QueryKind::sequence && root.children.empty();
    if (built.query.empty() && !asks_nothing)
        building.notes.add("There is no word in the query to search for.");
    if (built.query.get_type() == Xapian::Query::LEAF_POSTING_SOURCE) {
        built.row = std::move(building.row);
        built.scoring = scoring;
    }
    if (building.checks_parts) {
        MatchTargets known;
        Building again(index, facts, analyzer, evidence, known);
        again.scoring = scoring;
        again.hopeful = true;
        built.hopeful = Builder(again).build(root, {.whole = true});
        built.scope = building.scope;
    } else if (!building.checks.empty()) {
        built.candidates = built.query;
        built.checks = building.checks;
    }
    for (const auto& check : building.checks)
        built.query = passing(built.query, check, building.scope);
    if (scoring) scoring->bm25 = bm25_settings(built.targets.words.size(), {});
    built.scored = scores(root);
    built.open = is_open(root);
    built.notes = building.notes.take();
    return built;
}

}  // namespace broadsheet
