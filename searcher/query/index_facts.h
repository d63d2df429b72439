#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet {

/// What the query builder must know of an index, read once for a snapshot.
struct IndexFacts {
    /// Languages whose stemmers a query word is given, the most frequent first, at most
    /// kQueryLanguagesMax; last the empty one, for articles of unknown language.
    std::vector<std::string> languages;
    /// Those of at least a fifth of the articles: their function words are passed over.
    std::vector<std::string> main_languages;
};

inline constexpr std::size_t kQueryLanguagesMax = 16;

IndexFacts read_index_facts(const Xapian::Database& index);

/// The facts as far as a query in one language is concerned.
IndexFacts facts_for_language(std::string_view language);

}  // namespace broadsheet
