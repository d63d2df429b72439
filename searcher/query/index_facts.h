#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/query/vocabulary.h"

namespace broadsheet {

/// What the query builder must know of an index, read once for a snapshot.
struct IndexFacts {
    /// Languages with a stemmer or rules of their own, by which a query is read, the most frequent
    /// first; last the empty one, for all others.
    std::vector<std::string> languages;
    /// Those of at least a fifth of the articles: their function words are passed over.
    std::vector<std::string> main_languages;
    /// Those of less, apart from the empty one.
    std::vector<std::string> rare_languages;
    /// The words of the index.
    std::shared_ptr<Vocabulary> vocabulary;

    /// The same as far as a query in one language is concerned.
    [[nodiscard]] IndexFacts in_language(std::string_view language) const;
};

/// More than there are stemmers and rules for: no language of an index is left out.
inline constexpr std::size_t kQueryLanguagesMax = 64;

/// Facts of an index of these segments; without any, of one that is a single segment.
IndexFacts read_index_facts(
    const Xapian::Database& index, std::vector<Xapian::Database> segments = {}
);

}  // namespace broadsheet
