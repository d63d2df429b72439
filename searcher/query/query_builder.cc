#include "searcher/query/query_builder.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "common/fields.h"
#include "common/text/language.h"
#include "common/text/stop_words.h"
#include "searcher/query/date_filter.h"
#include "searcher/query/notes.h"
#include "searcher/query/query_words.h"
#include "searcher/query/term_queries.h"
#include "searcher/query/text_check.h"
#include "searcher/query/vocabulary.h"
#include "searcher/ranking/asking_words.h"
#include "searcher/ranking/word_weight.h"

namespace broadsheet {

namespace {

using Xapian::Query;

/// How the part of the tree that is being built stands in the whole.
struct Context {
    bool marked = true;     ///< its matches are shown; not so for what is excluded
    bool together = false;  ///< the words of one stretch must all be there
    double weight = 1;      ///< of the brackets around it
};

std::string_view prefix_of(const QueryNode& node) {
    const Field* field = node.field.empty() ? nullptr : find_field(node.field);
    return field == nullptr ? std::string_view() : field->prefix;
}

bool is_exact_field(const QueryNode& node) {
    const Field* field = node.field.empty() ? nullptr : find_field(node.field);
    return field != nullptr && field->kind == FieldKind::exact;
}

// Parts that say which articles are looked at and nothing about how well they answer.
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

// Filters with the same name are alternatives, others must all hold.
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

Query weighted(Query query, double weight) {
    if (weight == 1 || query.empty()) return query;
    return {Query::OP_SCALE_WEIGHT, query, weight};
}

Query joined(Query::op op, const std::vector<Query>& parts) {
    if (parts.size() == 1) return parts.front();
    return {op, parts.begin(), parts.end()};
}

class Builder {
public:
    Builder(
        const Xapian::Database& index,
        const IndexFacts& facts,
        Analyzer& analyzer,
        const EvidenceSettings& evidence,
        MatchTargets& targets
    )
        : index_(index),
          facts_(facts),
          evidence_(evidence),
          analyzer_(analyzer),
          targets_(targets),
          words_(analyzer, facts.languages),
          terms_(index, targets),
          vocabulary_(*facts.vocabulary) {}

    Query build(const QueryNode& node, const Context& outer) {
        Context context = outer;
        context.weight *= node.weight;
        return weighted(unweighted(node, context), node.weight);
    }

    std::vector<std::string> take_notes() { return notes_.take(); }

private:
    /// A word of a sequence before it is known which ones are searched for.
    struct Candidate {
        QueryWord word;
        double weight = 1;
        double rarity = 0;
        std::string prefix;
        bool stop = false;
        std::size_t place = 0;  ///< in the order they were typed; neighbours differ by one
        std::size_t times = 1;  ///< it was typed
    };

