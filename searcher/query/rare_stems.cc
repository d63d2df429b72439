#include "searcher/query/rare_stems.h"

#include <utility>

#include "common/fields.h"

namespace broadsheet {

namespace {

std::string language_term(const std::string& language) {
    return exact_term(*find_field("language"), language);
}

Xapian::doccount count_in_both(
    const Xapian::Database& index, const std::string& a, const std::string& b, Xapian::doccount most
) {
    auto first = index.postlist_begin(a);
    auto second = index.postlist_begin(b);
    const auto first_end = index.postlist_end(a);
    const auto second_end = index.postlist_end(b);
    Xapian::doccount count = 0;
    while (count < most && first != first_end && second != second_end) {
        if (*first == *second) {
            ++count;
            ++first;
        } else if (*first < *second) {
            first.skip_to(*second);
        } else {
            second.skip_to(*first);
        }
    }
    return count;
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
        count += count_in_both(index, term, language_term(language), most - count);
    }
    return count;
}

}  // namespace broadsheet
