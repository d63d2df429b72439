#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/query/match_terms.h"
#include "searcher/query/query_words.h"
#include "searcher/query/vocabulary.h"

namespace broadsheet {

/// Whether and how strongly the matches of a part are shown.
struct Mark {
    bool wanted = true;
    double weight = 1;
};

/// What may stand at one place of NEAR: words and phrases.
struct NearOperand {
    std::vector<TermPath> alternatives;
};

/// Makes the engine's queries of words and phrases, by the terms the index has, and notes in the
/// targets what will be shown of them.
class TermQueries {
public:
    /// Both must outlive this.
    TermQueries(const Xapian::Database& index, MatchTargets& targets);

    /// Any form of a word; all forms together weigh as one term.
    Xapian::Query word(const QueryWord& word, std::string_view prefix, const Mark& mark);

    /// The word in the very form it was typed in; empty when the index does not have it so.
    Xapian::Query as_typed(const QueryWord& word, std::string_view prefix);

    /// Any of the readings of a phrase, `slop` other words allowed between its words.
    Xapian::Query phrase(
        const std::vector<TermPath>& paths,
        std::string_view prefix,
        std::uint32_t slop,
        const Mark& mark
    );

    /// Any of the words, the most frequent first, which weigh as one.
    Xapian::Query alternatives(const Expansion& found, std::string_view prefix, const Mark& mark);

    /// Any of the terms, without marking: values of an exact field.
    Xapian::Query exact_terms(const std::vector<std::string>& terms, std::string_view prefix);

    /// The operands within `distance` other words of each other.
    Xapian::Query near(
        const std::vector<NearOperand>& operands,
        std::string_view prefix,
        std::uint32_t distance,
        bool ordered,
        const Mark& mark
    );

    void mark_prefix(std::string_view beginning, std::string_view prefix, const Mark& mark);

    /// The two words a term is also printed as, with a hyphen, in some article: e and mail of
    /// email; or nothing.
    std::optional<std::pair<std::string, std::string>> compound_parts(
        const std::string& term, std::string_view prefix
    );

    /// How many articles have a term.
    Xapian::doccount articles_with(std::string_view term, std::string_view prefix);

    /// About how many articles of its languages have a stem that counts in these only; 0 when none.
    Xapian::doccount articles_with(const RareStem& stem, std::string_view prefix);

    /// How rare the word is in the index, as the logarithm of articles by articles with it.
    double rarity(const QueryWord& word, std::string_view prefix);

private:
    Xapian::doccount frequency(const std::string& term);
    double rarity_of(Xapian::doccount articles) const;
    Xapian::Query one_of(std::vector<Xapian::Query> queries) const;
    Xapian::Query path_query(const TermPath& path, std::string_view prefix, std::uint32_t slop);
    Xapian::Query slot_query(const std::vector<std::string>& slot, std::string_view prefix);
    double path_rarity(const TermPath& path, std::string_view prefix);

    const Xapian::Database& index_;
    MatchTargets& targets_;
    Xapian::doccount articles_;
    std::unordered_map<std::string, Xapian::doccount> frequencies_;
};

}  // namespace broadsheet