    Query unweighted(const QueryNode& node, const Context& context) {
        switch (node.kind) {
            case QueryKind::everything:
                return Query(std::string());
            case QueryKind::word:
                return word(node, context);
            case QueryKind::phrase:
                return phrase(node, context);
            case QueryKind::printed:
                return printed(node, context);
            case QueryKind::wildcard:
                return wildcard(node, context);
            case QueryKind::fuzzy:
                return fuzzy(node, context);
            case QueryKind::value:
                return value(node);
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

    static Context bound(Context context) {
        context.together = true;
        return context;
    }

    static Query unscored(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0}; }

    // One stretch of text alone: all its words where it is required, else any.
    Query word(const QueryNode& node, const Context& context) {
        if (!context.together) return sequence({node}, context);
        std::vector<Query> parts;
        for (const auto& found : words_.words(node.text))
            parts.push_back(terms_.word(found, prefix_of(node), mark(context)));
        return parts.empty() ? Query() : joined(Query::OP_AND, parts);
    }

    [[nodiscard]] Mark mark(const Context& context) const {
        return {.wanted = context.marked, .weight = context.weight};
    }

    Query phrase(const QueryNode& node, const Context& context) {
        auto paths = words_.phrase(node.text);
        add_hyphenated_readings(paths, prefix_of(node));
        return terms_.phrase(paths, prefix_of(node), node.number, mark(context));
    }

    // "send email now" is also printed "send e-mail now", where the words have two places.
    void add_hyphenated_readings(std::vector<TermPath>& paths, std::string_view prefix) {
        const std::size_t typed = paths.size();
        for (std::size_t path = 0; path < typed; ++path) {
            for (std::size_t i = 0; i + 1 < paths[path].size(); ++i) {
                if (paths.size() >= QueryWords::kPathsMax) return;
                if (paths[path][i].size() != 1) continue;
                const auto parts = terms_.compound_parts(paths[path][i].front(), prefix);
                if (!parts) continue;
                TermPath reading = paths[path];
                reading[i] = {parts->first};
                const auto behind = reading.begin() + static_cast<std::ptrdiff_t>(i) + 1;
                reading.insert(behind, {parts->second});
                paths.push_back(std::move(reading));
            }
        }
    }

    // The index finds where it may be printed so; the articles say whether it is.
    Query printed(const QueryNode& node, const Context& context) {
        const auto paths = words_.phrase(node.text);
        if (paths.empty()) return {};
        MatchTargets places;
        const Query candidates =
            TermQueries(index_, places)
                .phrase(paths, prefix_of(node), 0, {.wanted = true, .weight = context.weight});
        const std::string printed = printed_words(node.text, analyzer_);
        for (auto& word : places.words)
            word.printed = printed;
        for (auto& phrase : places.phrases)
            phrase.printed = printed;
        if (context.marked) append(targets_, places);
        return passing(candidates, check_printed(node.text, std::move(places), analyzer_));
    }

    static void append(MatchTargets& targets, const MatchTargets& more) {
        targets.words.insert(targets.words.end(), more.words.begin(), more.words.end());
        targets.phrases.insert(targets.phrases.end(), more.phrases.begin(), more.phrases.end());
        targets.prefixes.insert(targets.prefixes.end(), more.prefixes.begin(), more.prefixes.end());
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
        return passing(candidates, check_same_unit(unit, std::move(operands.targets), analyzer_));
    }

    // Of (a AND b) both are operands; of (a OR b) and (a b) any is one.
    void collect_operands(const QueryNode& node, const Context& context, Operands& operands) {
        for (const auto& child : node.children) {
            if (child.kind == QueryKind::all) {
                collect_operands(child, context, operands);
                continue;
            }
            MatchTargets targets;
            Builder inside(index_, facts_, analyzer_, evidence_, targets);
            Context inner = bound(context);
            inner.marked = true;
            const Query query = inside.build(child, inner);
            for (auto& note : inside.take_notes())
                notes_.add(std::move(note));
            if (query.empty()) continue;
            operands.queries.push_back(query);
            if (targets.empty()) continue;  // a filter
            if (context.marked) append(targets_, targets);
            operands.targets.push_back(std::move(targets));
        }
    }

    Query wildcard(const QueryNode& node, const Context& context) {
        if (is_exact_field(node)) {
            const std::string beginning = node.text.substr(0, node.text.size() - 1);
            const Field& field = *find_field(node.field);
            const std::string folded = exact_term(field, beginning).substr(field.prefix.size());
            const auto found = vocabulary_.fitting(field.prefix, folded + '*');
            note_cut(found, node.text);
            return unscored(terms_.exact_terms(found.terms(), field.prefix));
        }
        const std::string pattern = words_.folded_pattern(node.text);
        const auto found = vocabulary_.fitting(prefix_of(node), pattern);
        note_cut(found, node.text);
        const bool prefix_only = pattern.find_first_of("*?") == pattern.size() - 1;
        if (prefix_only) {
            terms_.mark_prefix(
                pattern.substr(0, pattern.size() - 1), prefix_of(node), mark(context)
            );
        }
        Mark marked = mark(context);
        marked.wanted = marked.wanted && !prefix_only;
        return terms_.alternatives(found, prefix_of(node), marked);
    }

    Query fuzzy(const QueryNode& node, const Context& context) {
        const std::string term = words_.single_term(node.text);
        if (term.empty()) {
            return word({.kind = QueryKind::word, .text = node.text, .field = node.field}, context);
        }
        const auto found = vocabulary_.near(prefix_of(node), term, node.number);
        note_cut(found, node.text + '~');
        return terms_.alternatives(found, prefix_of(node), mark(context));
    }

    void note_cut(const Expansion& found, std::string_view typed) {
        if (!found.cut) return;
        notes_.add(fmt::format(
            "\"{}\" fits more words than can be searched for; the {} most frequent were taken.",
            typed,
            found.words.size()
        ));
    }

    static Query value(const QueryNode& node) {
        const Field& field = *find_field(node.field);
        std::string text = node.text;
        if (field.name == "language") {
            const std::string code = language_code(text);
            if (!code.empty()) text = code;
        }
        return unscored(Query(exact_term(field, text)));
    }

    Query all(const QueryNode& node, const Context& context) {
        std::vector<Query> required;
        std::vector<Query> excluded;
        for (const auto& child : node.children) {
            if (child.kind == QueryKind::exclude) {
                excluded.push_back(build_excluded(child.children.front()));
            } else {
                required.push_back(build(child, bound(context)));
            }
        }
        // A part that analysis leaves nothing of asks for nothing.
        std::erase_if(required, [](const Query& query) { return query.empty(); });
        const Query base =
            required.empty() ? Query(std::string()) : joined(Query::OP_AND, required);
        return without(base, excluded);
    }

    Query either(const QueryNode& node, const Context& context) {
        std::vector<Query> parts;
        for (const auto& child : node.children)
            parts.push_back(build(child, context));
        std::erase_if(parts, [](const Query& query) { return query.empty(); });
        return parts.empty() ? Query() : joined(Query::OP_OR, parts);
    }

    Query build_excluded(const QueryNode& node) {
        // Of a stretch with several words, such as and/or, only all of them side by side are meant.
        QueryNode part = node;
        if (part.kind == QueryKind::word && words_.words(part.text).size() > 1)
            part.kind = QueryKind::phrase;
        return build(part, {.marked = false});
    }

    static Query without(const Query& base, std::vector<Query> excluded) {
        std::erase_if(excluded, [](const Query& query) { return query.empty(); });
        if (excluded.empty()) return base;
        return {Query::OP_AND_NOT, base, joined(Query::OP_OR, excluded)};
    }

    Query sequence(const std::vector<QueryNode>& children, const Context& context) {
        std::vector<Query> required;
        std::vector<Query> optional;
        std::vector<Query> excluded;
        std::vector<Candidate> candidates;
        std::map<std::string, std::vector<Query>> filters;
        std::size_t place = 0;
        Context inner = context;
        inner.together = false;
        for (const auto& child : children) {
            ++place;  // words around anything else are no neighbours
            if (child.kind == QueryKind::require) {
                required.push_back(build(child, context));
            } else if (child.kind == QueryKind::exclude) {
                excluded.push_back(build_excluded(child.children.front()));
            } else if (is_filter(child)) {
                std::string name = filter_name(child);
                if (name.empty()) name = fmt::format("#{}", filters.size());
                filters[name].push_back(build(child, inner));
            } else if (child.kind == QueryKind::word) {
                place = add_candidates(child, place - 1, candidates);
            } else {
                optional.push_back(build(child, inner));
            }
        }
        std::erase_if(required, [](const Query& query) { return query.empty(); });
        std::erase_if(optional, [](const Query& query) { return query.empty(); });
        choose(candidates, !required.empty() || !optional.empty());
        for (auto& candidate : candidates) {
            candidate.weight *= word_weight(use_of(candidate), candidates.size(), evidence_);
            Mark marked = mark(context);
            marked.weight *= candidate.weight;
            const Query found =
                better_as_typed(terms_.word(candidate.word, candidate.prefix, marked), candidate);
            optional.push_back(weighted(found, candidate.weight));
        }
        return combined(required, better_in_pairs(optional, candidates), excluded, filters);
    }

    [[nodiscard]] WordUse use_of(const Candidate& candidate) {
        return {
            .times = candidate.times,
            .rarity = terms_.rarity(candidate.word, candidate.prefix),
            .asking = is_in_list(candidate.word.typed, is_asking_word)};
    }

    // The same articles; those that have the very form rank higher.
    Query better_as_typed(Query word, const Candidate& candidate) {
        const Query typed = terms_.as_typed(candidate.word, candidate.prefix);
        if (word.empty() || typed.empty()) return word;
        return {Query::OP_AND_MAYBE, word, weighted(typed, evidence_.typed_form)};
    }

    // At most so many articles are looked at for two words side by side.
    Xapian::doccount pair_cost(const Candidate& first, const Candidate& second) {
        return std::min(
            terms_.articles_with(first.word.typed, first.prefix),
            terms_.articles_with(second.word.typed, second.prefix)
        );
    }

    // The same articles; those that have neighbouring words side by side rank higher.
    std::vector<Query> better_in_pairs(
        std::vector<Query> words, const std::vector<Candidate>& candidates
    ) {
        constexpr std::size_t kPairsMax = 10;  // positions are dear, and of long queries few tell
        constexpr Xapian::doccount kPositionListsMax = 20'000;
        Xapian::doccount positions = 0;
        std::vector<Query> pairs;
        for (std::size_t i = 1; i < candidates.size() && pairs.size() < kPairsMax; ++i) {
            const Candidate& first = candidates[i - 1];
            const Candidate& second = candidates[i];
            if (first.place + 1 != second.place || first.prefix != second.prefix) continue;
            const Query pair = terms_.side_by_side(first.word, second.word, first.prefix);
            positions += pair.empty() ? 0 : pair_cost(first, second);
            if (positions > kPositionListsMax) break;
            if (!pair.empty())
                pairs.push_back(
                    weighted(pair, evidence_.pair * std::min(first.weight, second.weight))
                );
        }
        // A pair is only where its words are. (Under OP_AND_MAYBE, xapian 1.4 leaves out the weight
        // of some phrases, depending on the segment.)
        words.insert(words.end(), pairs.begin(), pairs.end());
        return words;
    }

    // Returns the place of the last word.
    std::size_t add_candidates(
        const QueryNode& node, std::size_t place, std::vector<Candidate>& candidates
    ) {
        for (auto& found : words_.words(node.text)) {
            Candidate candidate = {
                .word = std::move(found),
                .weight = node.weight,
                .rarity = 0,
                .prefix = std::string(prefix_of(node)),
                .stop = false,
                .place = ++place};
            candidate.stop = is_stop(candidate.word);
            const auto searched = std::min(candidates.size(), kSequenceWordsMax);
            const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(searched);
            const auto known = std::find_if(candidates.begin(), end, [&](const Candidate& other) {
                return other.word == candidate.word && other.prefix == candidate.prefix;
            });
            if (known != end) {
                ++known->times;
            } else {
                candidates.push_back(std::move(candidate));
            }
        }
        return place;
    }

    // A function word has no reading in which it is more: "us" may be U.S.
    bool is_stop(const QueryWord& word) {
        const auto in_a_list = [this](const std::string& form) {
            return is_in_list(form, is_stop_word);
        };
        return word.parts.empty() && std::all_of(word.terms.begin(), word.terms.end(), in_a_list) &&
               std::all_of(word.stems.begin(), word.stems.end(), in_a_list);
    }

    // In that of any of the languages most articles are in.
    bool is_in_list(std::string_view term, bool (*list)(std::string_view, std::string_view)) const {
        return std::any_of(
            facts_.main_languages.begin(),
            facts_.main_languages.end(),
            [&](const std::string& language) { return list(term, language); }
        );
    }

    // Function words go where others stay; of very many words the rarest are enough.
    void choose(std::vector<Candidate>& candidates, bool others) {
        const bool content =
            others || std::any_of(candidates.begin(), candidates.end(), [](const Candidate& c) {
                return !c.stop;
            });
        if (content) std::erase_if(candidates, [](const Candidate& c) { return c.stop; });
        if (candidates.size() <= kSequenceWordsMax) return;
        const std::size_t asked = candidates.size();
        for (auto& candidate : candidates)
            candidate.rarity = terms_.rarity(candidate.word, candidate.prefix);
        std::stable_sort(
            candidates.begin(),
            candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.rarity > b.rarity; }
        );
        candidates.resize(kSequenceWordsMax);
        notes_.add(fmt::format(
            "The query has {} words; the {} rarest were searched for.", asked, kSequenceWordsMax
        ));
    }

