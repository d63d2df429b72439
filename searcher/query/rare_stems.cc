#include "searcher/query/rare_stems.h"

#include <utility>

#include "common/fields.h"
#include "searcher/ranking/both_terms.h"

namespace broadsheet {

namespace {

std::string language_term(const std::string& language) {
    return exact_term(*find_field("language"), language);
}

}  // namespace

Xapian::Query in_languages(const std::string& term, const std::vector<std::string>& languages) {
    std::vector<Xapian::Query> any;
    for (const auto& language : languages)
        any.emplace_back(language_term(language));
    return {
        Xapian::Query::OP_FILTER,
        Xapian::Query(term),
        Xapian::Query(Xapian::Query::OP_OR, any.begin(), any.end())};
}

// An article has one language.
Xapian::doccount count_in_languages(
    const Xapian::Database& index,
    const std::string& term,
    const std::vector<std::string>& languages,
    Xapian::doccount most
) {
    if (index.get_termfreq(term) == 0) return 0;
    Xapian::doccount count = 0;
    for (const auto& language : languages) {
        if (count >= most) break;
        visit_both(index, term, language_term(language), [&](const Xapian::PostingIterator&) {
            return ++count < most;
        });
    }
    return count;
}

}  // namespace broadsheet
