#include "searcher/ranking/both_terms.h"

namespace broadsheet {

void visit_both(
    const Xapian::Database& index,
    const std::string& term,
    const std::string& other,
    const std::function<bool(const Xapian::PostingIterator&)>& visit
) {
    auto first = index.postlist_begin(term);
    auto second = index.postlist_begin(other);
    const auto first_end = index.postlist_end(term);
    const auto second_end = index.postlist_end(other);
    while (first != first_end && second != second_end) {
        if (*first < *second) {
            first.skip_to(*second);
        } else if (*second < *first) {
            second.skip_to(*first);
        } else {
            if (!visit(first)) return;
            ++first;
        }
    }
}

}  // namespace broadsheet