    static Query combined(
        const std::vector<Query>& required,
        const std::vector<Query>& optional,
        const std::vector<Query>& excluded,
        const std::map<std::string, std::vector<Query>>& filters
    ) {
        Query base;
        if (!required.empty()) {
            base = joined(Query::OP_AND, required);
            if (!optional.empty())
                base = Query(Query::OP_AND_MAYBE, base, joined(Query::OP_OR, optional));
        } else if (!optional.empty()) {
            base = joined(Query::OP_OR, optional);
        }
        std::vector<Query> limits;
        for (const auto& [name, alternatives] : filters)
            limits.push_back(joined(Query::OP_OR, alternatives));
        if (!limits.empty()) {
            const Query limit = joined(Query::OP_AND, limits);
            base = base.empty() ? limit : Query(Query::OP_FILTER, base, limit);
        }
        if (base.empty() && !excluded.empty()) base = Query(std::string());
        return base.empty() ? base : without(base, excluded);
    }

    Query near(const QueryNode& node, const Context& context) {
        std::vector<NearOperand> operands;
        for (const auto& child : node.children) {
            NearOperand operand;
            collect_near(child, operand);
            if (!operand.alternatives.empty()) operands.push_back(std::move(operand));
        }
        if (operands.size() < 2) return all(node, context);
        const std::string prefix(prefix_of(node.children.front()));
        Query close = terms_.near(operands, prefix, node.number, node.ordered, mark(context));
        for (const auto& child : node.children) {
            if (child.kind == QueryKind::printed)
                close = Query(Query::OP_FILTER, close, printed(child, {.marked = false}));
        }
        return close;
    }

