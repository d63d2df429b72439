#include "searcher/query/sequence_words.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "common/text/character_class.h"
#include "common/text/stop_words.h"
#include "common/utf8.h"
#include "searcher/query/combining.h"
#include "searcher/query/node_kinds.h"
#include "searcher/query/query_builder.h"
#include "searcher/ranking/asking_words.h"
#include "searcher/ranking/row_source.h"
#include "searcher/ranking/word_weight.h"

namespace broadsheet {

namespace {

// Words of a script without blanks: they begin with its letters.
bool is_dense(const std::vector<QueryWord>& words) {
    return !words.empty() && std::ranges::all_of(words, [](const QueryWord& word) {
        const std::string& form =
            !word.typed.empty() || word.stems.empty() ? word.typed : word.stems.front();
        return !form.empty() && is_written_without_blanks(decode_utf8(form, 0).value);
    });
}

bool is_any_of_terms(const Xapian::Query& query) {
    if (query.get_type() == Xapian::Query::LEAF_TERM) return true;
    if (query.get_type() != Xapian::Query::OP_OR) return false;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (query.get_subquery(i).get_type() != Xapian::Query::LEAF_TERM) return false;
    }
    return true;
}

// Adds what an engine's query is made of to the word; false when it is more than terms, in all
// articles or in some languages.
bool add_terms(const Xapian::Query& query, ScoredWord& word) {
    switch (query.get_type()) {
        case Xapian::Query::LEAF_TERM:
            word.terms.push_back(*query.get_terms_begin());
            return true;
        case Xapian::Query::OP_FILTER: {
            const Xapian::Query limits = query.get_subquery(1);
            if (query.get_subquery(0).get_type() != Xapian::Query::LEAF_TERM) return false;
            if (!is_any_of_terms(limits)) return false;
            word.limited.push_back(
                {.term = *query.get_subquery(0).get_terms_begin(),
                 .limits = {limits.get_terms_begin(), limits.get_terms_end()}}
            );
            return true;
        }
        case Xapian::Query::OP_SYNONYM:
            for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
                if (!add_terms(query.get_subquery(i), word)) return false;
            }
            return true;
        default:
            return false;
    }
}

}  // namespace

void SequenceWords::add(const QueryNode& node) {
    auto all = building_.words.words(node.text);
    if (is_dense(all)) add_stretch(node, all);
    for (auto& found : all) {
        const bool stop = is_stop(found);
        add(Candidate{
            .word = std::move(found),
            .weight = node.weight,
            .rarity = 0,
            .prefix = std::string(prefix_of(node)),
            .stop = stop,
            .place = ++place_});
    }
}

// Behind the words already added. Characters typed one by one are one stretch.
void SequenceWords::add_stretch(const QueryNode& node, const std::vector<QueryWord>& found) {
    const std::string prefix(prefix_of(node));
    const bool is_character = found.size() == 1 && found.front().stems.empty();
    const std::size_t end = place_ + found.size();
    Stretch* last = stretches_.empty() ? nullptr : &stretches_.back();
    if (is_character && last != nullptr && last->by_characters && last->end == place_ &&
        last->prefix == prefix) {
        last->text += node.text;
        ++last->words;
        last->end = end;
        return;
    }
    stretches_.push_back(
        {.text = node.text,
         .prefix = prefix,
         .weight = node.weight,
         .words = found.size(),
         .end = end,
         .by_characters = is_character}
    );
}

// The same articles; those that have the whole stretch rank higher.
std::vector<Xapian::Query> SequenceWords::stretches() {
    constexpr double kWholeStretch = 2;  // it is rarer than its characters
    constexpr std::size_t kWordsMax = 12;
    constexpr std::size_t kStretchesMax = 10;
    std::vector<Xapian::Query> whole;
    for (const Stretch& stretch : stretches_) {
        if (stretch.words < 2 || stretch.words > kWordsMax || whole.size() >= kStretchesMax)
            continue;
        const auto paths = building_.words.phrase(stretch.text);
        whole.push_back(weighted(
            building_.terms.phrase(paths, stretch.prefix, 0, {.wanted = false}),
            kWholeStretch * stretch.weight
        ));
    }
    return whole;
}

