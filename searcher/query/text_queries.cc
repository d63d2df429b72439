#include "searcher/query/text_queries.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/fields.h"
#include "common/text/language.h"
#include "searcher/query/combining.h"
#include "searcher/query/no_match.h"
#include "searcher/query/node_kinds.h"
#include "searcher/query/text_check.h"
#include "searcher/ranking/any_word_source.h"
#include "searcher/ranking/term_union.h"

namespace broadsheet {

namespace {

// "send email now" is also printed "send e-mail now", where the words have two places.
void add_hyphenated_readings(
    std::vector<TermPath>& paths, std::string_view prefix, TermQueries& terms
) {
    const std::size_t typed = paths.size();
    for (std::size_t path = 0; path < typed; ++path) {
        for (std::size_t i = 0; i + 1 < paths[path].size(); ++i) {
            if (paths.size() >= QueryWords::kPathsMax) return;
            if (paths[path][i].size() != 1) continue;
            const auto parts = terms.compound_parts(paths[path][i].front(), prefix);
            if (!parts) continue;
            TermPath reading = paths[path];
            reading[i] = {parts->first};
            const auto behind = reading.begin() + static_cast<std::ptrdiff_t>(i) + 1;
            reading.insert(behind, {parts->second});
            paths.push_back(std::move(reading));
        }
    }
}

Xapian::Query fitting_values(const QueryNode& node, Building& building) {
    const std::string beginning = node.text.substr(0, node.text.size() - 1);
    const Field& field = *find_field(node.field);
    const std::string folded = exact_term(field, beginning).substr(field.prefix.size());
    const auto found = building.vocabulary.fitting(field.prefix, folded + '*');
    note_cut(found, node.text, building.notes);
    return unscored(building.terms.exact_terms(found.terms(), field.prefix));
}

// Many words score themselves; few are soon found by the engine.
Xapian::Query any_word(
    const Expansion& found, std::string_view prefix, const Mark& mark, Building& building
) {
    constexpr std::size_t kManyWords = 8;
    Xapian::Query engines_own = building.terms.alternatives(found, prefix, mark);
    if (!building.scoring || found.words.size() < kManyWords) return engines_own;
    auto word = std::make_shared<AnyWord>();
    std::vector<Xapian::doccount> found_in;
    for (const auto& known : found.words) {
        word->terms.push_back(std::string(prefix) + known.term);
        found_in.push_back(known.articles);
    }
    word->found_in = estimated_union(std::move(found_in), building.index.get_doccount());
    auto* source = new AnyWordSource(building.index, std::move(word), building.scoring);
    return Xapian::Query(source->release());
}

}  // namespace

Xapian::Query phrase_query(const QueryNode& node, const Context& context, Building& building) {
    auto paths = building.words.phrase(node.text);
    add_hyphenated_readings(paths, prefix_of(node), building.terms);
    return building.terms.phrase(paths, prefix_of(node), node.number, context.mark());
}

// The index finds where it may be printed so; the articles say whether it is.
Xapian::Query printed_query(const QueryNode& node, const Context& context, Building& building) {
    const auto paths = building.words.phrase(node.text);
    if (paths.empty()) return {};
    MatchTargets places;
    const Xapian::Query candidates =
        TermQueries(building.index, places)
            .phrase(paths, prefix_of(node), 0, {.wanted = true, .weight = context.weight});
    const std::string printed = printed_words(node.text, building.analyzer);
    for (auto& word : places.words)
        word.printed = printed;
    for (auto& phrase : places.phrases)
        phrase.printed = printed;
    if (context.marked) append(building.targets, places);
    return checked(
        candidates,
        check_printed(node.text, std::move(places), building.analyzer),
        context,
        building
    );
}

Xapian::Query wildcard_query(const QueryNode& node, const Context& context, Building& building) {
    if (is_exact_field(node)) return fitting_values(node, building);
    const std::string_view prefix = prefix_of(node);
    const std::string pattern = building.words.folded_pattern(node.text);
    const auto found = building.vocabulary.fitting(prefix, pattern);
    note_cut(found, node.text, building.notes);
    Mark mark = context.mark();
    const bool prefix_only = pattern.find_first_of("*?") == pattern.size() - 1;
    if (prefix_only) {
        building.terms.mark_prefix(pattern.substr(0, pattern.size() - 1), prefix, mark);
        mark.wanted = false;
    }
    return any_word(found, prefix, mark, building);
}

Xapian::Query fuzzy_query(
    const QueryNode& node, const std::string& term, const Context& context, Building& building
) {
    const auto found = building.vocabulary.near(prefix_of(node), term, node.number);
    note_cut(found, node.text + '~', building.notes);
    return any_word(found, prefix_of(node), context.mark(), building);
}

Xapian::Query value_query(const QueryNode& node, Building& building) {
    const Field& field = *find_field(node.field);
    std::string text = node.text;
    if (field.name == "language") {
        const std::string code = language_code(text);
        if (!code.empty()) text = code;
    }
    const std::string term = exact_term(field, text);
    if (building.terms.articles_with(term, {}) == 0)
        building.notes.add(fmt::format("No article has {}:{}.", node.field, node.text));
    return unscored(Xapian::Query(term));
}

Xapian::Query checked(
    const Xapian::Query& candidates,
    std::shared_ptr<TextCheck> check,
    const Context& context,
    Building& building
) {
    if (context.whole) {
        building.checks.push_back(std::move(check));
        return candidates;
    }
    building.checks_parts = true;
    if (!building.hopeful) return passing(candidates, std::move(check), building.scope);
    // (Bare under OP_AND_MAYBE, xapian 1.4 leaves out the weight of some phrases.)
    return context.excluded ? no_match() : candidates_within(candidates, building.scope);
}

void note_cut(const Expansion& found, std::string_view typed, Notes& notes) {
    if (!found.cut) return;
    notes.add(fmt::format(
        "\"{}\" fits more words than can be searched for; the {} most frequent were taken.",
        typed,
        found.words.size()
    ));
}

void append(MatchTargets& targets, const MatchTargets& more) {
    targets.words.insert(targets.words.end(), more.words.begin(), more.words.end());
    targets.phrases.insert(targets.phrases.end(), more.phrases.begin(), more.phrases.end());
    targets.prefixes.insert(targets.prefixes.end(), more.prefixes.begin(), more.prefixes.end());
}

}  // namespace broadsheet