    // The exact terms an operand of NEAR may stand for; of a phrase every word takes part.
    void collect_near(const QueryNode& node, NearOperand& operand) {
        const std::string_view prefix = prefix_of(node);
        switch (node.kind) {
            case QueryKind::word:
            case QueryKind::printed:
            case QueryKind::phrase: {
                for (auto& path : words_.phrase(node.text))
                    operand.alternatives.push_back(std::move(path));
                break;
            }
            case QueryKind::wildcard:
                for (auto& term :
                     vocabulary_.fitting(prefix, words_.folded_pattern(node.text)).terms())
                    operand.alternatives.push_back({{std::move(term)}});
                break;
            case QueryKind::fuzzy:
                for (auto& term :
                     vocabulary_.near(prefix, words_.single_term(node.text), node.number).terms())
                    operand.alternatives.push_back({{std::move(term)}});
                break;
            default:
                for (const auto& child : node.children)
                    collect_near(child, operand);
                break;
        }
    }

    const Xapian::Database& index_;
    const IndexFacts& facts_;
    const EvidenceSettings evidence_;
    Analyzer& analyzer_;
    MatchTargets& targets_;
    QueryWords words_;
    TermQueries terms_;
    Vocabulary& vocabulary_;
    Notes notes_;
};

bool scores(const QueryNode& node) {
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
        case QueryKind::exclude:
            return false;
        default:
            return std::any_of(node.children.begin(), node.children.end(), scores);
    }
}

// Nothing in it must hold: each part only offers articles.
bool is_open(const QueryNode& node) {
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
        case QueryKind::sequence:
        case QueryKind::either:
            return std::all_of(node.children.begin(), node.children.end(), is_open);
        default:
            return false;
    }
}

}  // namespace

BuiltQuery build_query(
    const QueryNode& root,
    const Xapian::Database& index,
    const IndexFacts& facts,
    Analyzer& analyzer,
    const EvidenceSettings& evidence
) {
    BuiltQuery built;
    Builder builder(index, facts, analyzer, evidence, built.targets);
    built.query = builder.build(root, {});
    built.scored = scores(root);
    built.open = is_open(root);
    built.notes = builder.take_notes();
    return built;
}

}  // namespace broadsheet