// A word that was typed before counts there.
void SequenceWords::add(Candidate candidate) {
    const auto compared = std::min(candidates_.size(), kSequenceWordsMax);
    const auto end = candidates_.begin() + static_cast<std::ptrdiff_t>(compared);
    const auto known = std::find_if(candidates_.begin(), end, [&](const Candidate& other) {
        return other.word == candidate.word && other.prefix == candidate.prefix;
    });
    if (known != end) {
        ++known->times;
    } else {
        candidates_.push_back(std::move(candidate));
    }
}

std::vector<Xapian::Query> SequenceWords::queries(bool others, const Context& context) {
    const bool content =
        others || std::any_of(candidates_.begin(), candidates_.end(), [](const Candidate& word) {
            return !word.stop;
        });
    if (content) drop_function_words();
    keep_the_rarest();
    for (auto& candidate : candidates_)
        look_up(candidate, context);
    // (Where brackets weigh, or nothing is scored, xapian 1.4 tells a source bounds that are not in
    // its own measure.)
    const bool may_score = building_.scoring && context.marked && context.weight == 1;
    if (may_score) {
        for (auto& candidate : candidates_)
            candidate.in_row =
                !is_unknown(candidate.found) && add_terms(candidate.found, candidate.scored);
    }
    std::vector<Xapian::Query> queries = apart();
    const bool only_row = queries.empty();
    auto row = std::make_shared<const WordRow>(in_row());
    if (row->words.empty()) return queries;
    auto* source = new RowSource(building_.index, *row, building_.scoring);
    queries.emplace_back(source->release());
    if (context.whole && only_row) building_.row = std::move(row);
    return queries;
}

void SequenceWords::drop_function_words() {
    std::erase_if(candidates_, [](const Candidate& candidate) { return candidate.stop; });
}

// Of very many words the rarest are enough.
void SequenceWords::keep_the_rarest() {
    if (candidates_.size() <= kSequenceWordsMax) return;
    const std::size_t asked = candidates_.size();
    for (auto& candidate : candidates_)
        candidate.rarity = building_.terms.rarity(candidate.word, candidate.prefix);
    std::stable_sort(
        candidates_.begin(),
        candidates_.end(),
        [](const Candidate& a, const Candidate& b) { return a.rarity > b.rarity; }
    );
    candidates_.resize(kSequenceWordsMax);
    building_.notes.add(fmt::format(
        "The query has {} words; the {} rarest were searched for.", asked, kSequenceWordsMax
    ));
}

void SequenceWords::look_up(Candidate& candidate, const Context& context) {
    const WordUse use = {
        .times = candidate.times,
        .rarity = building_.terms.rarity(candidate.word, candidate.prefix),
        .asking = is_in_list(candidate.word.typed, is_asking_word)};
    candidate.weight *= word_weight(use, candidates_.size(), building_.evidence);
    Mark mark = context.mark();
    mark.weight *= candidate.weight;
    candidate.found = building_.terms.word(candidate.word, candidate.prefix, mark);
    candidate.typed = building_.terms.as_typed(candidate.word, candidate.prefix);
}

bool SequenceWords::is_unknown(const Xapian::Query& word) {
    return word.empty() || (word.get_type() == Xapian::Query::LEAF_TERM &&
                            building_.terms.articles_with(*word.get_terms_begin(), {}) == 0);
}

// The words that score themselves, and the pairs that one of them is in.
WordRow SequenceWords::in_row() {
    WordRow row;
    for (const Candidate& candidate : candidates_) {
        if (!candidate.in_row) continue;
        ScoredWord& word = row.words.emplace_back(candidate.scored);
        word.weight = candidate.weight;
        if (candidate.typed.empty()) continue;
        word.typed = *candidate.typed.get_terms_begin();
        word.typed_weight = candidate.weight * building_.evidence.typed_form;
    }
    for (const Pair& pair : side_by_side()) {
        if (pair.in_row) row.pairs.push_back(pair.scored);
    }
    return row;
}

