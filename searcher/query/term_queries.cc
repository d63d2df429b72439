#include "searcher/query/term_queries.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "common/fields.h"
#include "common/utf8.h"
#include "searcher/query/no_match.h"
#include "searcher/query/rare_stems.h"

namespace broadsheet {

namespace {

using Xapian::Query;

std::string with_prefix(std::string_view prefix, std::string_view term) {
    std::string out(prefix);
    out += term;
    return out;
}

std::string stem_term(std::string_view prefix, std::string_view stem) {
    std::string out = "Z";
    out += prefix;
    out += stem;
    return out;
}

bool can_be_stored(std::string_view term) {
    return term.size() <= kTermBytesMax;
}

}  // namespace

TermQueries::TermQueries(const Xapian::Database& index, MatchTargets& targets)
    : index_(index), targets_(targets), articles_(index.get_doccount()) {}

Xapian::doccount TermQueries::frequency(const std::string& term) {
    if (!can_be_stored(term)) return 0;
    const auto [entry, is_new] = frequencies_.try_emplace(term, 0);
    if (is_new) entry->second = index_.get_termfreq(term);
    return entry->second;
}

// As many articles as may have it: which of them do is not counted.
Xapian::doccount TermQueries::articles_with(const RareStem& stem, std::string_view prefix) {
    const std::string term = stem_term(prefix, stem.stem);
    const Xapian::doccount anywhere = frequency(term);
    if (anywhere == 0) return 0;
    const std::string name = fmt::format("{}\n{}", term, fmt::join(stem.languages, "\n"));
    const auto [entry, is_new] = frequencies_.try_emplace(name, 0);
    if (is_new && count_in_languages(index_, term, stem.languages, 1) > 0) {
        for (const auto& language : stem.languages)
            entry->second += frequency(exact_term(*find_field("language"), language));
        entry->second = std::min(entry->second, anywhere);
    }
    return entry->second;
}

double TermQueries::rarity_of(Xapian::doccount articles) const {
    return std::log((articles_ + 1.0) / (std::min(articles, articles_) + 0.5));
}

std::optional<std::pair<std::string, std::string>> TermQueries::compound_parts(
    const std::string& term, std::string_view prefix
) {
    constexpr std::size_t kBytesMin = 4;
    constexpr std::size_t kBytesMax = 60;
    constexpr Xapian::doccount kArticlesMax = 10'000;  // their positions are read
    const std::string joined = with_prefix(prefix, term);
    if (term.size() < kBytesMin || term.size() > kBytesMax) return std::nullopt;
    if (frequency(joined) == 0 || frequency(joined) > kArticlesMax) return std::nullopt;
    for (std::size_t cut = decode_utf8(term, 0).length; cut < term.size();
         cut += decode_utf8(term, cut).length) {
        const std::string parts[] = {
            with_prefix(prefix, term.substr(0, cut)), with_prefix(prefix, term.substr(cut))};
        if (frequency(parts[0]) == 0 || frequency(parts[1]) == 0) continue;
        const Query side_by_side(Query::OP_PHRASE, std::begin(parts), std::end(parts), 2);
        Xapian::Enquire enquire(index_);
        enquire.set_query(Query(Query::OP_AND, Query(joined), side_by_side));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        if (!enquire.get_mset(0, 1).empty())
            return std::pair(term.substr(0, cut), term.substr(cut));
    }
    return std::nullopt;
}

Xapian::doccount TermQueries::articles_with(std::string_view term, std::string_view prefix) {
    return frequency(with_prefix(prefix, term));
}

double TermQueries::rarity(const QueryWord& word, std::string_view prefix) {
    Xapian::doccount most = 0;
    for (const auto& stem : word.stems)
        most = std::max(most, frequency(stem_term(prefix, stem)));
    for (const auto& stem : word.rare_stems)
        most = std::max(most, articles_with(stem, prefix));
    for (const auto& term : word.terms)
        most = std::max(most, frequency(with_prefix(prefix, term)));
    // What no article has tells nothing.
    if (most == 0) return word.parts.empty() ? 0 : path_rarity(word.parts.front(), prefix);
    return rarity_of(most);
}

double TermQueries::path_rarity(const TermPath& path, std::string_view prefix) {
    Xapian::doccount least = articles_;
    for (const auto& slot : path) {
        Xapian::doccount slot_articles = 0;
        for (const auto& term : slot)
            slot_articles = std::max(slot_articles, frequency(with_prefix(prefix, term)));
        least = std::min(least, slot_articles);
    }
    return least == 0 ? 0 : rarity_of(least);
}

Query TermQueries::one_of(std::vector<Query> queries) const {
    if (queries.empty()) return {};
    if (queries.size() == 1) return queries.front();
    return {Query::OP_SYNONYM, queries.begin(), queries.end()};
}

Query TermQueries::word(const QueryWord& word, std::string_view prefix, const Mark& mark) {
    // Forms the index does not have would only slow the match down. A word without any form in it
    // stays, so that AND finds nothing rather than everything.
    std::vector<Query> known;
    std::string any;
    const auto offer = [&](std::string term) {
        if (!can_be_stored(term)) return;
        if (frequency(term) > 0) known.emplace_back(term);
        any = std::move(term);
    };
    for (const auto& term : word.terms)
        offer(with_prefix(prefix, term));
    for (const auto& stem : word.stems)
        offer(stem_term(prefix, stem));
    for (const auto& stem : word.rare_stems) {
        if (articles_with(stem, prefix) > 0)
            known.push_back(in_languages(stem_term(prefix, stem.stem), stem.languages));
    }
    for (const auto& path : word.parts) {
        if (path_rarity(path, prefix) > 0) known.push_back(path_query(path, prefix, 0));
    }
    if (mark.wanted) {
        const double weight = mark.weight * rarity(word, prefix);
        targets_.words.push_back(
            {.terms = word.terms,
             .stems = word.stems,
             .field_prefix = std::string(prefix),
             .weight = weight,
             .rare_stems = word.rare_stems}
        );
        for (const auto& path : word.parts) {
            targets_.phrases.push_back(
                {.slots = path, .field_prefix = std::string(prefix), .weight = weight}
            );
        }
    }
    if (!known.empty()) return one_of(std::move(known));
    if (any.empty()) return word.rare_stems.empty() ? Query() : no_match();
    return Query(any);
}

Query TermQueries::as_typed(const QueryWord& word, std::string_view prefix) {
    // A word without stems is found by its exact form anyway.
    if (word.typed.empty() || word.stems.empty()) return {};
    const std::string term = with_prefix(prefix, word.typed);
    return frequency(term) > 0 ? Query(term) : Query();
}

Query TermQueries::slot_query(const std::vector<std::string>& slot, std::string_view prefix) {
    std::vector<Query> alternatives;
    for (const auto& term : slot) {
        const std::string full = with_prefix(prefix, term);
        if (can_be_stored(full)) alternatives.emplace_back(full);
    }
    if (alternatives.empty()) return no_match();
    if (alternatives.size() == 1) return alternatives.front();
    return {Query::OP_OR, alternatives.begin(), alternatives.end()};
}

Query TermQueries::path_query(const TermPath& path, std::string_view prefix, std::uint32_t slop) {
    std::vector<Query> slots;
    for (const auto& slot : path)
        slots.push_back(slot_query(slot, prefix));
    if (slots.size() == 1) return slots.front();
    return {
        Query::OP_PHRASE,
        slots.begin(),
        slots.end(),
        static_cast<Xapian::termcount>(slots.size() + slop)};
}

Query TermQueries::phrase(
    const std::vector<TermPath>& paths,
    std::string_view prefix,
    std::uint32_t slop,
    const Mark& mark
) {
    std::vector<Query> readings;
    for (const auto& path : paths) {
        readings.push_back(path_query(path, prefix, slop));
        if (!mark.wanted) continue;
        targets_.phrases.push_back(
            {.slots = path,
             .field_prefix = std::string(prefix),
             .slop = slop,
             .weight = mark.weight * path_rarity(path, prefix)}
        );
    }
    return one_of(std::move(readings));
}

Query TermQueries::alternatives(const Expansion& found, std::string_view prefix, const Mark& mark) {
    if (found.words.empty()) return no_match();
    const std::vector<std::string> terms = found.terms();
    if (mark.wanted) {
        targets_.words.push_back(
            {.terms = terms,
             .stems = {},
             .field_prefix = std::string(prefix),
             .weight = mark.weight * rarity_of(found.words.front().articles)}
        );
    }
    return exact_terms(terms, prefix);
}

Query TermQueries::exact_terms(const std::vector<std::string>& terms, std::string_view prefix) {
    if (terms.empty()) return no_match();
    std::vector<Query> queries;
    for (const auto& term : terms)
        queries.emplace_back(with_prefix(prefix, term));
    return one_of(std::move(queries));
}

void TermQueries::mark_prefix(
    std::string_view beginning, std::string_view prefix, const Mark& mark
) {
    if (!mark.wanted || beginning.empty()) return;
    targets_.prefixes.push_back(
        {.prefix = std::string(beginning),
         .field_prefix = std::string(prefix),
         .weight = mark.weight}
    );
}

Query TermQueries::near(
    const std::vector<NearOperand>& operands,
    std::string_view prefix,
    std::uint32_t distance,
    bool ordered,
    const Mark& mark
) {
    // The engine takes terms and their alternatives as operands. Of a phrase the word next to the
    // other operand stands for it, and the phrase itself is required beside.
    std::vector<Query> slots;
    std::vector<Query> phrases;
    MatchTargets::Phrase target = {
        .slots = {},
        .field_prefix = std::string(prefix),
        .slop = distance * static_cast<std::uint32_t>(operands.size() - 1),
        .ordered = ordered,
        .weight = mark.weight};
    for (std::size_t i = 0; i < operands.size(); ++i) {
        std::vector<std::string> slot;
        std::vector<Query> longer;
        bool has_single = false;
        for (const auto& path : operands[i].alternatives) {
            const auto& facing = i == 0 ? path.back() : path.front();
            slot.insert(slot.end(), facing.begin(), facing.end());
            has_single = has_single || path.size() == 1;
            if (path.size() > 1) longer.push_back(path_query(path, prefix, 0));
        }
        std::sort(slot.begin(), slot.end());
        slot.erase(std::unique(slot.begin(), slot.end()), slot.end());
        slots.push_back(slot_query(slot, prefix));
        target.slots.push_back(std::move(slot));
        if (!has_single && !longer.empty()) phrases.push_back(one_of(std::move(longer)));
    }
    if (mark.wanted) targets_.phrases.push_back(std::move(target));
    const auto window =
        static_cast<Xapian::termcount>(operands.size() + distance * (operands.size() - 1));
    Query close(ordered ? Query::OP_PHRASE : Query::OP_NEAR, slots.begin(), slots.end(), window);
    if (phrases.empty()) return close;
    phrases.push_back(close);
    return {Query::OP_AND, phrases.begin(), phrases.end()};
}

}  // namespace broadsheet