// The words that the engine scores: the same articles, those that have the very form rank higher.
// One that no article has says so only where there is no other.
std::vector<Xapian::Query> SequenceWords::apart() {
    const bool any_in_row = std::ranges::any_of(candidates_, &Candidate::in_row);
    std::vector<Xapian::Query> queries;
    for (const Candidate& candidate : candidates_) {
        if (candidate.in_row || (any_in_row && is_unknown(candidate.found))) continue;
        Xapian::Query word = candidate.found;
        if (!word.empty() && !candidate.typed.empty()) {
            const Xapian::Query better = weighted(candidate.typed, building_.evidence.typed_form);
            word = Xapian::Query(Xapian::Query::OP_AND_MAYBE, word, better);
        }
        queries.push_back(weighted(word, candidate.weight));
    }
    // A pair is only where its words are. (Under OP_AND_MAYBE, xapian 1.4 leaves out the weight of
    // some phrases, depending on the segment.)
    for (const Pair& pair : side_by_side()) {
        if (pair.in_row) continue;
        const std::string terms[] = {pair.scored.first, pair.scored.second};
        const Xapian::Query phrase(
            Xapian::Query::OP_PHRASE, std::begin(terms), std::end(terms), std::size(terms)
        );
        queries.push_back(weighted(phrase, pair.scored.weight));
    }
    const auto whole = stretches();
    queries.insert(queries.end(), whole.begin(), whole.end());
    drop_empty(queries);
    return queries;
}

// Of neighbouring words those that may stand side by side in an article.
std::vector<SequenceWords::Pair> SequenceWords::side_by_side() {
    constexpr std::size_t kPairsMax = 10;  // positions are dear, and of long queries few tell
    constexpr Xapian::doccount kPositionListsMax = 20'000;
    Xapian::doccount positions = 0;
    std::vector<Pair> pairs;
    for (std::size_t i = 1; i < candidates_.size() && pairs.size() < kPairsMax; ++i) {
        const Candidate& first = candidates_[i - 1];
        const Candidate& second = candidates_[i];
        if (first.place + 1 != second.place || first.prefix != second.prefix) continue;
        const Xapian::doccount cost = pair_cost(first, second);
        if (cost == 0) continue;
        positions += cost;
        if (positions > kPositionListsMax) break;
        const double weight = building_.evidence.pair * std::min(first.weight, second.weight);
        pairs.push_back(
            {.scored =
                 {.first = first.prefix + first.word.typed,
                  .second = second.prefix + second.word.typed,
                  .weight = weight},
             .in_row = first.in_row || second.in_row}
        );
    }
    return pairs;
}

// At most so many articles are looked at for two words side by side.
Xapian::doccount SequenceWords::pair_cost(const Candidate& first, const Candidate& second) {
    if (first.word.typed.empty() || second.word.typed.empty()) return 0;
    return std::min(
        building_.terms.articles_with(first.word.typed, first.prefix),
        building_.terms.articles_with(second.word.typed, second.prefix)
    );
}

// A function word has no reading in which it is more: "us" may be U.S.
bool SequenceWords::is_stop(const QueryWord& word) const {
    const auto in_a_list = [this](const std::string& form) {
        return is_in_list(form, is_stop_word);
    };
    return word.parts.empty() && std::all_of(word.terms.begin(), word.terms.end(), in_a_list) &&
           std::all_of(word.stems.begin(), word.stems.end(), in_a_list);
}

// In that of any of the languages most articles are in.
bool SequenceWords::is_in_list(
    std::string_view term, bool (*list)(std::string_view, std::string_view)
) const {
    const auto& languages = building_.facts.main_languages;
    return std::any_of(languages.begin(), languages.end(), [&](const std::string& language) {
        return list(term, language);
    });
}

}  // namespace broadsheet
